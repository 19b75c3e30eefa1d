import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/**
 * The yardstick of feeds: bare node:http with the same bytes. `bytes.mjs FILE` where FILE holds
 * `[{path, headers, etag, body (base64), gzip (base64)}]`.
 */
const feeds = new Map(
  JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')).map((feed) => [
    feed.path,
    {
      etag: feed.etag,
      headers: feed.headers,
      body: Buffer.from(feed.body, 'base64'),
      gzip: Buffer.from(feed.gzip, 'base64'),
    },
  ]),
);

const server = createServer((request, response) => {
  const feed = feeds.get(request.url);
  if (!feed) {
    response.writeHead(404).end();
  } else if (request.headers['if-none-match'] === feed.etag) {
    response.writeHead(304, { etag: feed.etag }).end();
  } else if (request.headers['accept-encoding'] === 'gzip') {
    response.writeHead(200, {
      ...feed.headers,
      'content-encoding': 'gzip',
      'content-length': feed.gzip.length,
    });
    response.end(feed.gzip);
  } else {
    response.writeHead(200, { ...feed.headers, 'content-length': feed.body.length });
    response.end(feed.body);
  }
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));

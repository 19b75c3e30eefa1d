import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';

/**
 * The mail server of the benchmark, in a process of its own: takes everything and keeps only which
 * Message-IDs have come. `GET /` tells its port, how many came and how many of them were different;
 * `DELETE /` begins anew.
 */
let came = 0;
const seen = new Set();

const mail = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onData(stream, _session, done) {
    let head = '';
    stream.on('data', (part) => {
      if (head.length < 4_096) head += part.toString('latin1');
    });
    stream.on('end', () => {
      came += 1;
      seen.add(/^message-id:\s*(\S+)/im.exec(head)?.[1]);
      done();
    });
  },
});
mail.on('error', () => undefined);

const server = createServer((request, response) => {
  if (request.method === 'DELETE') {
    came = 0;
    seen.clear();
  }
  const { port } = mail.server.address();
  response.end(JSON.stringify({ port, came, different: seen.size }));
});
server.keepAliveTimeout = 120_000;
mail.listen(0, '127.0.0.1', () =>
  server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`)),
);

import Fastify from 'fastify';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { finishFeed } from './kept-feed';
import { answerFeed } from './answer-feed';

const text = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
const server = Fastify();

beforeAll(async () => {
  const feed = await finishFeed(text, new Date('2026-11-20T08:00:00Z'));
  server.get('/feed', (request, reply) => {
    const { status, headers, body } = answerFeed(request.headers, feed, 'public');
    return reply.status(status).headers(headers).send(body);
  });
});

afterAll(() => server.close());

const ask = (headers: Record<string, string> = {}) => server.inject({ url: '/feed', headers });

describe('sending a feed', () => {
  it('names its type, revision and that it has to be revalidated', async () => {
    const answer = await ask();
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(answer.headers['last-modified']).toBe('Fri, 20 Nov 2026 08:00:00 GMT');
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.body).toBe(text);
  });

  it('answers 304 without a body to whoever has this revision', async () => {
    const { etag } = (await ask()).headers;
    for (const match of [String(etag), `"other", ${String(etag)}`, String(etag).slice(2), '*']) {
      const answer = await ask({ 'if-none-match': match });
      expect([answer.statusCode, answer.body]).toEqual([304, '']);
    }
    expect((await ask({ 'if-none-match': '"other"' })).statusCode).toBe(200);
  });

  it('goes by If-Modified-Since only when there is no If-None-Match', async () => {
    const since = { 'if-modified-since': 'Fri, 20 Nov 2026 08:00:00 GMT' };
    expect((await ask(since)).statusCode).toBe(304);
    expect((await ask({ ...since, 'if-none-match': '"other"' })).statusCode).toBe(200);
    expect((await ask({ 'if-modified-since': 'Fri, 20 Nov 2026 07:59:59 GMT' })).statusCode).toBe(
      200,
    );
  });

  it('compresses as the client can take it', async () => {
    const br = await ask({ 'accept-encoding': 'gzip, deflate, br' });
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(text);
    const zipped = await ask({ 'accept-encoding': 'br;q=0, gzip' });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(text);
    expect(
      (await ask({ 'accept-encoding': 'identity' })).headers['content-encoding'],
    ).toBeUndefined();
  });
});

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemException } from './problem-exception';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Takes a form, from any site; of operations that say so. */
    readonly form?: boolean;
    /** Takes a file of at most so many bytes; 0: none. */
    readonly file?: number;
  }
}

/** Whether a request goes to an operation whose body is a form. */
export const takesForm = (request: FastifyRequest): boolean =>
  request.routeOptions.config.form ?? false;

/**
 * Takes JSON bodies and no others: forms and plain text are what pages of other sites can send
 * without being asked first. An empty body counts as none, since many clients name the type always.
 * An operation that is declared to take a form takes forms, one that takes a file takes a file: pages
 * of other sites can't send that without being asked either.
 */
export function takeJsonOnly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    (request, body, done) => {
      if (body.trim() === '') done(null, undefined);
      else void parse(request, body, done);
    },
  );
  server.addContentTypeParser<Buffer>(
    ['application/x-www-form-urlencoded', 'multipart/form-data'],
    { parseAs: 'buffer', bodyLimit: 16_384 },
    async (request: FastifyRequest, body: Buffer) => {
      if (!takesForm(request)) throw new ProblemException('malformed-request');
      const type = request.headers['content-type'] ?? '';
      const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
        .formData()
        .catch(() => {
          throw new ProblemException('malformed-request');
        });
      return Object.fromEntries(form);
    },
  );
  server.addContentTypeParser(
    'application/octet-stream',
    async (request: FastifyRequest, body: AsyncIterable<Buffer>) => {
      const largest = request.routeOptions.config.file ?? 0;
      if (largest === 0) throw new ProblemException('malformed-request');
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of body) {
        size += chunk.length;
        if (size > largest) throw new ProblemException('too-large');
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    },
  );
}

import type { FastifyInstance } from 'fastify';

/**
 * Takes JSON bodies and no others: forms and plain text are what pages of other sites can send
 * without being asked first. An empty body counts as none, since many clients name the type always.
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
}

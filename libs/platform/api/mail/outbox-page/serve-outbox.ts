import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import * as z from 'zod';
import { contentSecurityPolicy } from '../../security/secure';
import { outboxPage } from './page';
import { itemOf, readLetterHtml, readOutbox } from './read-outbox';

const query = z.object({
  to: z.string().min(1).max(320).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(20_000).optional().catch(undefined),
});

/** Programs get whatever was posted; people the newest, since a page of thousands helps nobody. */
const MOST = { json: 2_000, html: 100 };

/**
 * `GET /dev/outbox`: the letters of a demonstration, which has no mail server, for whoever sits at
 * this machine: JSON when that is asked for, otherwise a page. For everyone else it isn't there.
 */
export function serveOutbox(server: FastifyInstance, database: DataSource): void {
  server.get('/dev/outbox', async (request, reply) => {
    if (!isFromHere(request)) return reply.callNotFound();
    const asked = query.parse(request.query);
    const isJson = wantsJson(request.headers.accept);
    const limit = asked.limit ?? (isJson ? MOST.json : MOST.html);
    const letters = await readOutbox(database, limit, asked.to);
    void reply.header('cache-control', 'no-store').header('vary', 'accept');
    if (isJson) return { items: letters.map(itemOf) };
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', `${contentSecurityPolicy(nonce)}; frame-src 'self'`)
      .type('text/html; charset=utf-8')
      .send(outboxPage(letters, nonce, asked.to));
  });

  server.get<{ Params: { id: string } }>('/dev/outbox/:id', async (request, reply) => {
    const { id } = request.params;
    if (!isFromHere(request) || !z.uuid().safeParse(id).success) return reply.callNotFound();
    const html = await readLetterHtml(database, id);
    if (html === null) return reply.callNotFound();
    return reply
      .header('cache-control', 'no-store')
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation",
      )
      .header('x-frame-options', 'SAMEORIGIN')
      .type('text/html; charset=utf-8')
      .send(html.replace('<head>', '<head><base target="_top">'));
  });
}

/** Forwarded requests come from this machine, too, but not from whoever sits at it. */
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** A page of another site can point its own name at this machine: the name has to be ours. */
function isFromHere({ headers, socket }: FastifyRequest): boolean {
  const isLoopback = /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
  const isOwnName = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(headers.host ?? '');
  return isLoopback && isOwnName && !forwarding.some((name) => name in headers);
}

/** Whether JSON is named before HTML; browsers never name it. */
function wantsJson(accept = ''): boolean {
  const types = accept.split(',').map((part) => part.split(';', 1)[0]?.trim());
  const json = types.indexOf('application/json');
  const html = types.indexOf('text/html');
  return json !== -1 && (html === -1 || json < html);
}

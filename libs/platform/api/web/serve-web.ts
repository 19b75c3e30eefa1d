import fastifyStatic from '@fastify/static';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { languageOf } from '../http/request-language';
import { contentSecurityPolicy } from '../security/secure';

/** Addresses that are never a page of the web application. */
const notPages = /^\/(api|feeds|health|dev)(\/|$)/;

/** A file has an extension; the last dot of a page's address (`/units/M1.3`) is before a number. */
const fileName = /\.[a-z]\w*$/i;

/** Pages about one person, for whoever has been given the address: search engines are not. */
const givenToFew = /^\/verify\/./;

/** A step upwards, in either kind of slash. */
const leadsOut = /(^|[\\/])\.\.([\\/]|$)/;

/** Headers that mean something on a page only; on two dozen scripts they would weigh 12 kB. */
const ofDocuments = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

/** Names with a content hash in them never change what they hold. */
const hashed = /[.-][\w-]{8}\.\w+$/;

/**
 * Serves the built web application: its files, and for every other address its page, in the
 * visitor's language and with a style nonce of its own.
 * @param root the folder of the built application; when it holds none, only the API answers
 */
export async function serveWeb(server: FastifyInstance, root: string): Promise<void> {
  await server.register(fastifyStatic, {
    root,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const cacheable = hashed.test(path.replace(/\.(br|gz)$/, ''));
      reply.header('cache-control', cacheable ? 'public, max-age=31536000, immutable' : 'no-cache');
      for (const name of ofDocuments) reply.removeHeader(name);
    },
  });
  const page = pageReader(join(root, 'index.html'));
  server.get('/*', { logLevel: 'warn' }, async (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const name = decodeURIComponent(path.slice(1));
    if (notPages.test(path) || leadsOut.test(name)) return reply.callNotFound();
    if (fileName.test(path)) return reply.sendFile(name);
    const html = page();
    if (html === undefined) return reply.callNotFound();
    const nonce = randomBytes(16).toString('base64');
    if (givenToFew.test(path)) reply.header('x-robots-tag', 'noindex, nofollow');
    return reply
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('vary', 'cookie, accept-language')
      .send(
        html
          .replace('<lu-root', `<lu-root ngCspNonce="${nonce}"`)
          .replace(/<html lang="\w+"/, `<html lang="${languageOf(request)}"`),
      );
  });
}

/** Reads the page again when a new build has replaced it. */
function pageReader(file: string): () => string | undefined {
  let html: string | undefined;
  let read = 0;
  return () => {
    if (!existsSync(file)) return undefined;
    const changed = statSync(file).mtimeMs;
    if (changed !== read) {
      html = readFileSync(file, 'utf8');
      read = changed;
    }
    return html;
  };
}

import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import type { Configuration } from '../config/configuration';
import { takesForm } from '../http/json-only';
import { ProblemException } from '../http/problem-exception';
import { trustedOrigins } from './origins';

/** The content security policy; styles need the page's nonce, scripts only come from here. */
export function contentSecurityPolicy(styleNonce?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${styleNonce ? ` 'nonce-${styleNonce}'` : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Security headers on every answer, and no writing from other sites' pages. Helmet is put together
 * once: doing so for each request, as its plugin for Fastify does, halves what a server can answer.
 */
export function secure(server: FastifyInstance, configuration: Configuration): void {
  const safe = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: configuration.LUOTSI_ORIGIN?.startsWith('https:')
      ? { maxAge: 31_536_000, includeSubDomains: true }
      : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  server.addHook('onRequest', (request, reply, done) => safe(request.raw, reply.raw, () => done()));
  const policy = contentSecurityPolicy();
  const trusted = new Set(trustedOrigins(configuration));
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('content-security-policy', policy);
    const { origin, 'sec-fetch-site': site } = request.headers;
    const isOwn = origin === undefined ? site !== 'cross-site' : trusted.has(origin);
    if (isOwn || safeMethods.has(request.method) || takesForm(request)) done();
    else done(new ProblemException('foreign-origin'));
  });
}

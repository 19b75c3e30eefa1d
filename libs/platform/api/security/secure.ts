import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
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

/** Security headers on every answer, and no writing from other sites' pages. */
export async function secure(server: FastifyInstance, configuration: Configuration): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: configuration.LUOTSI_ORIGIN?.startsWith('https:')
      ? { maxAge: 31_536_000, includeSubDomains: true }
      : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
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

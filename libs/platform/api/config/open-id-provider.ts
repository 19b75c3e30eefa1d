import * as z from 'zod';
import { json, namedInEach } from './values.ts';

const openIdProvider = z.strictObject({
  /** Stands in addresses; what is linked hangs on the issuer, so it may be changed. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'a to z, 0 to 9 and hyphens, 32 at most'),
  /** What the button says; one text for every language, or one each. */
  name: namedInEach,
  issuer: z
    .string()
    .refine(isTrustworthy, 'an https address, or http on this machine, without query or fragment'),
  clientId: z.string().min(1),
  /** Without one the client is a public one, which PKCE protects. */
  clientSecret: z.string().min(1).optional(),
  scopes: z
    .array(z.string().regex(/^\S+$/))
    .default(['openid', 'profile', 'email'])
    .refine((scopes) => scopes.includes('openid'), 'openid must be among the scopes'),
  /** Whether more than one factor shown there counts as the second step here. */
  secondStep: z.boolean().default(false),
  /** Values of `acr` that stand for more than one factor, besides `mfa` in `amr` (RFC 8176). */
  secondStepAcr: z.array(z.string().min(1)).default([]),
});

/** Another service that people may sign in with. */
export type OpenIdProvider = z.output<typeof openIdProvider>;

/** `LUOTSI_OIDC`: a JSON array of them. */
export const openIdProviders = json.pipe(z.array(openIdProvider).superRefine(eachOnce));

function eachOnce(providers: readonly OpenIdProvider[], context: z.RefinementCtx): void {
  for (const key of ['id', 'issuer'] as const) {
    providers.forEach((provider, place) => {
      if (providers.findIndex((other) => other[key] === provider[key]) === place) return;
      context.addIssue({ code: 'custom', path: [place, key], message: 'stands there twice' });
    });
  }
}

/** Whether an issuer's address may be trusted to lead to that issuer (OpenID Connect Core §16.17). */
function isTrustworthy(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, search, hash } = new URL(address);
  if (search !== '' || hash !== '') return false;
  return protocol === 'https:' || isOnThisMachine(address);
}

/** Whether an address is plain http on this machine: for trying out, where nobody listens between. */
export function isOnThisMachine(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

import { idParams, instant, listOf, localised, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { typedPassword } from './sign-in';

/** Another service in which one may sign in, as the configuration names it. */
export const signInProvider = z
  .object({ id: z.string().describe('Stands in addresses.'), name: localised })
  .meta({ id: 'SignInProvider' });
export type SignInProvider = z.infer<typeof signInProvider>;

/** A page of ours to go on to; anything else leads to the front page. */
const returnTo = z.string().max(2_000).optional();

/** Where the browser goes next: to the provider. */
const address = z.object({ address: z.url() });

/** `GET /api/auth/providers`: the services in which one may sign in. */
export const listSignInProviders = operation({
  id: 'listSignInProviders',
  method: 'GET',
  path: '/api/auth/providers',
  summary: 'Other services in which one may sign in (OpenID Connect)',
  permission: 'public.read',
  responses: { 200: listOf(signInProvider) },
});

/** `POST /api/auth/providers/{provider}/sign-in`: begins signing in at a provider. */
export const startProviderSignIn = operation({
  id: 'startProviderSignIn',
  method: 'POST',
  path: '/api/auth/providers/{provider}/sign-in',
  summary: 'Begin signing in at a provider: the address to go to; good for ten minutes, once',
  permission: 'account.enter',
  params: z.object({ provider: z.string() }),
  body: z.object({ returnTo }),
  responses: { 200: address },
  problems: ['provider-unreachable', 'departures-paused'],
});

/** What the provider sends the browser back with (OpenID Connect Core §3.1.2.5, RFC 9207). */
const answered = z
  .string()
  .regex(/^[\x20-\x7e]{0,4000}$/)
  .optional()
  .catch(undefined);

/**
 * `GET /api/auth/providers/{provider}/callback`: where the provider sends the browser back to. Goes
 * on to a page: the one that was asked for, or one that names what went wrong.
 */
export const finishProviderSignIn = operation({
  id: 'finishProviderSignIn',
  method: 'GET',
  path: '/api/auth/providers/{provider}/callback',
  summary: 'Where a provider sends the browser back to; goes on to a page of the web',
  permission: 'account.enter',
  params: z.object({ provider: z.string() }),
  query: z.object({ state: answered, code: answered, error: answered, iss: answered }),
  responses: { 302: null },
  problems: [
    'provider-denied',
    'provider-failed',
    'provider-unreachable',
    'provider-answer-refused',
    'provider-sign-in-used',
    'provider-sign-in-expired',
    'provider-email-unverified',
    'provider-linked-elsewhere',
  ],
});

/** A provider that one may sign in with. */
export const linkedAccount = z
  .object({
    id: z.uuid(),
    provider: signInProvider
      .nullable()
      .describe('Null when the installation no longer knows the provider.'),
    linkedAt: instant,
  })
  .meta({ id: 'LinkedAccount' });
export type LinkedAccount = z.infer<typeof linkedAccount>;

/** The password once more, where the account has one: an open computer is not enough. */
const password = typedPassword.optional();
const proofMissing = [
  'wrong-password',
  'sign-in-paused',
  'fresh-sign-in-needed',
  'second-step-needed',
] as const;

/** `GET /api/me/linked-accounts`: the providers that one may sign in with. */
export const listLinkedAccounts = operation({
  id: 'listLinkedAccounts',
  method: 'GET',
  path: '/api/me/linked-accounts',
  summary: 'The providers that one may sign in with',
  permission: 'account.own',
  responses: {
    200: z.object({
      items: z.array(linkedAccount),
      password: z.boolean().describe('The account has a password, and changes ask for it.'),
    }),
  },
});

/** `POST /api/me/linked-accounts`: begins linking a provider to one's account. */
export const startLinking = operation({
  id: 'startLinking',
  method: 'POST',
  path: '/api/me/linked-accounts',
  summary: 'Begin linking a provider: the address to go to, where one signs in to prove it is own',
  permission: 'account.own',
  body: z.object({ provider: z.string().max(32), password }),
  responses: { 200: address },
  problems: ['not-found', 'provider-unreachable', 'departures-paused', ...proofMissing],
});

/**
 * `POST /api/me/linked-accounts/waiting`: links the provider that someone came from before they
 * signed in to the account that has the same e-mail address.
 */
export const finishLinking = operation({
  id: 'finishLinking',
  method: 'POST',
  path: '/api/me/linked-accounts/waiting',
  summary: 'Link the provider that one came from before signing in here; within ten minutes',
  permission: 'account.own',
  responses: { 200: linkedAccount },
  problems: ['link-expired', 'link-for-another', 'provider-linked-elsewhere'],
});

/** `DELETE /api/me/linked-accounts/{id}`: takes a provider off one's account. */
export const unlinkAccount = operation({
  id: 'unlinkAccount',
  method: 'DELETE',
  path: '/api/me/linked-accounts/{id}',
  summary: 'Take a provider off one’s account; the last way of signing in stays',
  permission: 'account.own',
  params: idParams,
  body: z.object({ password }),
  responses: { 204: null },
  problems: ['last-way-in', ...proofMissing],
});

import { operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { emailAddress } from '../email-address';
import { secondStepKinds } from '../second-step';
import { me } from './me';

/** A password as it is typed to be checked; nothing of it is cut or changed on the way. */
export const typedPassword = z.string().min(1).max(512);

/** A code as typed: six digits, or a recovery code; spaces and hyphens don't count. */
export const typedCode = z.string().trim().min(6).max(40);

/** What one signs in with. */
export const credentials = z
  .object({
    email: emailAddress,
    password: typedPassword,
  })
  .meta({ id: 'Credentials' });
export type Credentials = z.infer<typeof credentials>;

/** The first half of signing in is done; the second has to follow within ten minutes. */
export const halfSignedIn = z
  .object({ secondStep: z.array(z.enum(secondStepKinds)) })
  .meta({ id: 'HalfSignedIn' });
export type HalfSignedIn = z.infer<typeof halfSignedIn>;

/** `POST /api/auth/sign-in/email`: sets the session's cookie. */
export const signIn = operation({
  id: 'signIn',
  method: 'POST',
  path: '/api/auth/sign-in/email',
  summary:
    'Sign in; the answer sets the session’s cookie, or says what the second step may be taken with',
  permission: 'account.enter',
  body: credentials,
  responses: { 200: me, 202: halfSignedIn },
  problems: ['wrong-credentials', 'sign-in-paused', 'address-unverified'],
});

/** `POST /api/auth/sign-out`: ends the session, if there is one, and takes its cookie away. */
export const signOut = operation({
  id: 'signOut',
  method: 'POST',
  path: '/api/auth/sign-out',
  summary: 'Sign out; does nothing for who is not signed in',
  permission: 'account.enter',
  responses: { 200: z.object({ success: z.literal(true) }) },
});

/** `GET /api/auth/session`: what every page of the web begins with; a visitor is no error there. */
export const getSignedIn = operation({
  id: 'getSignedIn',
  method: 'GET',
  path: '/api/auth/session',
  summary: 'Who is signed in, null for a visitor; keeps a session alive',
  permission: 'account.enter',
  responses: { 200: z.object({ person: me.nullable() }) },
});

/** `POST /api/auth/sign-in/second-step`: the second half of signing in, or of a weak sign-in. */
export const takeSecondStep = operation({
  id: 'takeSecondStep',
  method: 'POST',
  path: '/api/auth/sign-in/second-step',
  summary:
    'The second step of a sign-in that has begun within ten minutes, or of the one that is open',
  permission: 'account.enter',
  body: z.object({ kind: z.enum(['totp', 'recovery-code']), code: typedCode }),
  responses: { 200: me },
  problems: ['wrong-code', 'second-step-paused', 'sign-in-expired'],
});

import { language, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { roles } from './permissions';

const scope = z
  .object({
    type: z.enum(['country', 'region', 'group']),
    id: z.string().nullable().describe('A region’s code or a group’s id; null for the country.'),
  })
  .meta({ id: 'Scope' });

/** Who is signed in. */
export const me = z
  .object({
    id: z.uuid(),
    name: z.string(),
    language,
    roles: z.array(z.object({ role: z.enum(roles), scope })),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof me>;

/** What one signs in with. */
export const credentials = z
  .object({
    email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
    password: z.string().min(1).max(128),
  })
  .meta({ id: 'Credentials' });
export type Credentials = z.infer<typeof credentials>;

/** `POST /api/auth/sign-in/email`: sets the session's cookie. */
export const signIn = operation({
  id: 'signIn',
  method: 'POST',
  path: '/api/auth/sign-in/email',
  summary: 'Sign in; the answer sets the session’s cookie',
  permission: 'account.enter',
  body: credentials,
  responses: { 200: me },
  problems: ['wrong-credentials', 'sign-in-paused'],
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

/** `GET /api/me`: who is signed in. */
export const getMe = operation({
  id: 'getMe',
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in, and their roles',
  permission: 'account.own',
  responses: { 200: me },
});

/** `PATCH /api/me`: keeps the language that a person has chosen. */
export const changeMe = operation({
  id: 'changeMe',
  method: 'PATCH',
  path: '/api/me',
  summary: 'Keep the language one has chosen',
  permission: 'account.own',
  body: z.object({ language }),
  responses: { 200: me },
});

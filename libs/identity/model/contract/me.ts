import { language, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { roles } from '../permissions';
import { profile } from './profile';

/** Where a role is held, as it is sent. */
export const scope = z
  .object({
    type: z.enum(['country', 'region', 'group']),
    id: z.string().nullable().describe('A region’s code or a group’s id; null for the country.'),
  })
  .meta({ id: 'Scope' });

const roleInScope = z.object({ role: z.enum(roles), scope });

/** Who is signed in. */
export const me = z
  .object({
    id: z.uuid(),
    name: z.string(),
    language,
    roles: z.array(roleInScope),
    dormantRoles: z
      .array(roleInScope)
      .describe('Held, but without effect until this sign-in goes through its second step.'),
    secondStep: z
      .enum(['on', 'off', 'needed'])
      .describe('`needed`: some roles are dormant until the second step is taken.'),
    profile,
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof me>;

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

import { instant, language, listOf, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { roles } from '../permissions';
import { affiliation, affiliationPeriod, personName, profile, workingLanguage } from './profile';

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
    deletionDueAt: instant
      .nullable()
      .describe('When the account will be deleted, unless the person keeps it.'),
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

/** `PATCH /api/me`: what is named changes, the rest stays. */
export const changeMe = operation({
  id: 'changeMe',
  method: 'PATCH',
  path: '/api/me',
  summary: 'Change what is kept of oneself: name, languages, where one works; the rest stays',
  permission: 'account.own',
  body: z
    .object({
      ...affiliation.shape,
      name: personName,
      language,
      languages: z.array(workingLanguage).max(20),
      version: z.string().max(64).describe('Of the profile; refused when it has changed since.'),
    })
    .partial()
    .refine(({ organisation, organisationNamed }) => !organisation || !organisationNamed, {
      path: ['organisationNamed'],
      error: 'Either one of the list or a name of one that is not there.',
    }),
  responses: { 200: me },
  problems: [
    'changed-meanwhile',
    'region-unknown',
    'organisation-unknown',
    'sector-unknown',
    'practitioner-type-unknown',
  ],
});

/** `GET /api/me/affiliations` */
export const listOwnAffiliations = operation({
  id: 'listOwnAffiliations',
  method: 'GET',
  path: '/api/me/affiliations',
  summary: 'Where one has worked and as what, newest first',
  permission: 'account.own',
  responses: { 200: listOf(affiliationPeriod) },
});

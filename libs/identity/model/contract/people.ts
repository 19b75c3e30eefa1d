import { id, idParams, instant, language, listOf, operation, pageOf } from '@luotsi/platform/model';
import * as z from 'zod';
import { roles } from '../permissions';
import { scope } from './me';
import {
  affiliation,
  affiliationPeriod,
  confirmed,
  organisationName,
  regionCode,
  word,
  workingLanguage,
} from './profile';

/** A role in a scope with the time it is held for; ended ones are kept. */
export const heldRole = z
  .object({
    role: z.enum(roles),
    scope,
    validFrom: instant,
    validTo: instant.nullable().describe('When it ends or has ended; null while it has no end.'),
  })
  .meta({ id: 'HeldRole' });

/** A person in a list. */
export const personInList = affiliation
  .extend({
    id,
    name: z.string(),
    email: z.string(),
    affiliation: id.nullable().describe('What is judged when it is confirmed.'),
    confirmed,
    mayConfirm: z.boolean().describe('Whether the reader may confirm where the person works.'),
    roles: z
      .array(heldRole)
      .describe('Held now or later; all of them where ended ones are asked for.'),
  })
  .meta({ id: 'PersonInList' });
export type PersonInList = z.infer<typeof personInList>;

/** A person as those see them who may. */
export const person = personInList
  .extend({
    language,
    languages: z.array(workingLanguage),
    affiliations: z.array(affiliationPeriod).describe('Newest first.'),
    version: z.string().describe('Of the roles; sent back with a change of them.'),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof person>;

/** A scope in an address: `country`, `region:19`, `group:…`. */
const scopeWord = z.string().regex(/^(country|region:\d{2}|group:[0-9a-f-]{36})$/);

/** `GET /api/people` */
export const listPeople = operation({
  id: 'listPeople',
  method: 'GET',
  path: '/api/people',
  summary: 'People whom one may see: all for administrators, else those of own regions and groups',
  permission: 'people.read',
  query: z.object({
    q: z.string().max(100).optional().describe('How words of the name or the e-mail begin.'),
    role: z.enum(roles).optional(),
    scope: scopeWord.optional().describe('`country`, `region:19` or `group:` and its id.'),
    region: regionCode.optional().describe('Where the person works.'),
    awaiting: z.stringbool().optional().describe('Region or organisation awaits confirmation.'),
    expired: z.stringbool().optional().describe('Has roles that have ended.'),
    cursor: z.string().max(1_000).optional().describe('`nextCursor` of the page before.'),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  responses: { 200: pageOf(personInList) },
  problems: ['cursor-wrong'],
});

/** `GET /api/people/{id}` */
export const getPerson = operation({
  id: 'getPerson',
  method: 'GET',
  path: '/api/people/{id}',
  summary: 'A person: where they work, and the roles that they hold, will hold and have held',
  permission: 'people.read',
  params: idParams,
  responses: { 200: person },
});

/** `PUT /api/people/{id}/roles` */
export const changeRolesOf = operation({
  id: 'changeRoles',
  method: 'PUT',
  path: '/api/people/{id}/roles',
  summary: 'Give and take roles: the whole set of those that one may manage; others stay',
  permission: 'roles.give',
  params: idParams,
  body: z.object({
    version: z.string().max(64).optional().describe('Refused when the roles have changed since.'),
    roles: z
      .array(
        z.object({
          role: z.enum(roles),
          scope,
          validFrom: instant.nullish().describe('Now, unless it is later.'),
          validTo: instant.nullish().describe('Without an end unless given.'),
        }),
      )
      .max(100),
  }),
  responses: { 200: person },
  problems: [
    'changed-meanwhile',
    'scope-unknown',
    'role-for-country',
    'role-out-of-scope',
    'role-twice',
    'role-ends-before-it-begins',
    'last-administrator',
  ],
});

/** What an organisation that a person has named is: one of the list, or a new one on it. */
export const placedOrganisation = z
  .union([
    z.object({ organisation: id }),
    z.object({ name: organisationName, sector: word }).describe('In the person’s own region.'),
  ])
  .meta({ id: 'PlacedOrganisation' });
export type PlacedOrganisation = z.infer<typeof placedOrganisation>;

const verdict = z.enum(['confirmed', 'rejected']);

/** `POST /api/people/{id}/affiliation` */
export const judgeAffiliation = operation({
  id: 'judgeAffiliation',
  method: 'POST',
  path: '/api/people/{id}/affiliation',
  summary: 'Confirm where a person works or say that it is not so; the person is told',
  permission: 'people.manage',
  params: idParams,
  body: z.object({
    affiliation: id.describe('What is judged: refused when the person has changed it since.'),
    region: verdict.optional(),
    organisation: verdict.optional(),
    into: placedOrganisation
      .optional()
      .describe('Needed where an organisation is confirmed that is not on the list.'),
    reason: z.string().trim().max(500).optional().describe('For the person to read.'),
  }),
  responses: { 200: person },
  problems: [
    'changed-meanwhile',
    'own-word',
    'out-of-reach',
    'nothing-to-confirm',
    'organisation-unplaced',
    'organisation-unknown',
    'sector-unknown',
  ],
});

/** Who holds a role where. */
export const roleHolding = heldRole
  .extend({ person: z.object({ id, name: z.string() }) })
  .meta({ id: 'RoleHolding' });
export type RoleHolding = z.infer<typeof roleHolding>;

/** `GET /api/roles` */
export const listRoles = operation({
  id: 'listRoles',
  method: 'GET',
  path: '/api/roles',
  summary: 'Who may do what where: the holders of every role but counsellor, of whom the number',
  permission: 'people.read',
  responses: {
    200: listOf(roleHolding).extend({
      counsellors: z.array(z.object({ scope, count: z.int() })),
      more: z.boolean().describe('There are more holders than are listed.'),
    }),
  },
});

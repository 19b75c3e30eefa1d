import { id, idParams, instant, language, operation, pageOf } from '@luotsi/platform/model';
import * as z from 'zod';
import { emailAddress } from '../email-address';
import { roles } from '../permissions';
import { me, scope } from './me';
import { personName } from './profile';

const roleInScope = z.object({ role: z.enum(roles), scope });

/** A secret of a letter’s link. */
const token = z.string().min(1).max(200);

/** An invitation, as those see it who send them. */
export const invitation = z
  .object({
    id,
    email: z.string(),
    name: z.string().nullable(),
    language,
    roles: z.array(roleInScope),
    state: z.enum(['open', 'expired', 'accepted', 'withdrawn']),
    invitedBy: z.object({ id, name: z.string() }).nullable(),
    sentAt: instant,
    expiresAt: instant,
    acceptedAt: instant.nullable(),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof invitation>;

const ruleProblems = ['scope-unknown', 'role-for-country', 'role-out-of-scope', 'role-twice'];

/** `POST /api/invitations` */
export const invite = operation({
  id: 'invite',
  method: 'POST',
  path: '/api/invitations',
  summary: 'Invite someone by e-mail; the invitation carries roles and holds for 14 days',
  permission: 'people.invite',
  body: z.object({
    email: emailAddress,
    name: personName.nullish(),
    language: language.optional().describe('Of the letter; the sender’s own unless given.'),
    roles: z.array(roleInScope).max(20),
    group: id.nullish().describe('A group to join: a counsellor’s role there unless there is one.'),
  }),
  responses: { 201: invitation },
  problems: [...ruleProblems, 'roles-missing', 'already-invited'],
});

/** `GET /api/invitations` */
export const listInvitations = operation({
  id: 'listInvitations',
  method: 'GET',
  path: '/api/invitations',
  summary: 'Invitations that one has sent or whose roles are in one’s own places, newest first',
  permission: 'people.invite',
  query: z.object({
    state: invitation.shape.state.optional(),
    cursor: z.string().max(1_000).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  responses: { 200: pageOf(invitation) },
  problems: ['cursor-wrong'],
});

/** `POST /api/invitations/{id}/resend` */
export const resendInvitation = operation({
  id: 'resendInvitation',
  method: 'POST',
  path: '/api/invitations/{id}/resend',
  summary: 'Send an invitation again, with a new link that holds for 14 days',
  permission: 'people.invite',
  params: idParams,
  responses: { 200: invitation },
  problems: ['invitation-used', 'invitation-withdrawn', 'role-out-of-scope', 'already-invited'],
});

/** `DELETE /api/invitations/{id}` */
export const withdrawInvitation = operation({
  id: 'withdrawInvitation',
  method: 'DELETE',
  path: '/api/invitations/{id}',
  summary: 'Withdraw an invitation: its link works no longer',
  permission: 'people.invite',
  params: idParams,
  responses: { 200: invitation },
  problems: ['invitation-used'],
});

/** What becomes of a line of a file of invitations. */
export const lineFate = z.enum([
  'invited',
  'roles-added',
  'nothing-new',
  'joined',
  'already-invited',
  'address-wrong',
  'name-wrong',
  'language-unknown',
  'role-unknown',
  'region-unknown',
  'group-unknown',
  'role-for-country',
  'role-out-of-scope',
]);
export type LineFate = z.infer<typeof lineFate>;

/** A line of a file of invitations and what becomes of it. */
export const importLine = z
  .object({
    line: z.int().describe('Of the file, counted from 1, the headings being the first.'),
    email: z.string(),
    name: z.string(),
    role: z.enum(roles).nullable(),
    scope: scope.nullable(),
    fate: lineFate,
    with: z.int().optional().describe('`joined`: the line whose letter carries this role, too.'),
  })
  .meta({ id: 'ImportLine' });
export type ImportLine = z.infer<typeof importLine>;

/** `POST /api/invitations/import` */
export const importInvitations = operation({
  id: 'importInvitations',
  method: 'POST',
  path: '/api/invitations/import',
  summary:
    'Invite those on the lines of a CSV file; with `dryRun` only tell what would become of each',
  permission: 'people.invite',
  body: z.object({
    name: z.string().max(300).describe('Of the file.'),
    content: z.base64().max(1_000_000).describe('The file, in base64.'),
    dryRun: z.boolean(),
  }),
  responses: {
    200: z.object({
      lines: z.array(importLine),
      unknownColumns: z.array(z.string()).describe('Headings that mean nothing here.'),
      job: id
        .nullable()
        .describe('Where many are invited: `GET /api/jobs/{id}` tells how far it is.'),
    }),
  },
  problems: ['csv-unreadable', 'csv-without-email', 'csv-empty', 'csv-too-long'],
});

const linkProblems = [
  'invitation-unknown',
  'invitation-used',
  'invitation-expired',
  'invitation-withdrawn',
];

/** `POST /api/invitations/look`: the secret stays out of addresses and logs. */
export const lookAtInvitation = operation({
  id: 'lookAtInvitation',
  method: 'POST',
  path: '/api/invitations/look',
  summary: 'What an invitation is for, by the secret of its link',
  permission: 'account.enter',
  body: z.object({ token }),
  responses: {
    200: invitation
      .pick({ email: true, name: true, language: true, roles: true, expiresAt: true })
      .extend({
        invitedBy: z.string().nullable().describe('The sender’s name.'),
        hasAccount: z.boolean().describe('Its address has an account: sign in to accept.'),
      })
      .meta({ id: 'InvitationSeen' }),
  },
  problems: linkProblems,
});

/** `POST /api/invitations/accept` */
export const acceptInvitation = operation({
  id: 'acceptInvitation',
  method: 'POST',
  path: '/api/invitations/accept',
  summary: 'Accept an invitation: signed in, or with the name and password of a new account',
  permission: 'account.enter',
  body: z.object({
    token,
    name: personName.optional(),
    password: z.string().max(1_024).optional(),
    language: language.optional(),
  }),
  responses: {
    200: z.object({
      me,
      leftOut: z
        .array(roleInScope)
        .describe('Roles that the sender may not give any more: not given.'),
    }),
  },
  problems: [
    ...linkProblems,
    'invitation-for-another',
    'invitation-needs-sign-in',
    'invitation-needs-account',
  ],
});

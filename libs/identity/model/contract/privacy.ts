import { id, idParams, instant, listOf, localised, operation } from '@luotsi/platform/model';
import * as z from 'zod';

/** A kind of record and how long it is kept. */
export const retentionRule = z
  .object({ name: z.string(), what: localised, keptFor: localised })
  .meta({ id: 'RetentionRule' });
export type RetentionKind = z.infer<typeof retentionRule>;

/** `GET /api/retention`: what the privacy notice says of times. */
export const listRetention = operation({
  id: 'listRetention',
  method: 'GET',
  path: '/api/retention',
  summary: 'How long each kind of record is kept',
  permission: 'public.read',
  responses: { 200: listOf(retentionRule) },
});

/** How the daily work went for one kind of record. */
const retentionRun = z
  .object({
    name: z.string(),
    at: instant,
    gone: z.int().nullable().describe('How many records have gone; null when it failed.'),
    total: z.int().describe('How many have gone in the last thirty days.'),
  })
  .meta({ id: 'RetentionRun' });
export type RetentionRun = z.infer<typeof retentionRun>;

/** `GET /api/retention/runs`: the last run of each rule. */
export const listRetentionRuns = operation({
  id: 'listRetentionRuns',
  method: 'GET',
  path: '/api/retention/runs',
  summary: 'What the daily work on retention times has done',
  permission: 'retention.read',
  responses: { 200: listOf(retentionRun) },
});

const ownArchive = z
  .object({
    id: id.describe('Also that of the job that makes it.'),
    state: z.enum(['making', 'ready', 'failed']),
    bytes: z.int().nullable(),
    until: instant.nullable().describe('When it is deleted.'),
  })
  .meta({ id: 'OwnArchive' });

const deletion = z.object({ askedAt: instant, dueAt: instant }).meta({ id: 'Deletion' });

/** What a person's own privacy page begins with. */
export const ownPrivacy = z
  .object({
    archive: ownArchive.nullable(),
    deletion: deletion.nullable(),
    confirmWith: z
      .enum(['password', 'fresh-sign-in'])
      .describe('How the person shows that it is them before the account is deleted.'),
  })
  .meta({ id: 'OwnPrivacy' });
export type OwnPrivacy = z.infer<typeof ownPrivacy>;

/** `GET /api/me/privacy`: the copy that is being made or is ready, and the deletion that waits. */
export const getOwnPrivacy = operation({
  id: 'getOwnPrivacy',
  method: 'GET',
  path: '/api/me/privacy',
  summary: 'The copy of one’s data, if there is one, and the deletion of the account, if it waits',
  permission: 'account.own',
  responses: { 200: ownPrivacy },
});

/** `GET /api/me/data`: one copy is made at a time; asking again meanwhile gives the same job. */
export const requestOwnData = operation({
  id: 'requestOwnData',
  method: 'GET',
  path: '/api/me/data',
  summary: 'Begins to make a copy of everything kept about oneself: JSON and HTML in a ZIP',
  permission: 'account.own',
  responses: { 202: z.object({ job: id }) },
});

/** `GET /api/me/data/{id}`: only one's own, for seven days. */
export const downloadOwnData = operation({
  id: 'downloadOwnData',
  method: 'GET',
  path: '/api/me/data/{id}',
  summary: 'The copy that a job has made',
  permission: 'account.own',
  params: idParams,
  responses: { 200: { mediaType: 'application/zip', description: 'The copy as a ZIP file.' } },
});

/** `DELETE /api/me`: a week to think it over, then everything about the person goes. */
export const deleteMe = operation({
  id: 'deleteMe',
  method: 'DELETE',
  path: '/api/me',
  summary: 'Asks for the deletion of one’s account, which happens a week later',
  permission: 'account.own',
  body: z.object({
    password: z
      .string()
      .min(1)
      .max(1_024)
      .optional()
      .describe('Needed unless one has signed in just now.'),
  }),
  responses: { 202: deletion },
  problems: [
    'wrong-password',
    'fresh-sign-in-needed',
    'second-step-needed',
    'sign-in-paused',
    'last-administrator-leaving',
  ],
});

/** `DELETE /api/me/deletion`: done also when none waited. */
export const keepMe = operation({
  id: 'keepMe',
  method: 'DELETE',
  path: '/api/me/deletion',
  summary: 'Keeps one’s account after all',
  permission: 'account.own',
  responses: { 204: null },
});

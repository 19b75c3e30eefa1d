import {
  date,
  id,
  idParams,
  instant,
  listOf,
  localised,
  operation,
  timeZone,
} from '@luotsi/platform/model';
import * as z from 'zod';
import { clockTime, outline, outlineContent, outlineDraft, outlineItem } from '../outline';
import { outlineChange } from '../outline-changes';
import { outlineDifference, outlinePart } from '../outline-take-over';
import { organiserReference } from '../session';

const version = z.int().min(1);
const draftKept = z
  .object({ id, version, content: outlineContent })
  .meta({ id: 'OutlineDraftKept' });

/** `GET /api/outlines`: what is published; drafts for those who write them. */
export const listOutlines = operation({
  id: 'listOutlines',
  method: 'GET',
  path: '/api/outlines',
  summary: 'Programme outlines: published ones, and the drafts that one may write',
  permission: 'session.organise',
  responses: { 200: listOf(outlineItem) },
});

/** `GET /api/outlines/{id}` */
export const getOutline = operation({
  id: 'getOutline',
  method: 'GET',
  path: '/api/outlines/{id}',
  summary: 'One outline: what it says, its versions, where it has been used and how it was rated',
  permission: 'session.organise',
  params: idParams,
  responses: { 200: outline },
});

/** `POST /api/outlines` */
export const createOutline = operation({
  id: 'createOutline',
  method: 'POST',
  path: '/api/outlines',
  summary: 'Begins a draft of an outline',
  permission: 'outline.write',
  body: outlineDraft,
  responses: { 201: draftKept },
  problems: ['reference-unknown'],
});

/** `PUT /api/outlines/{id}/draft`: made to the version that its writer saw. */
export const changeOutline = operation({
  id: 'changeOutline',
  method: 'PUT',
  path: '/api/outlines/{id}/draft',
  summary: 'Changes the draft; published versions stay as they are',
  permission: 'outline.write',
  params: idParams,
  body: z.object({ version, content: outlineDraft }),
  responses: { 200: draftKept },
  problems: ['outline-not-yours', 'changed-meanwhile', 'reference-unknown'],
});

/** `DELETE /api/outlines/{id}`: only what has never been published. */
export const removeOutline = operation({
  id: 'removeOutline',
  method: 'DELETE',
  path: '/api/outlines/{id}',
  summary: 'Removes a draft that has never been published',
  permission: 'outline.write',
  params: idParams,
  responses: { 204: null },
  problems: ['outline-not-yours', 'outline-published'],
});

/** `POST /api/outlines/{id}/publication`: the draft becomes the next version, for all regions. */
export const publishOutline = operation({
  id: 'publishOutline',
  method: 'POST',
  path: '/api/outlines/{id}/publication',
  summary: 'Publishes the draft as the next version, which never changes',
  permission: 'outline.publish',
  params: idParams,
  body: z.object({
    version: version.describe('Of the draft that its publisher has read.'),
    note: localised
      .default({ fi: '', sv: '', en: '' })
      .describe('What is new and why, for those who use it.'),
  }),
  responses: { 200: z.object({ id, number: z.int() }) },
  problems: ['changed-meanwhile', 'outline-unchanged', 'outline-without-slots'],
});

/** `POST /api/outlines/{id}/publication-request`: it stands on the desks of those who may. */
export const askOutlinePublication = operation({
  id: 'askOutlinePublication',
  method: 'POST',
  path: '/api/outlines/{id}/publication-request',
  summary: 'Asks those who may publish outlines to publish the draft',
  permission: 'outline.write',
  params: idParams,
  responses: { 200: z.object({ id, asked: instant }) },
  problems: ['outline-not-yours', 'outline-unchanged', 'outline-without-slots'],
});

/** `GET /api/outlines/{id}/versions/{number}` */
export const getOutlineVersion = operation({
  id: 'getOutlineVersion',
  method: 'GET',
  path: '/api/outlines/{id}/versions/{number}',
  summary: 'A published version, and what changed in it since the one before',
  permission: 'session.organise',
  params: z.object({ id, number: z.coerce.number().int().min(1).max(100_000) }),
  responses: {
    200: z.object({
      number: z.int(),
      content: outlineContent,
      changes: z.array(outlineChange).describe('Since the version before; empty in the first.'),
    }),
  },
});

/** `POST /api/outlines/{id}/sessions`: a draft of a session that knows where it comes from. */
export const startFromOutline = operation({
  id: 'startFromOutline',
  method: 'POST',
  path: '/api/outlines/{id}/sessions',
  summary: 'Starts a draft of a session from the latest version, its times from the slots',
  permission: 'session.create',
  params: idParams,
  body: z.object({
    dates: z
      .array(date)
      .min(1)
      .max(10)
      .describe('The date of each day; those left out follow on the next days.'),
    start: clockTime.optional().describe('Of the first day; as in the outline unless given.'),
    timeZone: timeZone.default('Europe/Helsinki'),
    organiser: organiserReference.nullish(),
  }),
  responses: { 201: z.object({ id }) },
  problems: [
    'outline-not-published',
    'organiser-not-yours',
    'reference-unknown',
    'meeting-time-skipped',
    'meeting-time-twice',
  ],
});

/** `GET /api/sessions/{id}/outline`: what has changed since in the outline of one's session. */
export const getSessionOutline = operation({
  id: 'getSessionOutline',
  method: 'GET',
  path: '/api/sessions/{id}/outline',
  summary:
    'The outline a session was started from: what has changed in it since, beside the session',
  permission: 'session.organise',
  params: idParams,
  responses: {
    200: z
      .object({
        outline: z
          .object({
            id,
            title: localised,
            version: z.int().describe('That the session follows.'),
            latest: z.int(),
            notes: z.array(z.object({ number: z.int(), note: localised })),
          })
          .nullable()
          .describe('Null for a session that was started from none.'),
        changes: z.array(outlineChange).describe('In the outline, since that version.'),
        differences: z
          .array(outlineDifference)
          .describe('What of it the session does not say yet, with what it says.'),
        sessionVersion: z.int().describe('Rises with each change of an organiser.'),
      })
      .meta({ id: 'SessionOutline' }),
  },
  problems: ['organiser-not-yours'],
});

/** `POST /api/sessions/{id}/outline`: the rest stays as the organiser has it, and is not asked again. */
export const takeOverOutline = operation({
  id: 'takeOverOutline',
  method: 'POST',
  path: '/api/sessions/{id}/outline',
  summary: 'Takes over the named parts of the outline’s latest version, and keeps all else',
  permission: 'session.organise',
  params: idParams,
  body: z.object({
    latest: version.describe('The version of the outline that its organiser has seen.'),
    sessionVersion: version.describe('Of the session, as it was seen.'),
    parts: z.array(outlinePart).max(20),
  }),
  responses: { 200: z.object({ id, version: z.int(), taken: z.array(outlinePart) }) },
  problems: [
    'organiser-not-yours',
    'changed-meanwhile',
    'edited-meanwhile',
    'capacity-below-confirmed',
    'enrolment-closes-late',
    'enrolment-opens-late',
    'session-past',
    'session-cancelled',
  ],
});

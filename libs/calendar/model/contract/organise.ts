import { filledLocalised, id, idParams, listOf, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { sessionStatus } from '../session';
import { sessionDraft, sessionPatch } from '../session-draft';
import { coachChoice, organisedSession } from '../session-organised';

const sessionState = z.object({ id, status: sessionStatus }).meta({ id: 'SessionState' });

const timesAndParts = [
  'meetings-missing',
  'meeting-time-skipped',
  'meeting-time-twice',
  'meeting-ends-first',
  'enrolment-closes-first',
  'enrolment-closes-late',
  'enrolment-opens-late',
  'regional-seats-too-many',
] as const;

/** `POST /api/sessions`: a draft, in the name of an organiser one acts for. */
export const createSession = operation({
  id: 'createSession',
  method: 'POST',
  path: '/api/sessions',
  summary: 'Creates a draft of a session',
  permission: 'session.create',
  body: sessionDraft,
  responses: { 201: z.object({ id }) },
  problems: [...timesAndParts, 'organiser-not-yours', 'reference-unknown'],
});

/** `GET /api/organised-sessions/{id}`: also a draft, with its links; for its organiser and coaches. */
export const getOrganisedSession = operation({
  id: 'getOrganisedSession',
  method: 'GET',
  path: '/api/organised-sessions/{id}',
  summary: 'One session as its organiser sees it: everything that can be written',
  permission: 'session.organise',
  params: idParams,
  responses: { 200: organisedSession },
  problems: ['organiser-not-yours'],
});

/** `GET /api/coaches`: to whom a session can be given. */
export const listCoaches = operation({
  id: 'listCoaches',
  method: 'GET',
  path: '/api/coaches',
  summary: 'The people who hold the role of a coach, by name',
  permission: 'session.create',
  responses: { 200: listOf(coachChoice) },
});

/** `PATCH /api/sessions/{id}`: what is left out stays; whoever is enrolled is told of a new time. */
export const changeSession = operation({
  id: 'changeSession',
  method: 'PATCH',
  path: '/api/sessions/{id}',
  summary: 'Changes a session; new times publish a postponed one again',
  permission: 'session.organise',
  params: idParams,
  body: sessionPatch,
  responses: { 200: organisedSession },
  problems: [
    'edited-meanwhile',
    'capacity-below-confirmed',
    'meeting-unknown',
    'meeting-time-missing',
    ...timesAndParts,
    'organiser-not-yours',
    'reference-unknown',
    'session-cancelled',
    'session-past',
    'session-attended',
  ],
});

/** `POST /api/sessions/{id}/copy`: a draft like it, in the same times, without the enrolled. */
export const copySession = operation({
  id: 'copySession',
  method: 'POST',
  path: '/api/sessions/{id}/copy',
  summary: 'Makes a draft like a session, with its materials, without its enrolled',
  permission: 'session.create',
  params: idParams,
  responses: { 201: z.object({ id }) },
  problems: ['organiser-not-yours'],
});

/** `DELETE /api/sessions/{id}`: a draft; what was published stays. */
export const deleteSession = operation({
  id: 'deleteSession',
  method: 'DELETE',
  path: '/api/sessions/{id}',
  summary: 'Deletes a draft',
  permission: 'session.organise',
  params: idParams,
  responses: { 204: null },
  problems: ['session-stays', 'organiser-not-yours'],
});

/** `POST /api/sessions/{id}/publication`: from then on it is in the calendar for good. */
export const publishSession = operation({
  id: 'publishSession',
  method: 'POST',
  path: '/api/sessions/{id}/publication',
  summary: 'Publishes a draft',
  permission: 'session.organise',
  params: idParams,
  responses: { 200: sessionState },
  problems: ['session-postponed', 'session-cancelled', 'session-past', 'organiser-not-yours'],
});

/** `POST /api/sessions/{id}/cancellation`: it stays in the calendar, as cancelled. */
export const cancelSession = operation({
  id: 'cancelSession',
  method: 'POST',
  path: '/api/sessions/{id}/cancellation',
  summary: 'Cancels a published session',
  permission: 'session.organise',
  params: idParams,
  body: z.object({
    reason: z
      .union([z.string().trim().min(1).max(2_000), filledLocalised])
      .describe('Why, for everyone to read; one text, or one in each language.'),
  }),
  responses: { 200: sessionState },
  problems: ['session-draft', 'session-past', 'organiser-not-yours'],
});

/** `POST /api/sessions/{id}/postponement`: off until it has its new date. */
export const postponeSession = operation({
  id: 'postponeSession',
  method: 'POST',
  path: '/api/sessions/{id}/postponement',
  summary: 'Postpones a published session until a new date is set',
  permission: 'session.organise',
  params: idParams,
  responses: { 200: sessionState },
  problems: ['session-draft', 'session-cancelled', 'session-past', 'organiser-not-yours'],
});

import { id, idParams, listOf, localised, operation, pageOf } from '@luotsi/platform/model';
import * as z from 'zod';
import { enrolled, enrolmentItem, ownEnrolment } from './enrolment';
import { sessionDraft, sessionItem, sessionPage, sessionStatus } from './session';
import { sessionQuery } from './session-filters';

/** `GET /api/sessions`: the calendar, in order of start. Drafts are not in it. */
export const listSessions = operation({
  id: 'listSessions',
  method: 'GET',
  path: '/api/sessions',
  summary: 'Sessions of the national calendar, in order of start',
  permission: 'public.read',
  query: sessionQuery,
  responses: { 200: pageOf(sessionItem) },
  problems: ['cursor-unknown'],
});

/** `GET /api/sessions/{id}`: one session. The same for everyone: nothing personal is in it. */
export const getSession = operation({
  id: 'getSession',
  method: 'GET',
  path: '/api/sessions/{id}',
  summary: 'One session',
  permission: 'public.read',
  params: idParams,
  responses: { 200: sessionPage },
});

/** `POST /api/sessions/{id}/enrolment`: pressing twice is one enrolment (200 the second time). */
export const enrol = operation({
  id: 'enrol',
  method: 'POST',
  path: '/api/sessions/{id}/enrolment',
  summary: 'Enrols the person who is signed in: a seat, or a place on the waiting list',
  permission: 'enrolment.own',
  params: idParams,
  responses: { 201: enrolled, 200: enrolled },
  problems: [
    'session-cancelled',
    'session-postponed',
    'session-past',
    'enrolment-not-open',
    'enrolment-closed',
  ],
});

/** `DELETE /api/sessions/{id}/enrolment`: done also when there was none. */
export const cancelEnrolment = operation({
  id: 'cancelEnrolment',
  method: 'DELETE',
  path: '/api/sessions/{id}/enrolment',
  summary: 'Cancels one’s own enrolment; the first in line gets the seat at once',
  permission: 'enrolment.own',
  params: idParams,
  responses: { 204: null },
  problems: ['session-past'],
});

/** `GET /api/sessions/{id}/enrolment`: where the person who is signed in stands. */
export const getOwnEnrolment = operation({
  id: 'getOwnEnrolment',
  method: 'GET',
  path: '/api/sessions/{id}/enrolment',
  summary: 'One’s own enrolment in a session, its history, and what it would overlap with',
  permission: 'enrolment.own',
  params: idParams,
  responses: { 200: ownEnrolment },
});

/** `GET /api/me/enrolments`: upcoming sessions first, in order of start; then past ones, latest first. */
export const listOwnEnrolments = operation({
  id: 'listOwnEnrolments',
  method: 'GET',
  path: '/api/me/enrolments',
  summary: 'One’s own enrolments: the current one of each session',
  permission: 'enrolment.own',
  responses: { 200: listOf(enrolmentItem) },
});

const sessionState = z.object({ id, status: sessionStatus }).meta({ id: 'SessionState' });

/** `POST /api/sessions`: a draft, in the name of an organiser one acts for. */
export const createSession = operation({
  id: 'createSession',
  method: 'POST',
  path: '/api/sessions',
  summary: 'Creates a draft of a session',
  permission: 'session.create',
  body: sessionDraft,
  responses: { 201: z.object({ id }) },
  problems: [
    'meeting-time-skipped',
    'meeting-time-twice',
    'meeting-ends-first',
    'organiser-not-yours',
    'reference-unknown',
  ],
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
      .union([z.string().trim().min(1).max(2_000), localised])
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

import { id, idParams, localised, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { sessionStatus } from '../session';
import { sessionDraft } from '../session-draft';
import { organisedSession } from '../session-organised';

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

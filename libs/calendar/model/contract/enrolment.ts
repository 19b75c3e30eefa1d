import { idParams, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { enrolled, ownEnrolment, stepNote } from '../enrolment';
import { enrolmentNeeds } from '../needs';

/** `POST /api/sessions/{id}/enrolment`: pressing twice is one enrolment (200 the second time). */
export const enrol = operation({
  id: 'enrol',
  method: 'POST',
  path: '/api/sessions/{id}/enrolment',
  summary:
    'Enrols the person who is signed in: a seat, a place on the waiting list, or an application',
  permission: 'enrolment.own',
  params: idParams,
  body: z.object({ needs: enrolmentNeeds.optional() }).default({}),
  responses: { 201: enrolled, 200: enrolled },
  problems: [
    'session-cancelled',
    'session-postponed',
    'session-past',
    'session-without-date',
    'enrolment-not-open',
    'enrolment-closed',
    'session-busy',
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
  body: z
    .object({ reason: stepNote.optional().describe('Why; asked for within a week of the start.') })
    .default({}),
  responses: { 204: null },
  problems: ['session-past', 'session-busy'],
});

/** `POST /api/sessions/{id}/enrolment/acceptance`: pressing twice is one seat. */
export const acceptOffer = operation({
  id: 'acceptOffer',
  method: 'POST',
  path: '/api/sessions/{id}/enrolment/acceptance',
  summary: 'Takes the seat that one is offered',
  permission: 'enrolment.own',
  params: idParams,
  responses: { 200: enrolled },
  problems: [
    'no-offer',
    'offer-expired',
    'session-cancelled',
    'session-postponed',
    'session-past',
    'session-busy',
  ],
});

/** `DELETE /api/sessions/{id}/enrolment/acceptance`: the seat goes to the next in line. */
export const declineOffer = operation({
  id: 'declineOffer',
  method: 'DELETE',
  path: '/api/sessions/{id}/enrolment/acceptance',
  summary: 'Declines the seat that one is offered; it goes to the next in line',
  permission: 'enrolment.own',
  params: idParams,
  responses: { 204: null },
  problems: ['no-offer', 'session-past', 'session-busy'],
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

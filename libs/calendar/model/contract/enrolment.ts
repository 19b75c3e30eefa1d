import { idParams, listOf, operation } from '@luotsi/platform/model';
import { enrolled, enrolmentItem, ownEnrolment } from '../enrolment';

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
    'session-without-date',
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

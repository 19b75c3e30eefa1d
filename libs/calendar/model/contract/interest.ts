import { idParams, listOf, operation } from '@luotsi/platform/model';
import { sessionInterest } from '../interest';
import { sessionItem } from '../session';
import { undatedQuery } from '../session-filters';

/** `PUT /api/sessions/{id}/interest`: seats are offered in this order once there is a date. */
export const putInterest = operation({
  id: 'putInterest',
  method: 'PUT',
  path: '/api/sessions/{id}/interest',
  summary: 'Says that one is interested in a session that has no date yet',
  permission: 'enrolment.own',
  params: idParams,
  responses: { 200: sessionInterest },
  problems: ['session-dated', 'session-cancelled'],
});

/** `DELETE /api/sessions/{id}/interest`: done also when there was none. */
export const deleteInterest = operation({
  id: 'deleteInterest',
  method: 'DELETE',
  path: '/api/sessions/{id}/interest',
  summary: 'Takes back that one is interested',
  permission: 'enrolment.own',
  params: idParams,
  responses: { 200: sessionInterest },
});

/** `GET /api/me/interests`: sessions without a date that one is interested in, the newest first. */
export const listInterests = operation({
  id: 'listInterests',
  method: 'GET',
  path: '/api/me/interests',
  summary: 'The sessions without a date that one is interested in',
  permission: 'enrolment.own',
  responses: { 200: listOf(sessionItem) },
});

/** `GET /api/undated-sessions`: published sessions without a date, the soonest year and month first. */
export const listUndated = operation({
  id: 'listUndated',
  method: 'GET',
  path: '/api/undated-sessions',
  summary: 'Published sessions that have no date yet',
  permission: 'public.read',
  query: undatedQuery,
  responses: { 200: listOf(sessionItem) },
});

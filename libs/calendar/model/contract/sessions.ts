import { idParams, operation, pageOf } from '@luotsi/platform/model';
import { sessionItem, sessionPage } from '../session';
import { sessionQuery } from '../session-filters';

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

import { id, listOf, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { key, ownProgress, programmeSummary, programmeTree, unitPage } from './shapes';

const keyParams = z.object({ id: key });

/** `GET /api/programmes` */
export const listProgrammes = operation({
  id: 'listProgrammes',
  method: 'GET',
  path: '/api/programmes',
  summary: 'The coaching programmes',
  permission: 'public.read',
  responses: { 200: listOf(programmeSummary) },
});

/** `GET /api/programmes/{id}` */
export const getProgramme = operation({
  id: 'getProgramme',
  method: 'GET',
  path: '/api/programmes/{id}',
  summary: 'A programme with its modules, units and activities',
  permission: 'public.read',
  params: keyParams,
  responses: { 200: programmeTree },
});

/** `GET /api/units/{id}` */
export const getUnit = operation({
  id: 'getUnit',
  method: 'GET',
  path: '/api/units/{id}',
  summary: 'A unit with its topics, activities and readings, and the units beside it',
  permission: 'public.read',
  params: keyParams,
  responses: { 200: unitPage },
});

/** `GET /api/me/progress` */
export const getOwnProgress = operation({
  id: 'getOwnProgress',
  method: 'GET',
  path: '/api/me/progress',
  summary: 'What I have done and where I continue',
  permission: 'learning.take',
  responses: { 200: ownProgress },
});

/** `PUT /api/me/progress/{id}`; the same twice changes nothing, the first time of doing stays. */
export const markActivity = operation({
  id: 'markActivity',
  method: 'PUT',
  path: '/api/me/progress/{id}',
  summary: 'Mark an activity done, or take the mark back',
  permission: 'learning.take',
  params: z.object({ id }),
  body: z.strictObject({ done: z.boolean() }),
  responses: { 200: ownProgress },
  problems: ['activity-not-self-marked'],
});

/** `PUT /api/me/progress/{id}/visit`: makes the activity the one to continue at. */
export const visitActivity = operation({
  id: 'visitActivity',
  method: 'PUT',
  path: '/api/me/progress/{id}/visit',
  summary: 'Remember that I was here',
  permission: 'learning.take',
  params: z.object({ id }),
  responses: { 204: null },
});

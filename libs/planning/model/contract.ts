import { wallClock } from '@luotsi/calendar/model';
import { regionCode, themeId } from '@luotsi/network/model';
import { id, idParams, listOf, localised, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import {
  plan,
  planItem,
  planItemChanges,
  planItemDraft,
  plannedItem,
  planSummary,
  planYear,
  yearOfPlans,
} from './plan';

const yearInAddress = z.coerce.number().pipe(planYear);
const itemParams = z.object({ id, itemId: id });
const notEditable = ['plan-is-submitted', 'plan-is-published', 'plan-is-superseded'] as const;
const editing = ['not-found', 'not-of-this-group', ...notEditable] as const;

/** `GET /api/plans`: published ones; those who plan see all. */
export const listPlans = operation({
  id: 'listPlans',
  method: 'GET',
  path: '/api/plans',
  summary: 'Annual plans, the latest year first; drafts and submitted ones for those who plan',
  permission: 'public.read',
  query: z.object({ year: yearInAddress.optional(), group: id.optional() }),
  responses: { 200: listOf(planSummary) },
});

/** `GET /api/plans/published/{year}`: what everyone reads. */
export const getYearOfPlans = operation({
  id: 'getYearOfPlans',
  method: 'GET',
  path: '/api/plans/published/{year}',
  summary: 'The published plans of a year with their items',
  permission: 'public.read',
  params: z.object({ year: yearInAddress }),
  responses: { 200: yearOfPlans },
});

/** `GET /api/plans/{id}` */
export const getPlan = operation({
  id: 'getPlan',
  method: 'GET',
  path: '/api/plans/{id}',
  summary: 'One annual plan with its items',
  permission: 'public.read',
  params: idParams,
  responses: { 200: plan },
  problems: ['not-found'],
});

/** `POST /api/plans`: a first draft, or the next revision of a published plan with its items. */
export const openPlan = operation({
  id: 'openPlan',
  method: 'POST',
  path: '/api/plans',
  summary: 'Opens the annual plan of a development group, or the next revision of a published one',
  permission: 'plan.write',
  body: z.object({ year: planYear, group: id }),
  responses: { 201: plan },
  problems: ['not-of-this-group', 'plan-already-open', 'plan-reference-unknown'],
});

/** `PATCH /api/plans/{id}` */
export const changePlan = operation({
  id: 'changePlan',
  method: 'PATCH',
  path: '/api/plans/{id}',
  summary: 'Changes a draft’s goals',
  permission: 'plan.write',
  params: idParams,
  body: z.object({ version: z.int().min(1), goals: localised }),
  responses: { 200: plan.pick({ id: true, version: true, goals: true }) },
  problems: [...editing, 'changed-meanwhile'],
});

/** `POST /api/plans/{id}/items` */
export const addPlanItem = operation({
  id: 'addPlanItem',
  method: 'POST',
  path: '/api/plans/{id}/items',
  summary: 'Adds an item to a draft, last in its month',
  permission: 'plan.write',
  params: idParams,
  body: planItemDraft,
  responses: { 201: planItem },
  problems: [...editing, 'plan-reference-unknown'],
});

/** `PATCH /api/plans/{id}/items/{itemId}` */
export const changePlanItem = operation({
  id: 'changePlanItem',
  method: 'PATCH',
  path: '/api/plans/{id}/items/{itemId}',
  summary: 'Changes an item; a change to an old version is refused with what stands now',
  permission: 'plan.write',
  params: itemParams,
  body: planItemChanges,
  responses: { 200: planItem },
  problems: [...editing, 'changed-meanwhile', 'plan-reference-unknown'],
});

/** `DELETE /api/plans/{id}/items/{itemId}` */
export const removePlanItem = operation({
  id: 'removePlanItem',
  method: 'DELETE',
  path: '/api/plans/{id}/items/{itemId}',
  summary: 'Removes an item from a draft; done also when it was gone',
  permission: 'plan.write',
  params: itemParams,
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  responses: { 204: null },
  problems: [...editing, 'changed-meanwhile'],
});

/** `PUT /api/plans/{id}/order` */
export const orderPlanItems = operation({
  id: 'orderPlanItems',
  method: 'PUT',
  path: '/api/plans/{id}/order',
  summary: 'Puts the items of a draft in order; within a month they are shown so',
  permission: 'plan.write',
  params: idParams,
  body: z.object({ items: z.array(id).max(500) }),
  responses: { 204: null },
  problems: [...editing, 'changed-meanwhile'],
});

/** `POST /api/plans/{id}/submission` */
export const submitPlan = operation({
  id: 'submitPlan',
  method: 'POST',
  path: '/api/plans/{id}/submission',
  summary: 'Submits a draft to the national coordinator',
  permission: 'plan.write',
  params: idParams,
  responses: { 200: plan },
  problems: [...editing, 'plan-without-items'],
});

/** `POST /api/plans/{id}/return` */
export const returnPlan = operation({
  id: 'returnPlan',
  method: 'POST',
  path: '/api/plans/{id}/return',
  summary: 'Returns a submitted plan to its group with a comment',
  permission: 'plan.publish',
  params: idParams,
  body: z.object({ comment: z.string().trim().min(1).max(4_000) }),
  responses: { 200: plan },
  problems: ['not-found', 'plan-is-draft', 'plan-is-published', 'plan-is-superseded'],
});

/** `POST /api/plans/{id}/publication` */
export const publishPlan = operation({
  id: 'publishPlan',
  method: 'POST',
  path: '/api/plans/{id}/publication',
  summary: 'Publishes a submitted plan for good; it supersedes the revision before',
  permission: 'plan.publish',
  params: idParams,
  responses: { 200: plan },
  problems: ['not-found', 'plan-is-draft', 'plan-is-published', 'plan-is-superseded'],
});

const several = <Schema extends z.ZodType<string, string>>(schema: Schema) =>
  z
    .union([z.literal(''), schema, z.array(z.union([z.literal(''), schema])).max(40)])
    .optional()
    .transform((value) => [value ?? []].flat().filter((text) => text !== ''));

/** `GET /api/planned-items`: what the calendar shows as planned. */
export const listPlannedItems = operation({
  id: 'listPlannedItems',
  method: 'GET',
  path: '/api/planned-items',
  summary: 'Items of published plans in the order of the year',
  permission: 'public.read',
  query: z.object({
    year: yearInAddress.optional().describe('This year and later ones, unless given.'),
    region: several(regionCode).describe('Items for the whole country are in all.'),
    theme: several(themeId),
    competence: several(z.string().max(40)),
    form: several(z.enum(['onsite', 'online', 'hybrid'])),
    group: several(id).describe('The development group whose plan it is.'),
  }),
  responses: { 200: listOf(plannedItem) },
});

/** `POST /api/plan-items/{id}/session`: the item is taken up. */
export const takeUpItem = operation({
  id: 'takeUpPlanItem',
  method: 'POST',
  path: '/api/plan-items/{id}/session',
  summary: 'Makes a draft of a session from an item of a published plan',
  permission: 'session.create',
  params: idParams,
  body: z.object({
    start: wallClock.optional().describe('A Tuesday in the item’s month at nine, unless given.'),
    end: wallClock.optional(),
  }),
  responses: { 201: z.object({ sessionId: id }) },
  problems: [
    'not-found',
    'plan-item-not-yours',
    'plan-is-superseded',
    'meeting-time-skipped',
    'meeting-time-twice',
    'meeting-ends-first',
  ],
});

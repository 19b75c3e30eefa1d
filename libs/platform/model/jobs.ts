import * as z from 'zod';
import { operation } from './operation';

/** How far long work is. */
export const jobProgress = z
  .object({
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    done: z.int().min(0),
    total: z.int().min(0).describe('0 until it is known.'),
    result: z.unknown().optional().describe('What the work gave, once it is done.'),
  })
  .meta({ id: 'JobProgress' });
export type JobProgress = z.infer<typeof jobProgress>;

const params = z.object({ id: z.uuid() });

/** `GET /api/jobs/{id}`: work in the background that one has asked for. */
export const getJob = operation({
  id: 'getJob',
  method: 'GET',
  path: '/api/jobs/{id}',
  summary: 'How far one’s own work in the background is',
  permission: 'account.own',
  params,
  responses: { 200: jobProgress },
  problems: ['not-found'],
});

/** `DELETE /api/jobs/{id}`: what has been done until then stays; what has ended is left as it is. */
export const cancelJob = operation({
  id: 'cancelJob',
  method: 'DELETE',
  path: '/api/jobs/{id}',
  summary: 'Call off one’s own work in the background',
  permission: 'account.own',
  params,
  responses: { 204: null },
  problems: ['not-found'],
});

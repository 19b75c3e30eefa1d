import { listOf, localised, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { competenceCode, framework } from './framework';

const frameworkId = framework.shape.id;

/** A framework in a list: enough to choose by, and the names of what it is made of. */
export const frameworkInList = z
  .object({
    id: frameworkId,
    version: z.int(),
    name: localised,
    description: localised,
    competences: z.array(z.object({ code: competenceCode, name: localised })),
  })
  .meta({ id: 'FrameworkInList' });
export type FrameworkInList = z.infer<typeof frameworkInList>;

/** `GET /api/frameworks`: every framework in its current version. */
export const listFrameworks = operation({
  id: 'listFrameworks',
  method: 'GET',
  path: '/api/frameworks',
  summary: 'The competence frameworks with the names of their competences',
  permission: 'public.read',
  responses: { 200: listOf(frameworkInList) },
});

/** `GET /api/frameworks/{id}`: one framework, whole, in its current or in a given version. */
export const getFramework = operation({
  id: 'getFramework',
  method: 'GET',
  path: '/api/frameworks/{id}',
  summary: 'A competence framework: competences, statements, scale, levels and proposed targets',
  permission: 'public.read',
  params: z.object({ id: z.string().max(40) }),
  query: z.object({
    version: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  }),
  responses: { 200: framework },
  problems: ['framework-unknown'],
});

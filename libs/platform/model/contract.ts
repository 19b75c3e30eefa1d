import * as z from 'zod';
import { localised } from './localised';
import { operation } from './operation';

const alive = z.object({ status: z.literal('ok') });

/** `GET /health/live`: the process answers. */
export const healthLive = operation({
  id: 'getLiveness',
  method: 'GET',
  path: '/health/live',
  summary: 'Whether the process answers',
  permission: 'public.read',
  responses: { 200: alive },
});

/** `GET /health/ready`: the database answers and all delivered data is in. */
export const healthReady = operation({
  id: 'getReadiness',
  method: 'GET',
  path: '/health/ready',
  summary:
    'Whether the service can be used: database, migrations, reference and demonstration data',
  permission: 'public.read',
  responses: { 200: alive },
  problems: ['not-ready'],
});

/** `GET /api/service`: what kind of installation this is. */
export const describeService = operation({
  id: 'getService',
  method: 'GET',
  path: '/api/service',
  summary: 'What kind of installation this is',
  permission: 'public.read',
  responses: {
    200: z.object({
      demonstration: z.boolean().describe('Holds demonstration accounts and events.'),
    }),
  },
});

/** `GET /api/service/operator`: who answers for this installation. */
export const describeOperator = operation({
  id: 'getOperator',
  method: 'GET',
  path: '/api/service/operator',
  summary: 'Who answers for this installation and for the personal data in it',
  permission: 'public.read',
  responses: {
    200: z.object({
      operator: z
        .object({
          name: localised,
          email: z.string(),
          address: z.string().nullable(),
          dataProtectionEmail: z.string().nullable(),
        })
        .nullable()
        .describe('Null where the installation has not named any.'),
    }),
  },
});

/** `GET /api/openapi.json`: this document. */
export const openApi = operation({
  id: 'getOpenApi',
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'The OpenAPI 3.1 document of the API',
  permission: 'public.read',
  responses: { 200: z.record(z.string(), z.unknown()) },
});

/** `GET /api/docs`: the same for people. */
export const apiDocs = operation({
  id: 'getDocs',
  method: 'GET',
  path: '/api/docs',
  summary: 'The API for people to read',
  permission: 'public.read',
  responses: { 200: { mediaType: 'text/html', description: 'A page.' } },
});

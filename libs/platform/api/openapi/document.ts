import {
  platformProblems,
  problemDetails,
  problemType,
  type OperationDefinition,
  type ProblemTable,
} from '@luotsi/platform/model';
import type * as z from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Configuration } from '../config/configuration';
import { sessionCookieName } from '../security/origins';
import type { Slice } from '../slice';

/** Says of an operation who may call it, for the document's reader. */
export type DescribePermission = (permission: string) => {
  readonly public: boolean;
  readonly roles: readonly string[];
};

/** The OpenAPI 3.1 document of all operations, made from the same schemas that validate them. */
export function openApiDocument(
  slices: readonly Slice[],
  describe: DescribePermission,
  configuration: Pick<Configuration, 'LUOTSI_ORIGIN'>,
) {
  const problems: ProblemTable = Object.assign({}, ...slices.map((slice) => slice.problems));
  const paths: ZodOpenApiPathsObject = {};
  for (const slice of slices) {
    for (const definition of slice.operations) {
      paths[definition.path] = {
        ...paths[definition.path],
        [definition.method.toLowerCase()]: describeOperation(definition, slice, problems, describe),
      };
    }
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Luotsi',
      version: '1',
      description:
        'Training and coaching platform of Finland’s lifelong-guidance network. ' +
        'Refusals are problem details (RFC 9457) in the language of the request. ' +
        'An address asked with a method that it doesn’t know answers 405 and names those it does in `Allow`.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: configuration.LUOTSI_ORIGIN ?? '/' }],
    tags: slices
      .filter(({ operations }) => operations.length > 0)
      .map(({ name, about }) => ({ name, description: about })),
    paths,
    components: {
      schemas: { Problem: problemDetails },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: sessionCookieName(configuration),
        },
      },
    },
  });
}

function describeOperation(
  definition: OperationDefinition,
  slice: Slice,
  problems: ProblemTable,
  describe: DescribePermission,
) {
  const access = describe(definition.permission);
  return {
    operationId: definition.id,
    summary: definition.summary,
    tags: [slice.name],
    security: access.public ? [] : [{ session: [] }],
    'x-permission': definition.permission,
    'x-roles': [...access.roles],
    ...(definition.params || definition.query
      ? {
          requestParams: {
            ...(definition.params ? { path: definition.params } : {}),
            ...(definition.query ? { query: definition.query } : {}),
          },
        }
      : {}),
    ...(definition.body
      ? {
          requestBody: {
            required: true,
            content: definition.form
              ? {
                  'application/x-www-form-urlencoded': { schema: definition.body },
                  'multipart/form-data': { schema: definition.body },
                }
              : { 'application/json': { schema: definition.body } },
          },
        }
      : {}),
    ...(definition.file
      ? {
          requestBody: {
            required: true,
            content: {
              'application/octet-stream': {
                schema: { type: 'string' as const, contentMediaType: 'application/octet-stream' },
              },
            },
          },
        }
      : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(definition.responses).map(([status, answer]) => [status, response(answer)]),
      ),
      ...problemResponses(problemsOf(definition, access.public), problems),
    },
  } as const;
}

/** Every problem an operation can end in: its own and those that follow from its shape. */
function problemsOf(definition: OperationDefinition, isPublic: boolean): string[] {
  return [
    ...(definition.problems ?? []),
    ...(definition.query || definition.body ? ['validation-failed'] : []),
    ...(definition.method === 'GET' ? [] : ['malformed-request', 'too-large', 'foreign-origin']),
    ...(definition.params ? ['not-found'] : []),
    ...(isPublic ? [] : ['sign-in-needed', 'not-allowed', 'second-step-needed']),
    'server-fault',
  ];
}

function response(answer: OperationDefinition['responses'][number]) {
  if (answer === null) return { description: 'Done; there is nothing to return.' };
  if ('mediaType' in answer) {
    return {
      description: answer.description,
      content: { [answer.mediaType]: { schema: { type: 'string' as const } } },
    };
  }
  return { description: 'Done.', content: { 'application/json': { schema: answer as z.ZodType } } };
}

function problemResponses(names: readonly string[], problems: ProblemTable) {
  const byStatus = new Map<number, string[]>();
  for (const name of new Set(names)) {
    const kind = problems[name] ?? platformProblems['server-fault'];
    byStatus.set(kind.status, [...(byStatus.get(kind.status) ?? []), name]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, kinds]) => [
      String(status),
      {
        description: kinds
          .map((name) => `\`${problemType(name)}\`: ${problems[name]?.title.en ?? ''}`)
          .join('\n\n'),
        content: { 'application/problem+json': { schema: problemDetails } },
      },
    ]),
  );
}

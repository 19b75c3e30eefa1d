import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import {
  mayPass,
  needsSecondStep,
  permissions,
  roles,
  type Permission,
} from '@luotsi/identity/model';
import { OPERATION } from '@luotsi/platform/api';
import { addressOf, type OperationDefinition, type ProblemDetails } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { slices } from './slices';

const operations = slices.flatMap((slice) => slice.operations);
const nameOf = ({ method, path }: Pick<OperationDefinition, 'method' | 'path'>) =>
  `${method} ${path}`;

/** Problems by which the door itself turns someone away. */
const turnedAway = ['sign-in-needed', 'not-allowed', 'second-step-needed'].map(
  (name) => `urn:luotsi:problem:${name}`,
);

describe('the doors of the API', () => {
  let luotsi: TestApp;
  let documented: OperationDefinition[];
  beforeAll(async () => {
    luotsi = await testApp();
    const { body } = await luotsi.visitor().get<Document>('/api/openapi.json');
    documented = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => {
        const name = `${method.toUpperCase()} ${path}`;
        const known = operations.find((operation) => nameOf(operation) === name);
        if (!known) throw new Error(`${name} is in the document but in no slice.`);
        return known;
      }),
    );
  });
  afterAll(() => luotsi.close());

  it('are all in the OpenAPI document, each under an id of its own', () => {
    expect(documented.map(nameOf).sort()).toEqual(operations.map(nameOf).sort());
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });

  it('each ask for a permission of the table', () => {
    const unknown = operations.filter(({ permission }) => !(permission in permissions));
    expect(unknown.map(nameOf)).toEqual([]);
  });

  it('each have exactly one handler, and no handler is without one', () => {
    const handlers = [...luotsi.app.get(ModulesContainer).values()].flatMap((module) =>
      [...module.controllers.values()].flatMap(({ metatype }) => handlersOf(metatype)),
    );
    const bound = handlers.map(({ name, operation }) => (operation ? nameOf(operation) : name));
    expect(bound.sort()).toEqual(operations.map(nameOf).sort());
  });

  it('are the only routes beside the files and pages of the web', () => {
    const server = luotsi.app.getHttpAdapter().getInstance() as {
      printRoutes(options: { commonPrefix: boolean }): string;
    };
    const routes = routesIn(server.printRoutes({ commonPrefix: false }));
    const known = operations.map(
      ({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    );
    expect(routes.filter((route) => !known.includes(route))).toEqual(['GET *']);
  });

  it('let a visitor in where everyone may, and send them to sign in elsewhere', async () => {
    for (const operation of documented) {
      const answer = await knock(luotsi.visitor(), operation);
      const open = permissions[operation.permission as Permission] === 'everyone';
      expect([nameOf(operation), verdict(answer)]).toEqual([
        nameOf(operation),
        open ? 'let in' : '401 urn:luotsi:problem:sign-in-needed',
      ]);
    }
  });

  it.each(roles)('let a %s in where the table says so, and nowhere else', async (role) => {
    const crowd = await luotsi.crowd(documented.length, role);
    for (const [place, operation] of documented.entries()) {
      const answer = await knock(crowd[place] ?? luotsi.visitor(), operation);
      const held = [{ role, scope: { type: 'country', id: null } }] as const;
      expect([nameOf(operation), verdict(answer)]).toEqual([
        nameOf(operation),
        mayPass(operation.permission as Permission, held)
          ? 'let in'
          : '403 urn:luotsi:problem:not-allowed',
      ]);
    }
  });

  it.each(needsSecondStep)('hold a %s up who has signed in with a password alone', async (role) => {
    const crowd = await luotsi.crowd(documented.length, role, undefined, { weak: true });
    for (const [place, operation] of documented.entries()) {
      const answer = await knock(crowd[place] ?? luotsi.visitor(), operation);
      const permission = operation.permission as Permission;
      const held = [{ role, scope: { type: 'country', id: null } }] as const;
      expect([nameOf(operation), verdict(answer)]).toEqual([
        nameOf(operation),
        mayPass(permission, [])
          ? 'let in'
          : `403 urn:luotsi:problem:${mayPass(permission, held) ? 'second-step-needed' : 'not-allowed'}`,
      ]);
    }
  });
});

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Sends an operation with identifiers of nothing and an empty body: only the door is tried. */
function knock(actor: Actor, operation: OperationDefinition) {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const nothing = '00000000-0000-7000-8000-000000000000';
  const params = Object.fromEntries(names.map((name) => [name, nothing]));
  const path = addressOf(operation, { params });
  const send = {
    GET: () => actor.get(path, isStream(operation) ? { accept: 'text/event-stream' } : {}),
    POST: () => actor.post(path, {}),
    PUT: () => actor.put(path, {}),
    PATCH: () => actor.patch(path, {}),
    DELETE: () => actor.delete(path),
  };
  return send[operation.method]();
}

/** Whether an operation answers with events, on and on. */
function isStream({ responses }: OperationDefinition): boolean {
  const answer = responses[200];
  return answer !== undefined && answer !== null && 'mediaType' in answer
    ? answer.mediaType === 'text/event-stream'
    : false;
}

/** Whether the door let someone in; what lies behind it may still answer 404 or 422. */
function verdict({ status, body }: { status: number; body: unknown }): string {
  const { type } = (body ?? {}) as Partial<ProblemDetails>;
  if (status >= 500) return `${String(status)} ${type ?? ''}`;
  return type && turnedAway.includes(type) ? `${String(status)} ${type}` : 'let in';
}

/** The handlers of a controller and the operation that each is bound to. */
function handlersOf(controller: unknown) {
  const { name: owner, prototype } = controller as { name: string; prototype: object };
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
    if (typeof handler !== 'function' || !Reflect.hasMetadata('method', handler)) return [];
    const method = RequestMethod[Reflect.getMetadata('method', handler) as RequestMethod];
    const operation = Reflect.getMetadata(OPERATION, handler) as OperationDefinition | undefined;
    return [{ name: `${method} ${owner}.${name}`, operation }];
  });
}

/** `GET /api/me` for each line of Fastify's drawing of its routes; HEAD goes with GET. */
function routesIn(drawing: string): string[] {
  const steps: string[] = [];
  return drawing.split('\n').flatMap((line) => {
    const [, indent = '', segment = '', methods] =
      /^([│├└─\s]*)(\S+)(?: \(([A-Z, ]+)\))?$/u.exec(line) ?? [];
    if (segment === '') return [];
    const depth = indent.length / 4 - 1;
    steps.splice(depth, Infinity, segment);
    return (methods?.split(', ') ?? [])
      .filter((method) => method !== 'HEAD')
      .map((method) => `${method} ${steps.join('')}`);
  });
}

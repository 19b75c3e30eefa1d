import {
  asOwner,
  Jobs,
  loadDemonstration,
  prepareDatabase,
  Readiness,
  readConfiguration,
  sessionCookieName,
} from '@luotsi/platform/api';
import type { Role, Scope } from '@luotsi/identity/model';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { createApplication } from '../../apps/api/application';
import { slices } from '../../apps/api/slices';
import { Actor } from './actor';
import { over, within } from './carriers';
import { freshDatabase, type Prepare, type TestDatabase } from './database';
import { postedLetters, type PostedLetter } from './letters';
import { signedInPeople } from './people';

/** What a test may ask for. */
export interface TestAppOptions {
  /** Listen on a free port, so that actors use real connections: for tests of concurrency. */
  readonly listen?: boolean;
  /** Begin with the demonstration data of every slice. */
  readonly demonstration?: boolean;
  /** Do jobs and deliver letters in the background; otherwise call `doJobs`. */
  readonly jobs?: boolean;
  /** Environment values beside the usual ones, such as `LUOTSI_ORIGIN` or `LOG_LEVEL`. */
  readonly environment?: NodeJS.ProcessEnv;
  /** The folder of a built web application; none by default. */
  readonly web?: string;
}

/** The real application on a database of its own. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: DataSource;
  /** The address it listens on; empty unless asked to listen. */
  readonly address: string;
  /** One SQL statement's rows. */
  query<Row = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** Someone who isn't signed in. */
  visitor(): Actor;
  /**
   * Someone who is signed in and holds one role, in the whole country unless said otherwise. A new
   * person each time, who has gone through a second step unless `weak`.
   */
  as(role: Role, scope?: Scope, options?: { readonly weak?: boolean }): Promise<Actor>;
  /** Several such people, each with a session of their own. */
  crowd(
    count: number,
    role: Role,
    scope?: Scope,
    options?: { readonly weak?: boolean },
  ): Promise<Actor[]>;
  /** What has been posted to an address, or to anyone; newest last. */
  letters(address?: string): Promise<PostedLetter[]>;
  /** Does the jobs that wait and are due, and those that they bring about. */
  doJobs(): Promise<void>;
  /** Starts one more instance of the application on the same database; answers its address. */
  another(): Promise<string>;
  /** Stops the application and drops its database. Call it in `afterAll`. */
  close(): Promise<void>;
}

/**
 * Starts the real application on a fresh, migrated database with reference data. Once a test file:
 * `beforeAll(async () => { luotsi = await testApp(); }); afterAll(() => luotsi.close());`
 */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const kept = await testDatabase(options);
  const configuration = readConfiguration({
    DATABASE_URL: kept.url,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    LUOTSI_DEMONSTRATION: String(options.demonstration ?? false),
    LUOTSI_JOBS: String(options.jobs ?? false),
    ...options.environment,
  });
  const web = options.web ?? join(import.meta.dirname, 'no-web');
  const app = await createApplication(configuration, { web, prepare: false }).catch(
    async (fault: unknown) => {
      await kept.close();
      throw fault;
    },
  );
  app.get(Readiness).markLoaded();
  if (options.listen) await app.listen(0, '127.0.0.1');
  else await app.getHttpAdapter().getInstance().ready();
  const address = options.listen ? await app.getUrl() : '';
  const carrier = options.listen ? over(address) : within(app);
  const database = app.get(DataSource);
  const cookieName = sessionCookieName(configuration);
  const crowd: TestApp['crowd'] = async (
    count,
    role,
    scope = { type: 'country', id: null },
    { weak = false } = {},
  ) => {
    const people = await signedInPeople(database, count, role, scope, cookieName, weak);
    return people.map(({ id, cookie }) => {
      const actor = new Actor(carrier, id);
      actor.keep([cookie]);
      return actor;
    });
  };
  const others: NestFastifyApplication[] = [];
  return {
    app,
    database,
    crowd,
    async another() {
      const other = await createApplication(configuration, { web, prepare: false });
      others.push(other);
      other.get(Readiness).markLoaded();
      await other.listen(0, '127.0.0.1');
      return other.getUrl();
    },
    as: async (role, scope, options) => {
      const [actor] = await crowd(1, role, scope, options);
      if (!actor) throw new Error('Nobody was added.');
      return actor;
    },
    address,
    query: kept.query,
    letters: (to) => postedLetters(kept.query, to),
    doJobs: () => app.get(Jobs).doWaiting(),
    visitor: () => new Actor(carrier),
    async close() {
      await Promise.all([app, ...others].map((one) => one.close()));
      await kept.close();
    },
  };
}

/** A fresh, migrated database with reference data and no application: for tests of SQL alone. */
export function testDatabase(
  options: Pick<TestAppOptions, 'demonstration'> = {},
): Promise<TestDatabase> {
  return options.demonstration
    ? freshDatabase('demonstrated', prepareWith(loadDemonstration))
    : freshDatabase('prepared', prepareWith());
}

function prepareWith(more?: typeof loadDemonstration): Prepare {
  return async (url) => {
    await asOwner(readConfiguration({ DATABASE_URL: url }), slices, async (owner) => {
      await prepareDatabase(owner, slices);
      await more?.(owner, slices);
    });
  };
}

import { testApp, type TestApp } from '@testing';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PgBoss } from 'pg-boss';
import { Jobs } from './jobs';
import { JOBS_SCHEMA } from './schema';

/** A process that takes a job, says so, and is never done with it. */
const taker = `
  import { PgBoss } from 'pg-boss';
  const boss = new PgBoss({
    connectionString: process.env.DATABASE, schema: '${JOBS_SCHEMA}',
    migrate: false, supervise: false, schedule: false,
  });
  await boss.start();
  await boss.work('test.killed', { pollingIntervalSeconds: 0.5 }, async () => {
    process.stdout.write('taken');
    await new Promise(() => undefined);
  });
`;

describe('a job whose process was killed', () => {
  let luotsi: TestApp;
  let connectionString: string;
  const done: number[] = [];
  beforeAll(async () => {
    luotsi = await testApp();
    const address = new URL(process.env['LUOTSI_TEST_DATABASE'] ?? '');
    const [row] = await luotsi.query<{ name: string }>(`SELECT current_database() AS name`);
    address.pathname = `/${row?.name ?? ''}`;
    connectionString = address.href;
    luotsi.app.get(Jobs).work<{ number: number }>('test.killed', async ({ number }) => {
      done.push(number);
    });
  });
  afterAll(() => luotsi.close());

  const state = async () =>
    (
      await luotsi.query<{ state: string }>(
        `SELECT state FROM pgboss.job WHERE name = 'test.killed'`,
      )
    )[0]?.state;

  it('is done by another process, once, as soon as its heartbeat is missed', async () => {
    await luotsi.database.transaction((manager) =>
      luotsi.app.get(Jobs).send(manager, 'test.killed', { number: 7 }),
    );
    const process = spawn(globalThis.process.execPath, ['--input-type=module', '-e', taker], {
      cwd: join(import.meta.dirname, '../../../..'),
      env: { PATH: globalThis.process.env['PATH'], DATABASE: connectionString },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => process.stdout.once('data', resolve));
    const ended = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGKILL');
    await ended;

    // It is thought to be under way still: nobody else takes it yet.
    const boss = new PgBoss({
      connectionString,
      schema: JOBS_SCHEMA,
      migrate: false,
      supervise: false,
      schedule: false,
    });
    await boss.start();
    await boss.supervise('test.killed');
    await luotsi.doJobs();
    expect([await state(), done]).toEqual(['active', []]);

    // Half a minute later, without waiting for it.
    await luotsi.query(
      `UPDATE pgboss.queue SET monitor_on = NULL, monitor_claim_on = NULL WHERE name = 'test.killed'`,
    );
    await luotsi.query(
      `UPDATE pgboss.job SET heartbeat_on = heartbeat_on - interval '31 seconds'
       WHERE name = 'test.killed'`,
    );
    await boss.supervise('test.killed');
    await boss.stop({ graceful: false });
    expect(await state()).toBe('retry');
    await luotsi.query(`UPDATE pgboss.job SET start_after = now() WHERE name = 'test.killed'`);
    await luotsi.doJobs();
    expect([await state(), done]).toEqual(['completed', [7]]);
  });
});

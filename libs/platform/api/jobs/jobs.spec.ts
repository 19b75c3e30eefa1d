import { testApp, type TestApp } from '@testing';
import { getConstructionPlans } from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { Jobs, LOST_WORK } from './jobs';
import type { RunningJob } from './long-work';
import { JOBS_SCHEMA, JOBS_SCHEMA_VERSION } from './schema';

describe('jobs', () => {
  let luotsi: TestApp;
  let jobs: Jobs;
  const done: unknown[] = [];
  let fail = 0;
  let long: (data: { count: number }, job: RunningJob) => Promise<unknown>;

  beforeAll(async () => {
    luotsi = await testApp();
    jobs = luotsi.app.get(Jobs);
    jobs.work<{ number: number }>('test.note', async (data) => {
      if (fail > 0) {
        fail -= 1;
        throw Object.assign(new Error('Maija Meikäläinen is not there'), { code: 'E_TEST' });
      }
      done.push(data.number);
    });
    jobs.work<{ count: number }>('test.long', (data, job) => long(data, job));
  });
  afterAll(() => luotsi.close());
  beforeEach(() => (done.length = 0));

  const inTransaction = <T>(work: (manager: EntityManager) => Promise<T>) =>
    luotsi.database.transaction(work);
  const waiting = () =>
    luotsi.query<{ state: string; output: unknown; data: unknown }>(
      `SELECT state, output, data FROM pgboss.job WHERE name = 'test.note' AND state < 'active'`,
    );

  it('stand in tables of the version that the package works with', () => {
    expect(getConstructionPlans(JOBS_SCHEMA)).toContain(`VALUES ('${String(JOBS_SCHEMA_VERSION)}'`);
  });

  it('are added by the transaction that causes them, and not when it comes to nothing', async () => {
    await inTransaction((manager) => jobs.send(manager, 'test.note', { number: 1 }));
    const broken = inTransaction(async (manager) => {
      await jobs.send(manager, 'test.note', { number: 2 });
      throw new Error('changed its mind');
    });
    await expect(broken).rejects.toThrow('changed its mind');
    await luotsi.doJobs();
    expect(done).toEqual([1]);
  });

  it('are refused outside a transaction, and for work that nobody does', async () => {
    const { manager } = luotsi.database;
    await expect(jobs.send(manager, 'test.note', {})).rejects.toThrow('transaction');
    const unknown = inTransaction((own) => jobs.send(own, 'test.unknown', {}));
    await expect(unknown).rejects.toThrow('Nobody does test.unknown');
  });

  it('with a key are added once as long as the first waits', async () => {
    const send = (number: number) =>
      inTransaction((manager) => jobs.send(manager, 'test.note', { number }, { key: 'one' }));
    await send(1);
    await send(2);
    await luotsi.doJobs();
    await send(3);
    await luotsi.doJobs();
    expect(done).toEqual([1, 3]);
  });

  it('with a key never wait for another transaction that adds the same', async () => {
    await inTransaction(async (first) => {
      await jobs.send(first, 'test.note', { number: 1 }, { key: 'both' });
      await inTransaction((second) =>
        jobs.send(second, 'test.note', { number: 2 }, { key: 'both' }),
      );
    });
    await luotsi.doJobs();
    expect(done.sort()).toEqual([1, 2]);
  });

  it('are tried again after a fault, of which nothing personal is kept', async () => {
    fail = 1;
    await inTransaction((manager) => jobs.send(manager, 'test.note', { number: 5 }));
    await luotsi.doJobs();
    expect(done).toEqual([]);
    const [job] = await waiting();
    expect(job?.state).toBe('retry');
    expect(JSON.stringify(job?.output)).toContain('E_TEST');
    expect(JSON.stringify(job?.output)).not.toContain('Maija');
    await luotsi.query(`UPDATE pgboss.job SET start_after = now() WHERE name = 'test.note'`);
    await luotsi.doJobs();
    expect(done).toEqual([5]);
  });

  it('wait for their time', async () => {
    const startAfter = new Date(Date.now() + 3_600_000);
    await inTransaction((manager) =>
      jobs.send(manager, 'test.note', { number: 9 }, { startAfter }),
    );
    await luotsi.doJobs();
    expect(done).toEqual([]);
    await luotsi.query(`DELETE FROM pgboss.job WHERE name = 'test.note'`);
  });

  describe('that a person waits for', () => {
    let person: string;
    beforeAll(async () => {
      person = (await luotsi.as('counsellor')).id ?? '';
    });
    const rows = (id: string) => luotsi.query(`SELECT * FROM platform.job WHERE id = $1`, [id]);
    const start = () =>
      inTransaction((manager) => jobs.start(manager, 'test.long', person, { count: 3 }));

    it('tell how far they are and what they gave', async () => {
      const id = await start();
      expect(await rows(id)).toMatchObject([{ state: 'waiting', done: 0, total: 0 }]);
      long = async ({ count }, job) => {
        await job.progress(1, count);
        expect(await rows(id)).toMatchObject([{ state: 'running', done: 1, total: 3 }]);
        await job.progress(count, count);
        return { made: count };
      };
      await luotsi.doJobs();
      expect(await rows(id)).toMatchObject([{ state: 'done', done: 3, result: { made: 3 } }]);
    });

    it('can be called off, before and while they are done', async () => {
      const [before, during] = [await start(), await start()];
      const cancel = (id: string) =>
        luotsi.query(
          `UPDATE platform.job SET state = 'cancelled', ended_at = now() WHERE id = $1`,
          [id],
        );
      await cancel(before);
      let turns = 0;
      long = async ({ count }, job) => {
        await job.progress(1, count);
        await cancel(during);
        for (; !(await job.cancelled()) && turns < 10;) turns += 1;
        return { made: 1 };
      };
      await luotsi.doJobs();
      expect(turns).toBe(0);
      expect(await rows(before)).toMatchObject([{ state: 'cancelled', done: 0 }]);
      expect(await rows(during)).toMatchObject([{ state: 'cancelled', done: 1, result: null }]);
    });

    it('have failed when the process was killed at the last try', async () => {
      const [lost, going] = [await start(), await start()];
      await luotsi.query(`UPDATE platform.job SET state = 'running' WHERE id = ANY ($1)`, [
        [lost, going],
      ]);
      await luotsi.query(`UPDATE pgboss.job SET state = 'failed' WHERE id = $1`, [lost]);
      expect(await jobs.doNow(LOST_WORK)).toBe(1);
      expect(await rows(lost)).toMatchObject([{ state: 'failed' }]);
      expect(await rows(going)).toMatchObject([{ state: 'running' }]);
      await luotsi.query(`DELETE FROM pgboss.job WHERE id = $1`, [going]);
    });

    it('have failed when no try is left', async () => {
      const id = await start();
      long = () => Promise.reject(new Error('never works'));
      for (let turn = 0; turn < 4; turn += 1) {
        expect(await rows(id)).toMatchObject([{ state: turn === 0 ? 'waiting' : 'running' }]);
        await luotsi.doJobs();
        await luotsi.query(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`);
      }
      expect(await rows(id)).toMatchObject([{ state: 'failed' }]);
    });
  });
});

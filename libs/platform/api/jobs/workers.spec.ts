import { eventually, testApp, type TestApp } from '@testing';
import { Jobs } from './jobs';

describe('workers', () => {
  let luotsi: TestApp;
  let jobs: Jobs;
  const done: number[] = [];
  beforeAll(async () => {
    luotsi = await testApp({ jobs: true });
    jobs = luotsi.app.get(Jobs);
    jobs.work<{ number: number }>('test.live', async ({ number }) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      done.push(number);
    });
    await luotsi.another();
  });
  afterAll(() => luotsi.close());

  it('hear of new work at once, and do all of it, each once', async () => {
    const numbers = Array.from({ length: 30 }, (_, number) => number);
    await luotsi.database.transaction(async (manager) => {
      for (const number of numbers) await jobs.send(manager, 'test.live', { number });
    });
    await eventually(async () => expect(done.length).toBeGreaterThanOrEqual(30));
    expect(done.toSorted((one, other) => one - other)).toEqual(numbers);
  });

  it('know the regular work of every slice, in the time of Helsinki', async () => {
    await eventually(async () => {
      const kept = await luotsi.query<{ name: string; timezone: string }>(
        `SELECT name, timezone FROM pgboss.schedule`,
      );
      expect(kept).toContainEqual({ name: 'platform.lost-work', timezone: 'Europe/Helsinki' });
    });
  });
});

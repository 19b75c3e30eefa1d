import { Jobs } from '@luotsi/platform/api';
import { testApp, type Actor, type TestApp } from '@testing';

describe('work in the background', () => {
  let luotsi: TestApp;
  let [maija, pekka]: Actor[] = [];
  beforeAll(async () => {
    luotsi = await testApp();
    luotsi.app.get(Jobs).work<{ names: string[] }>('test.names', async ({ names }, job) => {
      for (const [place] of names.entries()) await job.progress(place + 1, names.length);
      return { counted: names.length };
    });
    [maija, pekka] = await luotsi.crowd(2, 'counsellor');
  });
  afterAll(() => luotsi.close());

  const start = () =>
    luotsi.database.transaction((manager) =>
      luotsi.app.get(Jobs).start(manager, 'test.names', maija?.id ?? '', { names: ['a', 'b'] }),
    );

  it('is seen by its person from the beginning to its result', async () => {
    const id = await start();
    const waiting = await maija?.get(`/api/jobs/${id}`);
    expect(waiting?.body).toEqual({ state: 'waiting', done: 0, total: 0 });
    expect(waiting?.headers['cache-control']).toContain('no-store');
    await luotsi.doJobs();
    expect((await maija?.get(`/api/jobs/${id}`))?.body).toEqual({
      state: 'done',
      done: 2,
      total: 2,
      result: { counted: 2 },
    });
  });

  it('can be called off, twice without harm, and is then not done', async () => {
    const id = await start();
    expect((await maija?.delete(`/api/jobs/${id}`))?.status).toBe(204);
    expect((await maija?.delete(`/api/jobs/${id}`))?.status).toBe(204);
    await luotsi.doJobs();
    expect((await maija?.get(`/api/jobs/${id}`))?.body).toMatchObject({ state: 'cancelled' });
  });

  it('is not there for anyone else', async () => {
    const id = await start();
    for (const answer of [
      await pekka?.get(`/api/jobs/${id}`),
      await pekka?.delete(`/api/jobs/${id}`),
      await maija?.get('/api/jobs/00000000-0000-7000-8000-000000000000'),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { type: 'urn:luotsi:problem:not-found' } });
    }
    expect((await luotsi.visitor().get(`/api/jobs/${id}`)).status).toBe(401);
    expect((await maija?.get(`/api/jobs/${id}`))?.body).toMatchObject({ state: 'waiting' });
  });
});

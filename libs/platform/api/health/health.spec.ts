import { jest } from '@jest/globals';
import { testApp, type TestApp } from '@testing';
import { Readiness } from './readiness';

describe('the health of the service', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp();
  });
  afterAll(() => luotsi.close());
  afterEach(() => jest.restoreAllMocks());

  it('is told without a sign-in and never kept', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      const { status, headers } = await luotsi.visitor().get(path);
      expect([path, status, headers['cache-control']]).toEqual([path, 200, 'no-store']);
    }
  });

  it('is not ready while the database does not answer, and lives on', async () => {
    jest.spyOn(luotsi.database, 'query').mockRejectedValue(new Error('gone'));
    const answer = await luotsi.visitor().get('/health/ready');
    expect(answer).toMatchObject({ status: 503, body: { type: 'urn:luotsi:problem:not-ready' } });
    expect((await luotsi.visitor().get('/health/live')).status).toBe(200);
  });

  it('is not ready until all delivered data is in', async () => {
    const readiness = new Readiness(luotsi.database);
    expect(await readiness.isReady()).toBe(false);
    readiness.markLoaded();
    expect(await readiness.isReady()).toBe(true);
  });
});

describe('a fault of the service', () => {
  it('is opaque, and its answer has the id that stands in the log', async () => {
    const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const out = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const luotsi = await testApp({ environment: { LOG_LEVEL: 'info' } });
    await luotsi.query('ALTER TABLE network.region RENAME TO gone');
    const answer = await luotsi
      .visitor()
      .get<Record<string, string>>('/api/regions', { 'accept-language': 'en' });
    await luotsi.close();
    const written = [...log.mock.calls, ...out.mock.calls].map(([text]) => String(text)).join('');
    jest.restoreAllMocks();
    const { type, requestId, detail } = answer.body;
    expect([answer.status, type]).toEqual([500, 'urn:luotsi:problem:server-fault']);
    expect(detail).toContain(requestId);
    expect(answer.text).not.toMatch(/region|relation|sql/i);
    expect(written).toContain(`"requestId":"${requestId ?? ''}"`);
  });
});

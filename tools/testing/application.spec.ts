import { testApp, type TestApp } from '@testing';

describe.each([{ listen: false }, { listen: true }])(
  'the application under test, $listen',
  (way) => {
    let luotsi: TestApp;
    beforeAll(async () => {
      luotsi = await testApp(way);
    });
    afterAll(() => luotsi.close());

    it('is ready and answers JSON', async () => {
      const answer = await luotsi.visitor().get('/health/ready');
      expect(answer).toMatchObject({ status: 200, body: { status: 'ok' } });
    });

    it('has its migrations', async () => {
      const rows = await luotsi.query(`SELECT name FROM platform.setting`);
      expect(Array.isArray(rows)).toBe(true);
    });
  },
);

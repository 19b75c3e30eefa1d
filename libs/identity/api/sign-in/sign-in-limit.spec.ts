import { testApp, type Actor, type TestApp } from '@testing';
import type { ProblemDetails } from '@luotsi/platform/model';

const password = 'luotsi-demo-2027';
const address = (account: string) => `${account}@demo.luotsi.example`;

describe('the limit on failed sign-ins', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp({ demonstration: true, listen: true });
  });
  beforeEach(() => luotsi.query(`DELETE FROM identity.sign_in_failure`));
  afterAll(() => luotsi.close());

  const fail = (account: string, times: number, actor: Actor = luotsi.visitor()) =>
    Promise.all(Array.from({ length: times }, () => actor.signIn(address(account), 'wrong')));

  it('lets forty people behind one address in at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, place) =>
        luotsi.visitor().signIn(address(`counsellor${String(place + 1)}`), password),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(200));
    expect(new Set(answers.flatMap(({ cookies }) => cookies)).size).toBe(40);
  });

  it('stops an account after five failures, also in one burst, and says how long', async () => {
    const statuses = (await fail('coach1', 8)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(3);

    const right = await luotsi.visitor().signIn(address('coach1'), password);
    expect(right).toMatchObject({
      status: 429,
      body: { type: 'urn:luotsi:problem:sign-in-paused', minutes: 15 },
      cookies: [],
    });
    const seconds = Number(right.headers['retry-after']);
    expect(seconds).toBeGreaterThan(880);
    expect(seconds).toBeLessThanOrEqual(900);
    expect((right.body as ProblemDetails).detail).toContain('15 minuutin kuluttua');

    const other = await luotsi.visitor().signIn(address('national1'), password);
    expect(other.status).toBe(200);
  });

  it('limits an account that does not exist in the same way', async () => {
    const statuses = (await fail('nobody', 6)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  it('forgets the failures of an account that gets in', async () => {
    await fail('coach1', 4);
    expect((await luotsi.visitor().signIn(address('coach1'), password)).status).toBe(200);
    const statuses = (await fail('coach1', 5)).map(({ status }) => status);
    expect(statuses).toEqual(Array(5).fill(401));
  });

  it('stops an address that has failed a hundred times on any accounts', async () => {
    await fail('nobody', 1);
    await luotsi.query(
      `UPDATE identity.sign_in_failure SET points = 99 WHERE key LIKE 'address:%'`,
    );
    expect((await luotsi.visitor().signIn(address('coach1'), password)).status).toBe(200);
    await fail('somebody', 1);
    expect((await luotsi.visitor().signIn(address('coach1'), password)).status).toBe(429);
  });

  it('lets an account in again when the time is over', async () => {
    await fail('coach1', 5);
    await luotsi.query(`UPDATE identity.sign_in_failure SET expire = $1`, [Date.now() - 1]);
    expect((await luotsi.visitor().signIn(address('coach1'), password)).status).toBe(200);
  });

  it('keeps neither e-mail nor address', async () => {
    await fail('coach1', 1);
    const rows = await luotsi.query<{ key: string }>(`SELECT key FROM identity.sign_in_failure`);
    expect(rows).toHaveLength(3);
    for (const { key } of rows)
      expect(key).toMatch(/^(here|account|address):[\w-]{43}(\.[\w-]{43})?$/);
  });
});

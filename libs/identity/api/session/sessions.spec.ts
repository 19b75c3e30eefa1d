import type { Me } from '@luotsi/identity/model';
import { Changes } from '@luotsi/platform/api';
import { testApp, type Actor, type TestApp } from '@testing';
import { jest } from '@jest/globals';
import { grantRole } from '../people/people';

describe('an open session', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp();
  });
  afterAll(() => luotsi.close());
  afterEach(() => jest.restoreAllMocks());

  const rolesOf = async (actor: Actor) =>
    (await actor.get<Me>('/api/me')).body.roles.map(({ role }) => role);
  const queriesDuring = async (work: () => Promise<unknown>) => {
    const query = jest.spyOn(luotsi.database, 'query');
    await work();
    const { length } = query.mock.calls;
    query.mockRestore();
    return length;
  };

  /**
   * Someone for whom something ends soon (`$2` in seconds, `$1` who), asked while it still held. On a
   * machine so busy that the answer came too late, somebody else is asked, with more time.
   */
  async function askedBefore<Value>(
    end: string,
    ask: (who: Actor) => Promise<Value>,
    still: Value,
  ): Promise<Actor> {
    for (const seconds of [0.3, 2, 10]) {
      const actor = await luotsi.as('coach');
      await luotsi.query(end, [actor.id, seconds]);
      if (JSON.stringify(await ask(actor)) === JSON.stringify(still)) return actor;
    }
    throw new Error('It never held, or ended before it was asked for.');
  }

  it('is read once and then known without a query', async () => {
    const actor = await luotsi.as('coach');
    await actor.get('/api/me');
    await heard(() => queriesDuring(() => actor.get('/api/me')), 0);
    expect(await queriesDuring(() => actor.get('/api/openapi.json'))).toBe(0);
  });

  it('is not looked for when a visitor comes', async () => {
    const visitor = luotsi.visitor();
    expect(await queriesDuring(() => visitor.get('/api/service'))).toBe(0);
    expect(await queriesDuring(() => visitor.get('/api/me'))).toBe(0);
  });

  it('is not looked for when the cookie is not signed by us', async () => {
    const actor = await luotsi.as('coach');
    for (const forged of [
      actor.cookie.replace(/=./, '=x'),
      actor.cookie.replace(/\.[^.]*$/, '.AAAA'),
      'luotsi.session_token=x',
      'luotsi.session_token=%E0%A4%A',
    ]) {
      const seen = await queriesDuring(async () => {
        const answer = await luotsi.visitor().get('/api/me', { cookie: forged });
        expect(answer.status).toBe(401);
      });
      expect(seen).toBe(0);
    }
  });

  it('gains a role the moment it is granted', async () => {
    const actor = await luotsi.as('coach');
    expect(await rolesOf(actor)).toEqual(['coach']);
    const scope = { type: 'region', id: '19' } as const;
    await luotsi.database.transaction((it) =>
      grantRole(it, actor.id ?? '', 'groupCoordinator', scope),
    );
    await heard(() => rolesOf(actor), ['coach', 'groupCoordinator']);
  });

  it('loses a role when its time is over', async () => {
    const end = `UPDATE identity.role_grant SET valid_to = now() + make_interval(secs => $2)
                 WHERE person_id = $1`;
    const actor = await askedBefore(end, rolesOf, ['coach']);
    await heard(() => rolesOf(actor), []);
  });

  it('ends when its time is over, also while it is known', async () => {
    const end = `UPDATE identity.session SET expires_at = now() + make_interval(secs => $2)
                 WHERE person_id = $1`;
    const status = async (who: Actor) => (await who.patch('/api/me', { language: 'fi' })).status;
    const actor = await askedBefore(end, status, 200);
    await heard(() => status(actor), 401);
  });

  it('is not taken from memory while changes are not heard', async () => {
    const actor = await luotsi.as('coach');
    await actor.get('/api/me');
    jest.spyOn(luotsi.app.get(Changes), 'hearing', 'get').mockReturnValue(false);
    await luotsi.query(`DELETE FROM identity.role_grant WHERE person_id = $1`, [actor.id]);
    expect(await rolesOf(actor)).toEqual([]);
  });

  it('is renewed when the person comes back after a day, and not before', async () => {
    const actor = await luotsi.as('coach');
    const age = (days: number) =>
      luotsi.query(
        `UPDATE identity.session SET expires_at = now() + make_interval(days => 7, secs => $2)
         WHERE person_id = $1`,
        [actor.id, -days * 86_400],
      );
    await age(0.5);
    expect((await actor.get('/api/me')).cookies).toEqual([]);

    const later = await luotsi.as('coach');
    await luotsi.query(
      `UPDATE identity.session SET expires_at = now() + interval '5 days' WHERE person_id = $1`,
      [later.id],
    );
    const { cookies } = await later.get('/api/me');
    expect(cookies[0]).toContain('Max-Age=604800');
    const [row] = await luotsi.query<{ long: boolean }>(
      `SELECT expires_at > now() + interval '6 days' AS long FROM identity.session
       WHERE person_id = $1`,
      [later.id],
    );
    expect(row?.long).toBe(true);
    expect((await later.get('/api/me')).status).toBe(200);
  });

  it('ends thirty days after signing in, however often it was renewed', async () => {
    const end = `UPDATE identity.session
                 SET created_at = now() - make_interval(days => 30, secs => -$2::float8)
                 WHERE person_id = $1`;
    const status = async (who: Actor) => (await who.get('/api/me')).status;
    const actor = await askedBefore(end, status, 200);
    await heard(() => status(actor), 401);
  });

  it('keeps the language that the person chooses', async () => {
    const actor = await luotsi.as('counsellor');
    expect((await actor.get<Me>('/api/me')).body.language).toBe('fi');
    const changed = await actor.patch<Me>('/api/me', { language: 'sv' });
    expect(changed).toMatchObject({ status: 200, body: { language: 'sv' } });
    expect((await actor.get<Me>('/api/me')).body.language).toBe('sv');
    expect((await actor.patch('/api/me', { language: 'de' })).status).toBe(422);
  });
});

describe('a session that is known to another process', () => {
  it('ends there, too, as soon as that hears of the signing out here', async () => {
    const luotsi = await testApp({ listen: true });
    const there = `${await luotsi.another()}/api/me`;
    const actor = await luotsi.as('coach');
    const { cookie } = actor;
    const status = async () => (await fetch(there, { headers: { cookie } })).status;
    expect(await status()).toBe(200);
    expect((await actor.post('/api/auth/sign-out')).status).toBe(200);
    await heard(status, 401);
    await luotsi.close();
  });
});

/** Asks again until the answer is as expected, for as long as a busy machine may need. */
async function heard<Value>(ask: () => Promise<Value>, expected: Value): Promise<void> {
  const end = Date.now() + 15_000;
  let answer = await ask();
  while (JSON.stringify(answer) !== JSON.stringify(expected) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    answer = await ask();
  }
  expect(answer).toEqual(expected);
}

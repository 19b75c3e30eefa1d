import { testApp, type TestApp } from '@testing';
import type { Me } from '@luotsi/identity/model';
import type { ProblemDetails } from '@luotsi/platform/model';

const password = 'luotsi-demo-2027';
const address = (account: string) => `${account}@demo.luotsi.example`;

describe('signing in', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp({ demonstration: true, listen: true });
  });
  afterAll(() => luotsi.close());

  it('tells who has signed in and keeps them so', async () => {
    const actor = luotsi.visitor();
    const answer = await actor.signIn(address('coordinator1'), password);
    expect(answer.status).toBe(200);
    const mine = await actor.get<Me>('/api/me');
    expect(mine).toMatchObject({ status: 200, body: answer.body as Me });
    expect(mine.body).toMatchObject({ name: 'Anneli Lappalainen', language: 'fi' });
    expect(mine.body.roles).toContainEqual({
      role: 'groupCoordinator',
      scope: { type: 'region', id: '19' },
    });
    expect(mine.headers['cache-control']).toBe('private, no-store');
  });

  it('does not care how the e-mail address is capitalised or padded', async () => {
    const answer = await luotsi.visitor().signIn(' Coach1@Demo.Luotsi.example ', password);
    expect(answer.status).toBe(200);
  });

  it('sets one cookie that scripts and other sites can not use', async () => {
    const { cookies } = await luotsi.visitor().signIn(address('coach1'), password);
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(
      /^luotsi\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it.each([
    ['a wrong password', address('coach1'), 'wrong'],
    ['an unknown account', 'nobody@example.org', password],
  ])('answers %s with the same words', async (_, email, given) => {
    const texts = { fi: 'Sähköposti tai salasana', sv: 'E-postadressen', en: 'The e-mail address' };
    for (const [language, words] of Object.entries(texts)) {
      const answer = await luotsi
        .visitor()
        .post<ProblemDetails>(
          '/api/auth/sign-in/email',
          { email, password: given },
          { 'accept-language': language },
        );
      expect(answer).toMatchObject({
        status: 401,
        body: { type: 'urn:luotsi:problem:wrong-credentials' },
      });
      expect(answer.body.title).toContain(words);
      expect(answer.cookies).toEqual([]);
    }
  });

  it('names the fields that are missing', async () => {
    const answer = await luotsi.visitor().post<ProblemDetails>('/api/auth/sign-in/email', {});
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/email' }, { pointer: '/password' }] },
    });
  });

  it('opens a new session and ends the one that was open in the browser', async () => {
    const actor = luotsi.visitor();
    await actor.signIn(address('counsellor3'), password);
    const first = actor.cookie;
    await actor.signIn(address('counsellor4'), password);
    expect(actor.cookie).not.toBe(first);
    const planted = await luotsi.visitor().get('/api/me', { cookie: first });
    expect(planted.status).toBe(401);
    expect((await actor.get('/api/me')).status).toBe(200);
  });

  it('signs out at once and for good', async () => {
    const actor = luotsi.visitor();
    await actor.signIn(address('counsellor5'), password);
    const { cookie } = actor;
    expect((await actor.get('/api/me')).status).toBe(200);
    const out = await actor.post('/api/auth/sign-out');
    expect(out).toMatchObject({ status: 200, body: { success: true } });
    expect(actor.cookie).toBe('');
    expect((await actor.get('/api/me', { cookie })).status).toBe(401);
  });

  it('tells a page who uses it, which may be a visitor', async () => {
    const actor = luotsi.visitor();
    const visitor = await actor.get('/api/auth/session');
    expect(visitor).toMatchObject({ status: 200, body: { person: null } });
    await actor.signIn(address('counsellor7'), password);
    const known = await actor.get('/api/auth/session');
    expect(known.body).toEqual({ person: (await actor.get('/api/me')).body });
    expect(known.headers['cache-control']).toBe('private, no-store');
  });

  it('lets a visitor sign out of nothing', async () => {
    expect((await luotsi.visitor().post('/api/auth/sign-out')).status).toBe(200);
  });

  it('refuses a page of another site', async () => {
    const answer = await luotsi
      .visitor()
      .post(
        '/api/auth/sign-in/email',
        { email: address('coach1'), password },
        { origin: 'https://elsewhere.example' },
      );
    expect(answer).toMatchObject({
      status: 403,
      body: { type: 'urn:luotsi:problem:foreign-origin' },
      cookies: [],
    });
  });

  it.each([
    'sign-up',
    'get-session',
    'list-sessions',
    'change-password',
    'revoke-sessions',
    'ok',
    'error',
  ])('offers nothing at /api/auth/%s', async (path) => {
    expect((await luotsi.visitor().get(`/api/auth/${path}`)).status).toBe(404);
    expect((await luotsi.visitor().post(`/api/auth/${path}`, {})).status).toBe(404);
  });

  it('keeps no address of who has signed in, and of the browser only its kind', async () => {
    const agent = 'Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0';
    const body = { email: address('counsellor6'), password };
    await luotsi.visitor().post('/api/auth/sign-in/email', body, { 'user-agent': agent });
    const rows = await luotsi.query(
      `SELECT s.ip_address, s.user_agent, s.browser, s.system FROM identity.session s
       JOIN identity.person p ON p.id = s.person_id WHERE p.email = $1`,
      [body.email],
    );
    expect(rows).toEqual([
      { ip_address: null, user_agent: null, browser: 'firefox', system: 'android' },
    ]);
  });
});

describe('signing in over https', () => {
  it('sets a cookie for https only', async () => {
    const luotsi = await testApp({
      demonstration: true,
      environment: { LUOTSI_ORIGIN: 'https://luotsi.example' },
    });
    const actor = luotsi.visitor();
    const { cookies } = await actor.signIn(address('coach1'), password);
    expect(cookies[0]).toMatch(/^__Host-luotsi\.session_token=.*; Secure; SameSite=Lax$/);
    expect((await actor.get('/api/me')).status).toBe(200);
    const out = await actor.post('/api/auth/sign-out');
    expect(out.cookies[0]).toContain('; Secure');
    await luotsi.close();
  });
});

describe('the work behind a refusal', () => {
  /**
   * Processor time, not the clock: checking a password costs tens of milliseconds of it, and nothing
   * else of a refusal costs more than a few, however busy the machine is.
   */
  it('is the same whether the account exists or not', async () => {
    const luotsi = await testApp({ demonstration: true });
    const work = async (email: string) => {
      const before = process.cpuUsage();
      expect((await luotsi.visitor().signIn(email, 'wrong')).status).toBe(401);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await work('warm-up@example.org');
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      known.push(await work(address('coach1')));
      unknown.push(await work(`nobody${String(round)}@example.org`));
    }
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2);
    expect(Math.min(...known)).toBeGreaterThan(Math.min(...unknown) / 2);
    await luotsi.close();
  });
});

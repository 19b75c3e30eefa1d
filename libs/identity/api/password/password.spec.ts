import type { ProblemDetails } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';

const forty = Array.from({ length: 40 }, (_, place) => place + 1);
const old = 'luotsi-demo-2027';
const fresh = 'kolme hevosta metsässä';
const address = (place: number) => `counsellor${String(place)}@demo.luotsi.example`;

describe('a password', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp({ demonstration: true });
  });
  beforeEach(async () => {
    await luotsi.query(`DELETE FROM identity.letter_count`);
    await luotsi.query(`DELETE FROM identity.sign_in_failure`);
  });
  afterAll(() => luotsi.close());

  const ask = (email: string) =>
    luotsi
      .visitor()
      .post<ProblemDetails>('/api/auth/request-password-reset', { email, language: 'fi' });
  const linkTo = async (email: string) => {
    const all = await luotsi.letters(email);
    const letter = all.filter(({ kind }) => kind === 'password-reset').at(-1);
    return new URL(letter?.link ?? 'none:').searchParams.get('token') ?? '';
  };
  const choose = (token: string, password = fresh) =>
    luotsi.visitor().post<ProblemDetails>('/api/auth/reset-password', { token, password });
  const signedIn = async (email: string, password = old): Promise<Actor> => {
    const actor = luotsi.visitor();
    expect((await actor.signIn(email, password)).status).toBe(200);
    return actor;
  };
  const audited = (email: string, action: string) =>
    luotsi.query(
      `SELECT 1 FROM identity.audit_entry e
       JOIN identity.person p ON p.id = ANY(e.subject_ids) WHERE p.email = $1 AND e.action = $2`,
      [email, action],
    );

  it('that is forgotten is replaced by a link, which ends every sign-in', async () => {
    const email = address(1);
    const elsewhere = await signedIn(email);
    expect(await ask(email)).toMatchObject({ status: 202, body: { accepted: true } });
    const token = await linkTo(email);
    const read = await luotsi.visitor().post('/api/auth/link', { token });
    expect(read.body).toEqual({ purpose: 'reset', email, returnTo: null });
    expect(await choose(token)).toMatchObject({ status: 200, body: { email } });
    expect((await elsewhere.get('/api/me')).status).toBe(401);
    expect((await luotsi.visitor().signIn(email, old)).status).toBe(401);
    await signedIn(email, fresh);
    const told = (await luotsi.letters(email)).at(-1);
    expect(told).toMatchObject({ kind: 'password-changed', subject: 'Salasanasi on vaihdettu' });
    expect(told?.link).toMatch(/\/forgot-password$/);
    expect(await audited(email, 'password-reset')).toHaveLength(1);
  });

  it('can be chosen by a link once, in time, and by the newest until one is used', async () => {
    const email = address(2);
    await ask(email);
    const first = await linkTo(email);
    await ask(email);
    const second = await linkTo(email);
    expect((await choose(first)).status).toBe(200);
    for (const used of [first, second]) {
      expect(await choose(used)).toMatchObject({
        status: 410,
        body: { type: 'urn:luotsi:problem:letter-link-used' },
      });
    }
    await ask(email);
    await luotsi.query(`UPDATE identity.link_token SET expires_at = now() - interval '1 second'`);
    expect((await choose(await linkTo(email))).body.type).toBe(
      'urn:luotsi:problem:letter-link-expired',
    );
  });

  it('is chosen once when the link is sent twice at the same moment', async () => {
    const email = address(3);
    await ask(email);
    const token = await linkTo(email);
    const statuses = (await Promise.all([choose(token), choose(token)])).map((it) => it.status);
    expect(statuses.sort()).toEqual([200, 410]);
  });

  it('is judged before the link is used up', async () => {
    const email = address(4);
    await ask(email);
    const token = await linkTo(email);
    const refused = await choose(token, 'Password123');
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/password' }] } });
    expect((await choose(token)).status).toBe(200);
  });

  it('keeps of a link only what can not be used', async () => {
    const email = address(5);
    await ask(email);
    const token = await linkTo(email);
    const rows = await luotsi.query(`SELECT * FROM identity.link_token`);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is asked for in the same words where there is no account, and no letter goes out', async () => {
    const unknown = await ask('nobody@example.org');
    const known = await ask(address(6));
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    expect(await luotsi.letters('nobody@example.org')).toEqual([]);
  });

  it('that is chosen anew lets in whom failures had locked out, from anywhere', async () => {
    const email = address(7);
    for (let time = 0; time < 5; time += 1) await luotsi.visitor().signIn(email, 'wrong');
    await luotsi.query(
      `INSERT INTO identity.sign_in_failure SELECT replace(key, 'account:', 'here:') || '.' || repeat('x', 43), 5, expire
       FROM identity.sign_in_failure WHERE key LIKE 'account:%'`,
    );
    await luotsi.query(
      `UPDATE identity.sign_in_failure SET points = 100 WHERE key LIKE 'address:%'`,
    );
    const locked = await luotsi.visitor().signIn(email, old);
    expect(locked.status).toBe(429);
    expect((locked.body as ProblemDetails).detail).toContain('Unohtuiko salasana');
    await ask(email);
    await choose(await linkTo(email));
    await signedIn(email, fresh);
    expect(
      await luotsi.query(`SELECT 1 FROM identity.sign_in_failure WHERE key LIKE 'here:%'`),
    ).toEqual([]);
    // Others behind the same address wait as they did.
    expect((await luotsi.visitor().signIn(address(8), old)).status).toBe(429);
  });

  it('of one’s own is changed by who knows it, and every other sign-in ends', async () => {
    const email = address(9);
    const [actor, elsewhere] = [await signedIn(email), await signedIn(email)];
    const before = actor.cookie;
    const change = (present: string, password: string) =>
      actor.put<ProblemDetails>('/api/me/password', { present, password });
    expect((await actor.get('/api/me/password')).body).toEqual({ set: true });

    const wrong = await change('not it', fresh);
    expect(wrong).toMatchObject({
      status: 403,
      body: { type: 'urn:luotsi:problem:present-password-wrong' },
    });
    expect(await change(old, 'Password123')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/password' }] },
    });
    expect((await elsewhere.get('/api/me')).status).toBe(200);

    expect(await change(old, fresh)).toMatchObject({ status: 200, body: { signInsEnded: 1 } });
    expect((await actor.get('/api/me')).status).toBe(200);
    expect((await elsewhere.get('/api/me')).status).toBe(401);
    expect((await luotsi.visitor().get('/api/me', { cookie: before })).status).toBe(401);
    expect((await luotsi.letters(email)).at(-1)?.kind).toBe('password-changed');
    expect(await audited(email, 'password-changed')).toHaveLength(1);
    await signedIn(email, fresh);
  });

  it('can not be guessed by who has got hold of an open session', async () => {
    const actor = await signedIn(address(10));
    const body = { present: 'a guess', password: fresh };
    for (let time = 0; time < 5; time += 1) await actor.put('/api/me/password', body);
    const answer = await actor.put('/api/me/password', { ...body, present: old });
    expect(answer).toMatchObject({
      status: 429,
      body: { type: 'urn:luotsi:problem:sign-in-paused' },
    });
  });

  it('is none where one signs in by other means; a link gives one', async () => {
    const email = address(11);
    const actor = await signedIn(email);
    await luotsi.query(
      `DELETE FROM identity.account WHERE person_id = (SELECT id FROM identity.person WHERE email = $1)`,
      [email],
    );
    expect((await actor.get('/api/me/password')).body).toEqual({ set: false });
    const answer = await actor.put('/api/me/password', { present: 'x', password: fresh });
    expect(answer).toMatchObject({ status: 409, body: { type: 'urn:luotsi:problem:no-password' } });
    await ask(email);
    expect((await choose(await linkTo(email))).status).toBe(200);
    await signedIn(email, fresh);
  });

  it('can be asked for by a class of forty at once', async () => {
    const statuses = (await Promise.all(forty.map((place) => ask(address(place))))).map(
      ({ status }) => status,
    );
    expect(statuses).toEqual(Array(40).fill(202));
  });

  it('that an unfinished registration has is not reset: the letter says how to go on', async () => {
    const email = 'unfinished@example.org';
    const body = { name: 'A', email, password: fresh, language: 'sv' };
    await luotsi.visitor().post('/api/auth/sign-up/email', body);
    await ask(email);
    const letter = (await luotsi.letters(email)).at(-1);
    expect(letter?.link).toMatch(/\/sign-up$/);
  });
});

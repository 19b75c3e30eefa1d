import { emailAddress, type Me } from '@luotsi/identity/model';
import type { ProblemDetails } from '@luotsi/platform/model';
import { testApp, type TestApp } from '@testing';
import { jest } from '@jest/globals';
import { EntityManager } from 'typeorm';
import { Passwords } from '../password/passwords';

const password = 'vihreä teekuppi lentää';
const tokenOf = (link: string) => new URL(link).searchParams.get('token') ?? '';

describe('registering', () => {
  let luotsi: TestApp;
  let made = 0;
  beforeAll(async () => {
    luotsi = await testApp();
  });
  beforeEach(() => luotsi.query(`DELETE FROM identity.letter_count`));
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => luotsi.close());

  const address = () => `someone${String((made += 1))}@school.example`;
  const register = (email: string, more: object = {}) =>
    luotsi.visitor().post<ProblemDetails>('/api/auth/sign-up/email', {
      name: 'Aino Korhonen',
      email,
      password,
      language: 'fi',
      ...more,
    });
  const linkTo = async (email: string) => (await luotsi.letters(email)).at(-1)?.link ?? '';
  const verify = (link: string, given = password) =>
    luotsi.visitor().post<Me & ProblemDetails>('/api/auth/verify-email', {
      token: tokenOf(link),
      password: given,
    });

  it('makes an account once the link is opened by who knows the password', async () => {
    const email = address();
    expect(await register(email)).toMatchObject({ status: 202, body: { accepted: true } });
    const [letter] = await luotsi.letters(email);
    expect(letter).toMatchObject({ subject: 'Vahvista sähköpostiosoitteesi', name: null });
    expect(letter?.text).not.toContain('Aino');
    expect(letter?.link).toMatch(/^http:\/\/localhost:\d+\/verify-email\?token=[\w-]{43}$/);

    const actor = luotsi.visitor();
    const token = tokenOf(letter?.link ?? '');
    const read = await actor.post('/api/auth/link', { token });
    expect(read.body).toEqual({ purpose: 'verify', email, returnTo: null });
    const answer = await actor.post<Me>('/api/auth/verify-email', { token, password });
    expect(answer.status).toBe(200);
    expect((await actor.get<Me>('/api/me')).body).toMatchObject({
      name: 'Aino Korhonen',
      language: 'fi',
      roles: [{ role: 'counsellor', scope: { type: 'country', id: null } }],
    });
    expect((await actor.get('/api/me/enrolments')).status).toBe(200);
    expect((await luotsi.visitor().signIn(email, password)).status).toBe(200);
  });

  it('remembers the page that one was at, and none of another site', async () => {
    for (const [returnTo, kept] of [
      ['/sessions/1?tab=2', '/sessions/1?tab=2'],
      ['//elsewhere.example', '/'],
    ]) {
      const email = address();
      await register(email, { returnTo });
      const token = tokenOf(await linkTo(email));
      const read = await luotsi.visitor().post('/api/auth/link', { token });
      expect(read.body).toMatchObject({ returnTo: kept });
    }
  });

  it('gives nobody the account that somebody else began in their name', async () => {
    const email = address();
    await register(email, { password: 'chosen by somebody else' });
    const answer = await verify(await linkTo(email), 'a guess at the password');
    expect(answer.body.type).toBe('urn:luotsi:problem:present-password-wrong');
    // The owner registers as well; their letter opens what they have chosen.
    await register(email);
    expect((await verify(await linkTo(email))).status).toBe(200);
    expect((await luotsi.visitor().signIn(email, 'chosen by somebody else')).status).toBe(401);
  });

  it('tells of a link that has been used, has expired or was never sent', async () => {
    const email = address();
    await register(email);
    const link = await linkTo(email);
    await luotsi.query(`UPDATE identity.link_token SET expires_at = now()`);
    const expired = await verify(link);
    expect([expired.status, expired.body.type]).toEqual([
      410,
      'urn:luotsi:problem:letter-link-expired',
    ]);
    const again = { email, language: 'fi' };
    await luotsi.visitor().post('/api/auth/send-verification-email', again);
    const fresh = await linkTo(email);
    expect(fresh).not.toBe(link);
    expect((await verify(fresh)).status).toBe(200);
    for (const used of [fresh, link]) {
      expect((await verify(used)).body.type).toBe('urn:luotsi:problem:letter-link-used');
    }
    const unknown = await verify('https://x/?token=nothing');
    expect([unknown.status, unknown.body.type]).toEqual([
      404,
      'urn:luotsi:problem:letter-link-unknown',
    ]);
  });

  it('lets one in only with a confirmed address, and says so to who knows the password', async () => {
    const email = address();
    await register(email);
    const right = await luotsi.visitor().signIn(email, password);
    expect(right).toMatchObject({
      status: 403,
      body: { type: 'urn:luotsi:problem:address-unverified' },
      cookies: [],
    });
    expect((await luotsi.visitor().signIn(email, 'a guess')).body).toMatchObject({
      type: 'urn:luotsi:problem:wrong-credentials',
    });
  });

  it('makes one account of two letters opened at once', async () => {
    const email = address();
    await register(email);
    await register(email);
    const links = (await luotsi.letters(email)).map(({ link }) => link);
    const statuses = (await Promise.all(links.map((link) => verify(link)))).map((it) => it.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(
      await luotsi.query(`SELECT 1 FROM identity.person WHERE email = $1`, [email]),
    ).toHaveLength(1);
  });

  it.each([
    ['/email', { email: 'not an address' }],
    ['/name', { name: 'x'.repeat(300) }],
    ['/name', { name: '   ' }],
    ['/name', { name: 'a\u0000b' }],
    ['/password', { password: 'short' }],
    ['/password', { password: 'Password123' }],
    ['/password', { password: 'Aino Korhonen 1' }],
    ['/language', { language: 'de' }],
  ])('refuses what is wrong at %s and keeps nothing of it', async (pointer, wrong) => {
    const email = address();
    const answer = await register(email, wrong);
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map((fault) => fault.pointer)).toEqual([pointer]);
    expect(answer.body.errors?.[0]?.detail).toMatch(/\p{L}{3}/u);
    expect(await luotsi.query(`SELECT 1 FROM identity.sign_up WHERE email = $1`, [email])).toEqual(
      [],
    );
    expect(await luotsi.letters(email)).toEqual([]);
  });

  it.each(["o'brien+luotsi@school.example", '"a b"@school.example', 'äiti@äijälä.example'])(
    'takes %s, and a name of any letters and signs',
    async (email) => {
      expect((await register(email, { name: '🦊 Zoë Ó Súilleabháin-Ņ' })).status).toBe(202);
      const answer = await verify(await linkTo(emailAddress.parse(email)));
      expect(answer.body).toMatchObject({ name: '🦊 Zoë Ó Súilleabháin-Ņ' });
      expect((await luotsi.visitor().signIn(email.toUpperCase(), password)).status).toBe(200);
    },
  );

  it('takes a password the same however its letters are put together', async () => {
    const email = address();
    await register(email, { password: 'ﬁnska köket på åtta' });
    expect(
      (await verify(await linkTo(email), 'finska ko\u0308ket pa\u030A a\u030Atta')).status,
    ).toBe(200);
  });

  describe('with an address that has an account', () => {
    const taken = address();
    beforeAll(async () => {
      await register(taken);
      await verify(await linkTo(taken));
    });

    it('answers the same, and the letter says it', async () => {
      const [known, unknown] = [await register(taken), await register(address())];
      for (const answer of [known, unknown]) {
        expect(answer.status).toBe(202);
        expect(answer.text).toBe('{"accepted":true}');
      }
      const names = (answer: typeof known) => Object.keys(answer.headers).sort();
      expect(names(known)).toEqual(names(unknown));
      const letter = (await luotsi.letters(taken)).at(-1);
      expect(letter).toMatchObject({ subject: 'Sinulla on jo tili', kind: 'account-exists' });
      expect(letter?.link).toContain('/reset-password?token=');
      const rows = await luotsi.query(`SELECT 1 FROM identity.sign_up WHERE email = $1`, [taken]);
      expect(rows).toEqual([]);
    });

    it.each([
      ['registering', '/api/auth/sign-up/email', { name: 'A', password, language: 'fi' }],
      ['asking for the link again', '/api/auth/send-verification-email', { language: 'fi' }],
      ['asking for a new password', '/api/auth/request-password-reset', { language: 'fi' }],
    ])('does the same work at %s: hashes, statements and all', async (_, path, body) => {
      const work = async (email: string) => {
        const hashed = jest.spyOn(luotsi.app.get(Passwords), 'hash');
        const asked = jest.spyOn(EntityManager.prototype, 'query');
        await luotsi.visitor().post(path, { email, ...body });
        const statements = asked.mock.calls.map(([sql]) => sql.trim().split(/\s+/).slice(0, 3));
        const seen = { hashes: hashed.mock.calls.length, statements: statements.length };
        const kinds = statements.filter(([verb]) => verb !== 'RELEASE' && verb !== 'ROLLBACK');
        jest.restoreAllMocks();
        return { ...seen, kinds };
      };
      const unconfirmed = address();
      await register(unconfirmed);
      const known = await work(taken);
      expect(await work(address())).toEqual(known);
      expect(await work(unconfirmed)).toEqual(known);
      expect(known.statements).toBeGreaterThan(3);
    });
  });

  it('lets a class of forty register from one address at once', async () => {
    const emails = Array.from({ length: 40 }, address);
    const answers = await Promise.all(emails.map((email) => register(email)));
    expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(202));
  });

  it('sends five letters an hour to one address, account or not, and says how long to wait', async () => {
    const email = address();
    const statuses: number[] = [];
    for (let time = 0; time < 5; time += 1) statuses.push((await register(email)).status);
    expect(statuses).toEqual(Array(5).fill(202));
    const again = { email, language: 'en' };
    const answer = await luotsi
      .visitor()
      .post<ProblemDetails>('/api/auth/request-password-reset', again, { 'accept-language': 'en' });
    expect(answer).toMatchObject({
      status: 429,
      body: { type: 'urn:luotsi:problem:letters-paused', minutes: 60 },
    });
    const seconds = Number(answer.headers['retry-after']);
    expect(seconds).toBeGreaterThan(3_540);
    expect(seconds).toBeLessThanOrEqual(3_600);
    expect(answer.body.detail).toContain('60 min');
    expect(await luotsi.letters(email)).toHaveLength(5);
    for (const { key } of await luotsi.query<{ key: string }>(
      `SELECT key FROM identity.letter_count`,
    )) {
      expect(key).toMatch(/^(account|address):[\w-]{43}$/);
    }
  });
});

import type { HalfSignedIn, Me, SecondStep } from '@luotsi/identity/model';
import type { ProblemDetails } from '@luotsi/platform/model';
import { oneTimeCode, testApp, withinHalfMinute, type Actor, type TestApp } from '@testing';
import { PASSWORD, withPassword, type WithPassword } from './testing';

const TOTP = '/api/me/second-step/totp';
const TAKE = '/api/auth/sign-in/second-step';

describe('the second step', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp({ listen: true });
  });
  afterAll(() => luotsi.close());

  const stateOf = async (actor: Actor) => (await actor.get<SecondStep>('/api/me/second-step')).body;
  const meOf = async (actor: Actor) => (await actor.get<Me>('/api/me')).body;
  const problemOf = (answer: { status: number; body: unknown }) => [
    answer.status,
    (answer.body as ProblemDetails).type.replace('urn:luotsi:problem:', ''),
  ];
  /** Codes are good once: a test that needs another at once makes the app forget the last. */
  const forgetCodes = ({ id }: WithPassword) =>
    luotsi.query(`UPDATE identity.totp SET last_step = 0 WHERE person_id = $1`, [id]);
  const start = async ({ actor }: WithPassword) =>
    (await actor.post<{ secret: string; address: string }>(TOTP, { password: PASSWORD })).body;
  const setUp = async (person: WithPassword) => {
    const { secret } = await start(person);
    const confirmed = await person.actor.put<{ codes: string[] }>(TOTP, {
      code: oneTimeCode(secret),
    });
    expect(confirmed.status).toBe(200);
    await forgetCodes(person);
    return { secret, codes: confirmed.body.codes };
  };
  const begin = async ({ email }: WithPassword) => {
    const actor = luotsi.visitor();
    const answer = await actor.signIn(email, PASSWORD);
    return { actor, answer: answer as typeof answer & { body: HalfSignedIn } };
  };

  describe('being set up', () => {
    it('counts once a code has confirmed it, wakes roles and gives ten recovery codes', async () => {
      const person = await withPassword(luotsi, 'groupCoordinator');
      expect(await stateOf(person.actor)).toEqual({
        compulsory: true,
        on: false,
        confirmed: false,
        password: true,
        totp: null,
        recoveryCodes: { left: 0, since: null },
        passkeys: [],
      });
      const { secret, address } = await start(person);
      expect(address).toMatch(
        /^otpauth:\/\/totp\/Luotsi:\S+\?issuer=Luotsi&secret=[A-Z2-7]{32}&algorithm=SHA1&digits=6&period=30$/,
      );
      expect(await meOf(person.actor)).toMatchObject({ secondStep: 'needed' });
      expect((await begin(person)).answer.status).toBe(200);

      const { cookie } = person.actor;
      const wrong = await person.actor.put(TOTP, { code: '000000' });
      expect(problemOf(wrong)).toEqual([422, 'wrong-code']);
      const { body } = await person.actor.put<{ codes: string[] }>(TOTP, {
        code: oneTimeCode(secret),
      });
      expect(new Set(body.codes).size).toBe(10);
      for (const code of body.codes)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
      expect(await meOf(person.actor)).toMatchObject({
        roles: [{ role: 'groupCoordinator' }],
        secondStep: 'on',
      });
      expect(await stateOf(person.actor)).toMatchObject({
        on: true,
        confirmed: true,
        recoveryCodes: { left: 10 },
      });
      expect((await luotsi.visitor().get('/api/me', { cookie })).status).toBe(401);
      const [letter] = await luotsi.letters(person.email);
      expect(letter).toMatchObject({ subject: 'Kertakäyttökoodit ovat käytössä' });
    });

    it('asks for the password, and takes no other', async () => {
      const person = await withPassword(luotsi);
      expect(problemOf(await person.actor.post(TOTP, {}))).toEqual([422, 'wrong-password']);
      const wrong = await person.actor.post(TOTP, { password: 'wrong' });
      expect(problemOf(wrong)).toEqual([422, 'wrong-password']);
      expect(problemOf(await person.actor.put(TOTP, { code: '123456' }))).toEqual([
        409,
        'totp-not-started',
      ]);
    });

    it('asks who has no password for a sign-in that is fresh', async () => {
      const actor = await luotsi.as('counsellor', undefined, { weak: true });
      expect((await actor.post(TOTP, {})).status).toBe(200);
      await luotsi.query(
        `UPDATE identity.session SET created_at = now() - interval '11 minutes' WHERE person_id = $1`,
        [actor.id],
      );
      expect(problemOf(await actor.post(TOTP, {}))).toEqual([403, 'fresh-sign-in-needed']);
    });

    it('keeps neither secret nor recovery codes as they are', async () => {
      const person = await withPassword(luotsi);
      const { secret, codes } = await setUp(person);
      const dump = JSON.stringify(
        await luotsi.query(
          `SELECT encode(secret, 'escape') AS a, encode(secret, 'hex') AS b FROM identity.totp`,
        ),
      );
      expect(dump).not.toContain(secret);
      expect(dump).not.toContain(base32ToHex(secret));
      const kept = await luotsi.query<{ hash: string }>(
        `SELECT encode(hash, 'escape') AS hash FROM identity.recovery_code WHERE person_id = $1`,
        [person.id],
      );
      expect(kept).toHaveLength(10);
      expect(JSON.stringify(kept)).not.toContain(codes[0]?.replace('-', ''));
    });

    it('stays open for half an hour', async () => {
      const person = await withPassword(luotsi);
      const { secret } = await start(person);
      await luotsi.query(
        `UPDATE identity.totp SET created_at = now() - interval '31 minutes' WHERE person_id = $1`,
        [person.id],
      );
      const late = await person.actor.put(TOTP, { code: oneTimeCode(secret) });
      expect(problemOf(late)).toEqual([409, 'totp-not-started']);
    });
  });

  describe('at signing in', () => {
    it('is asked for after the password, which opens nothing by itself', async () => {
      const person = await withPassword(luotsi, 'coach');
      const { secret } = await setUp(person);
      const { actor, answer } = await begin(person);
      expect(answer).toMatchObject({
        status: 202,
        body: { secondStep: ['totp', 'recovery-code'] },
      });
      expect(answer.cookies).toHaveLength(1);
      expect(answer.cookies[0]).toMatch(
        /^luotsi\.second_step=[^;]+; Max-Age=600; Path=\/api\/auth; HttpOnly; SameSite=Strict$/,
      );
      expect((await actor.get('/api/me')).status).toBe(401);
      const entered = await actor.post<Me>(TAKE, { kind: 'totp', code: oneTimeCode(secret) });
      expect(entered).toMatchObject({
        status: 200,
        body: { id: person.id, roles: [{ role: 'coach' }], secondStep: 'on' },
      });
      expect(await meOf(actor)).toEqual(entered.body);
      expect(actor.cookie).not.toContain('second_step');
    });

    it('takes a code of the half minute before or after, and none further off', async () => {
      const person = await withPassword(luotsi);
      const { secret } = await setUp(person);
      for (const [off, status] of [
        [-30_000, 200],
        [30_000, 200],
        [-90_000, 422],
        [90_000, 422],
      ] as const) {
        const answer = await withinHalfMinute(async (now) => {
          await forgetCodes(person);
          const { actor } = await begin(person);
          return actor.post(TAKE, { kind: 'totp', code: oneTimeCode(secret, now + off) });
        });
        expect(answer.status).toBe(status);
      }
    });

    it('takes each code once, also of those sent at the same time', async () => {
      const person = await withPassword(luotsi);
      const { secret } = await setUp(person);
      const other = await luotsi.another();
      const halves = await Promise.all([1, 2, 3, 4].map(() => begin(person)));
      const code = oneTimeCode(secret);
      const statuses = await Promise.all(
        halves.map(async ({ actor }, place) =>
          place % 2
            ? (
                await fetch(new URL(TAKE, other), {
                  method: 'POST',
                  headers: { cookie: actor.cookie, 'content-type': 'application/json' },
                  body: JSON.stringify({ kind: 'totp', code }),
                })
              ).status
            : (await actor.post(TAKE, { kind: 'totp', code })).status,
        ),
      );
      expect(statuses.sort()).toEqual([200, 422, 422, 422]);
      const earlier = oneTimeCode(secret, Date.now() - 30_000);
      const { actor } = await begin(person);
      expect((await actor.post(TAKE, { kind: 'totp', code: earlier })).status).toBe(422);
    });

    it('has to follow within ten minutes, once, and in the browser that began', async () => {
      const person = await withPassword(luotsi);
      const { secret } = await setUp(person);
      const code = oneTimeCode(secret);
      const elsewhere = await luotsi.visitor().post(TAKE, { kind: 'totp', code });
      expect(problemOf(elsewhere)).toEqual([401, 'sign-in-expired']);
      const forged = await luotsi
        .visitor()
        .post(TAKE, { kind: 'totp', code }, { cookie: 'luotsi.second_step=abc.AAAA' });
      expect(problemOf(forged)).toEqual([401, 'sign-in-expired']);

      const { actor } = await begin(person);
      const { cookie } = actor;
      await luotsi.query(`UPDATE identity.half_sign_in SET expires_at = now() - interval '1 s'`);
      expect(problemOf(await actor.post(TAKE, { kind: 'totp', code }))).toEqual([
        401,
        'sign-in-expired',
      ]);
      const again = await begin(person);
      const used = again.actor.cookie;
      expect((await again.actor.post(TAKE, { kind: 'totp', code })).status).toBe(200);
      await forgetCodes(person);
      for (const old of [cookie, used]) {
        const answer = await luotsi.visitor().post(TAKE, { kind: 'totp', code }, { cookie: old });
        expect(problemOf(answer)).toEqual([401, 'sign-in-expired']);
      }
    });

    it('is paused after five wrong codes; a recovery code is the way back', async () => {
      const person = await withPassword(luotsi);
      const { secret, codes } = await setUp(person);
      const { actor } = await begin(person);
      for (let turn = 0; turn < 5; turn += 1) {
        const wrong = await actor.post(TAKE, { kind: 'totp', code: '000000' });
        expect(problemOf(wrong)).toEqual([422, 'wrong-code']);
      }
      const paused = await actor.post(TAKE, { kind: 'totp', code: oneTimeCode(secret) });
      expect(problemOf(paused)).toEqual([429, 'second-step-paused']);
      expect(Number(paused.headers['retry-after'])).toBeGreaterThan(880);
      const { actor: elsewhere } = await begin(person);
      const there = await elsewhere.post(TAKE, { kind: 'totp', code: oneTimeCode(secret) });
      expect(there.status).toBe(429);
      const letters = await luotsi.letters(person.email);
      expect(letters.map(({ subject }) => subject)).toContain(
        'Tilillesi on yritetty väärillä koodeilla',
      );

      const typed = codes[3]?.toLowerCase().replace('-', ' ') ?? '';
      const back = await actor.post<Me>(TAKE, { kind: 'recovery-code', code: typed });
      expect(back).toMatchObject({ status: 200, body: { secondStep: 'on' } });
    });

    it('counts wrong codes by the day, too, and a right one does not forget those', async () => {
      const person = await withPassword(luotsi);
      const { secret } = await setUp(person);
      const { actor } = await begin(person);
      await actor.post(TAKE, { kind: 'totp', code: '000000' });
      await luotsi.query(
        `UPDATE identity.sign_in_failure SET points = 20 WHERE key LIKE 'codes:%'`,
      );
      const paused = await actor.post(TAKE, { kind: 'totp', code: oneTimeCode(secret) });
      expect(problemOf(paused)).toEqual([429, 'second-step-paused']);
      expect(Number(paused.headers['retry-after'])).toBeGreaterThan(86_000);
      await luotsi.query(`DELETE FROM identity.sign_in_failure`);
    });
  });

  describe('recovery codes', () => {
    it('work once each, are counted, and are told of by letter', async () => {
      const person = await withPassword(luotsi);
      const { codes } = await setUp(person);
      const [code = ''] = codes;
      const first = await begin(person);
      expect((await first.actor.post(TAKE, { kind: 'recovery-code', code })).status).toBe(200);
      const second = await begin(person);
      const again = await second.actor.post(TAKE, { kind: 'recovery-code', code });
      expect(problemOf(again)).toEqual([422, 'wrong-code']);
      expect((await stateOf(first.actor)).recoveryCodes.left).toBe(9);
      const letter = (await luotsi.letters(person.email)).at(-1);
      expect(letter?.subject).toBe('Palautuskoodiasi on käytetty');
      expect(letter?.text).toContain('9');
    });

    it('of someone else open nothing', async () => {
      const person = await withPassword(luotsi);
      await setUp(person);
      const other = await setUp(await withPassword(luotsi));
      const { actor } = await begin(person);
      const foreign = { kind: 'recovery-code', code: other.codes[0] };
      expect(problemOf(await actor.post(TAKE, foreign))).toEqual([422, 'wrong-code']);
    });

    it('are renewed with the password; the old ones stop working', async () => {
      const person = await withPassword(luotsi);
      const { codes } = await setUp(person);
      const RENEW = '/api/me/second-step/recovery-codes';
      expect(problemOf(await person.actor.post(RENEW, {}))).toEqual([422, 'wrong-password']);
      const renewed = await person.actor.post<{ codes: string[] }>(RENEW, { password: PASSWORD });
      expect(renewed.body.codes).toHaveLength(10);
      const { actor } = await begin(person);
      const old = await actor.post(TAKE, { kind: 'recovery-code', code: codes[0] });
      expect(old.status).toBe(422);
      const [code] = renewed.body.codes;
      expect((await actor.post(TAKE, { kind: 'recovery-code', code })).status).toBe(200);

      const without = await withPassword(luotsi);
      expect(problemOf(await without.actor.post(RENEW, { password: PASSWORD }))).toEqual([
        409,
        'second-step-off',
      ]);
    });
  });

  describe('for who is signed in with a password alone', () => {
    it('is taken later, under a new token', async () => {
      const person = await withPassword(luotsi, 'coach');
      const { actor: weak, cookie } = { actor: person.actor, cookie: person.actor.cookie };
      const { secret } = await setUp(person);
      // A sign-in from before the second step was set up, on another computer.
      await luotsi.query(`UPDATE identity.session SET second_step_at = NULL WHERE person_id = $1`, [
        person.id,
      ]);
      const changed = await weak.patch('/api/me', { language: 'fi' });
      expect(changed.status).toBe(200);
      expect(await meOf(weak)).toMatchObject({ secondStep: 'needed', roles: [] });
      const before = weak.cookie;
      for (const path of [TOTP, '/api/me/second-step/recovery-codes', '/api/me/passkeys/options']) {
        const refused = await weak.post(path, { password: PASSWORD });
        expect(problemOf(refused)).toEqual([403, 'second-step-needed']);
      }
      const password = { present: PASSWORD, password: 'another long pass phrase' };
      expect(problemOf(await weak.put('/api/me/password', password))).toEqual([
        403,
        'second-step-needed',
      ]);
      const address = { email: 'other@example.org', password: PASSWORD };
      expect(problemOf(await weak.put('/api/me/email', address))).toEqual([
        403,
        'second-step-needed',
      ]);
      const taken = await weak.post<Me>(TAKE, { kind: 'totp', code: oneTimeCode(secret) });
      expect(taken).toMatchObject({ status: 200, body: { roles: [{ role: 'coach' }] } });
      expect(weak.cookie).not.toBe(before);
      expect(cookie).not.toBe(before);
      expect((await luotsi.visitor().get('/api/me', { cookie: before })).status).toBe(401);
    });
  });

  describe('being turned off', () => {
    it('takes password and code, and ends with a password that is enough', async () => {
      const person = await withPassword(luotsi);
      const { secret } = await setUp(person);
      const code = () => ({ kind: 'totp', code: oneTimeCode(secret) });
      const { actor } = person;
      expect(problemOf(await actor.delete(TOTP, code()))).toEqual([422, 'wrong-password']);
      const wrong = { password: PASSWORD, kind: 'totp', code: '000000' };
      expect(problemOf(await actor.delete(TOTP, wrong))).toEqual([422, 'wrong-code']);
      expect((await actor.delete(TOTP, { password: PASSWORD, ...code() })).status).toBe(204);
      expect(await stateOf(actor)).toMatchObject({
        on: false,
        totp: null,
        recoveryCodes: { left: 0 },
      });
      expect((await begin(person)).answer.status).toBe(200);
      const letter = (await luotsi.letters(person.email)).at(-1);
      expect(letter?.subject).toBe('Kertakäyttökoodit on poistettu käytöstä');
    });

    it('is refused to whom a role makes it compulsory, with words', async () => {
      const person = await withPassword(luotsi, 'administrator');
      const { secret } = await setUp(person);
      const refused = await person.actor.delete<ProblemDetails>(TOTP, {
        password: PASSWORD,
        kind: 'totp',
        code: oneTimeCode(secret),
      });
      expect(problemOf(refused)).toEqual([409, 'second-step-compulsory']);
      expect(refused.body.title).toBe('Roolisi vaatii toisen vaiheen');
      expect((await begin(person)).answer.status).toBe(202);
    });
  });

  it('on a new phone takes the place of the one before', async () => {
    const person = await withPassword(luotsi);
    const before = await setUp(person);
    const after = await setUp(person);
    const { actor } = await begin(person);
    const old = await actor.post(TAKE, { kind: 'totp', code: oneTimeCode(before.secret) });
    expect(old.status).toBe(422);
    expect((await actor.post(TAKE, { kind: 'totp', code: oneTimeCode(after.secret) })).status).toBe(
      200,
    );
    const recovery = { kind: 'recovery-code', code: before.codes[0] };
    expect((await (await begin(person)).actor.post(TAKE, recovery)).status).toBe(422);
  });

  describe('being reset by an administrator', () => {
    it('ends codes and sign-ins, is told by letter and stands in the log', async () => {
      const person = await withPassword(luotsi, 'coach');
      await setUp(person);
      const admin = await luotsi.as('administrator');
      const path = `/api/people/${person.id}/second-step`;
      expect((await admin.delete(path)).status).toBe(204);
      expect((await person.actor.get('/api/me')).status).toBe(401);
      const { answer, actor } = await begin(person);
      expect(answer.status).toBe(200);
      expect(await meOf(actor)).toMatchObject({ secondStep: 'needed', roles: [] });
      expect((await luotsi.letters(person.email)).at(-1)?.subject).toBe(
        'Ylläpitäjä on nollannut toisen vaiheesi',
      );
      const [entry] = await luotsi.query(
        `SELECT actor_id, facts FROM identity.audit_entry
         WHERE action = 'second-step-off' AND $1 = ANY (subject_ids)`,
        [person.id],
      );
      expect(entry).toEqual({ actor_id: admin.id, facts: { reset: true } });
    });

    it('is for administrators, for others than themselves', async () => {
      const admin = await luotsi.as('administrator');
      const own = await admin.delete(`/api/people/${admin.id ?? ''}/second-step`);
      expect(problemOf(own)).toEqual([409, 'second-step-own']);
      const path = '/api/people/00000000-0000-7000-8000-000000000000/second-step';
      expect(problemOf(await admin.delete(path))).toEqual([404, 'not-found']);
      const coordinator = await luotsi.as('groupCoordinator');
      expect(problemOf(await coordinator.delete(path))).toEqual([403, 'not-allowed']);
    });
  });
});

function base32ToHex(text: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text].map((it) => letters.indexOf(it).toString(2).padStart(5, '0')).join('');
  return (bits.match(/.{8}/g) ?? [])
    .map((byte) => parseInt(byte, 2).toString(16).padStart(2, '0'))
    .join('');
}

import type { AttendanceFacts, OwnCredential, Verification } from '@luotsi/credential/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { Credentials } from './index';

const facts: AttendanceFacts = {
  name: 'Aino Öhman',
  title: { fi: 'Kuulutukset haltuun', sv: 'Kungörelser', en: 'Announcements' },
  meetings: [
    { start: '2027-03-27T07:00:00Z', end: '2027-03-27T14:00:00Z', timeZone: 'Europe/Helsinki' },
  ],
  minutes: 420,
  organiser: null,
  competences: [],
};

describe('A certificate', () => {
  let luotsi: TestApp;
  let person: Actor;
  let about = 0;
  beforeAll(async () => {
    luotsi = await testApp();
  });
  beforeEach(async () => {
    person = await luotsi.as('counsellor');
    about += 1;
  });
  afterAll(() => luotsi.close());

  const id = () => person.id ?? '';
  const issue = (more: Partial<AttendanceFacts> = {}) =>
    luotsi.database.transaction((manager) =>
      Credentials.issue(
        manager,
        'attendance',
        [{ person: id(), about: `s${String(about)}`, facts: { ...facts, ...more } }],
        null,
      ),
    );
  const revoke = (reason: 'corrected' | 'replaced' = 'corrected') =>
    luotsi.database.transaction((manager) =>
      Credentials.revoke(manager, 'attendance', `s${String(about)}`, [id()], reason, null),
    );
  const own = async () =>
    (await person.get<{ items: OwnCredential[] }>('/api/me/credentials')).body.items;
  const verify = (code: string) =>
    luotsi.visitor().get<Verification & { type?: string }>(`/api/credentials/${code}`);
  const told = async () =>
    (await person.get<{ items: { kind: string; title: string }[] }>('/api/me/notices')).body.items;

  it('is the person’s own to see and to download, and nobody else’s', async () => {
    await issue();
    const [mine] = await own();
    expect(mine).toMatchObject({ kind: 'attendance', facts, revoked: null });
    const path = `/api/me/credentials/${mine?.id ?? ''}/certificate.pdf`;
    const answer = await luotsi.app.inject({
      url: `${path}?lang=sv`,
      headers: { cookie: person.cookie },
    });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/filename="intyg-\d{4}-\d\d-\d\d\.pdf"/),
      'cache-control': 'private, no-store',
    });
    expect(answer.rawPayload.subarray(0, 8).toString()).toBe('%PDF-1.7');
    const other = await luotsi.as('counsellor');
    expect((await other.get(path)).status).toBe(404);
    expect((await luotsi.visitor().get(path)).status).toBe(401);
    expect((await other.get<{ items: unknown[] }>('/api/me/credentials')).body.items).toEqual([]);
  });

  it('is verified by whoever has its code, however they type it, and says what the paper says', async () => {
    await issue();
    const code = (await own())[0]?.code ?? '';
    expect(code).toMatch(/^(\w{5}-){3}\w{5}$/);
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', '')]) {
      const { body, headers } = await verify(typed);
      expect(body).toEqual({
        state: 'valid',
        kind: 'attendance',
        facts,
        issuedAt: expect.any(String),
      });
      expect(headers).toMatchObject({
        'x-robots-tag': 'noindex, nofollow',
        'cache-control': 'no-store',
      });
    }
  });

  it('isn’t known under another code, and that is said with what to do', async () => {
    for (const code of ['00000-00000-00000-00000', 'nonsense']) {
      const { status, body } = await verify(code);
      expect([status, body.type]).toEqual([404, 'urn:luotsi:problem:credential-unknown']);
    }
  });

  it('is told to nobody of a network that guesses codes; what there is is verified all day', async () => {
    await issue();
    const code = (await own())[0]?.code ?? '';
    const tried = async (times: number, code: string) => {
      const answers = await Promise.all(Array.from({ length: times }, () => verify(code)));
      return answers.map(({ status }) => status);
    };
    await luotsi.query(`DELETE FROM identity.letter_count`);
    expect(await tried(70, code)).toEqual(Array(70).fill(200));
    expect(await tried(70, 'nonsense')).toEqual(Array(70).fill(404));
    expect(await tried(60, '00000-00000-00000-00000')).toEqual(Array(60).fill(404));
    const refused = await verify(code);
    expect(refused).toMatchObject({
      status: 429,
      body: { type: 'urn:luotsi:problem:credential-checks-paused', minutes: 15 },
    });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(840);
    expect(refused.headers['cache-control']).toContain('no-store');
    const [kept] = await luotsi.query<{ key: string }>(`SELECT key FROM identity.letter_count`);
    expect(kept?.key).toMatch(/^credential:[\w-]{43}$/);
    await luotsi.query(`DELETE FROM identity.letter_count`);
    expect(await tried(1, code)).toEqual([200]);
  });

  it('is one however often it is issued, and is told once', async () => {
    expect(await issue()).toEqual([id()]);
    expect(await issue({ title: { fi: 'Muutettu', sv: '', en: '' } })).toEqual([]);
    await Promise.all([1, 2, 3].map(() => issue()));
    expect(await own()).toHaveLength(1);
    expect(await own()).toMatchObject([{ facts }]);
    expect(await told()).toMatchObject([
      { kind: 'credential-issued', title: 'Todistuksesi on valmis: Kuulutukset haltuun' },
    ]);
  });

  it('that is revoked says so and nothing more, and the person is told', async () => {
    await issue();
    const [mine] = await own();
    expect(await revoke()).toEqual([id()]);
    expect(await revoke()).toEqual([]);
    expect((await verify(mine?.code ?? '')).body).toEqual({
      state: 'revoked',
      kind: 'attendance',
      reason: 'corrected',
      revokedAt: expect.any(String),
    });
    const path = `/api/me/credentials/${mine?.id ?? ''}/certificate.pdf`;
    expect((await person.get<{ type: string }>(path)).body.type).toBe(
      'urn:luotsi:problem:credential-revoked',
    );
    expect((await told()).map(({ kind }) => kind)).toEqual([
      'credential-revoked',
      'credential-issued',
    ]);
  });

  it('earned again just as it says holds again under the same code, so the paper in hand is right', async () => {
    await issue();
    const [before] = await own();
    await revoke();
    expect(await issue()).toEqual([id()]);
    expect(await own()).toEqual([before]);
    expect((await verify(before?.code ?? '')).body.state).toBe('valid');
  });

  it('earned again otherwise is a new one; the old code stays revoked', async () => {
    await issue();
    const [before] = await own();
    await revoke('replaced');
    await issue({ minutes: 210 });
    const after = await own();
    expect(after).toMatchObject([{ facts: { minutes: 210 }, revoked: null }]);
    expect(after[0]?.code).not.toBe(before?.code);
    expect((await verify(before?.code ?? '')).body).toMatchObject({
      state: 'revoked',
      reason: 'replaced',
    });
    expect((await told()).map(({ kind }) => kind)).toEqual([
      'credential-issued',
      'credential-issued',
    ]);
  });

  it('stands in the log of whom it concerns', async () => {
    await issue();
    await revoke();
    const rows = await luotsi.query<{ action: string }>(
      `SELECT action FROM identity.audit_entry WHERE $1::uuid = ANY (subject_ids) ORDER BY id`,
      [id()],
    );
    expect(rows.map(({ action }) => action)).toEqual(['credential-issued', 'credential-revoked']);
  });
});

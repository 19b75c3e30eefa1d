import type { OwnSignIn } from '@luotsi/identity/model';
import { testApp, type Actor, type TestApp } from '@testing';

const password = 'vihreä teekuppi lentää';
const phone = 'Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0';
const desk = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0.0.0 Safari/537.36';

describe('the list of one’s own sign-ins', () => {
  let luotsi: TestApp;
  let made = 0;
  beforeAll(async () => {
    luotsi = await testApp();
  });
  afterAll(() => luotsi.close());

  const account = async () => {
    const email = `own${String((made += 1))}@example.org`;
    const registration = { name: 'Aino', email, password, language: 'en' };
    await luotsi.visitor().post('/api/auth/sign-up/email', registration);
    const [letter] = await luotsi.letters(email);
    const token = new URL(letter?.link ?? '').searchParams.get('token');
    const actor = luotsi.visitor();
    await actor.post('/api/auth/verify-email', { token, password }, { 'user-agent': phone });
    return { email, actor };
  };
  const enter = async (email: string, agent: string) => {
    const actor = luotsi.visitor();
    const body = { email, password };
    const { status } = await actor.post('/api/auth/sign-in/email', body, { 'user-agent': agent });
    expect(status).toBe(200);
    return actor;
  };
  const list = async (actor: Actor) =>
    (await actor.get<{ items: OwnSignIn[] }>('/api/me/sessions')).body.items;

  it('tells when, with what kind of browser, and which is this one', async () => {
    const { email, actor } = await account();
    await enter(email, desk);
    const items = await list(actor);
    expect(items).toMatchObject([
      { browser: 'firefox', system: 'android', current: true, secondStep: false },
      { browser: 'chrome', system: 'windows', current: false },
    ]);
    for (const { signedInAt } of items) {
      expect(Date.now() - Date.parse(signedInAt)).toBeLessThan(60_000);
    }
  });

  it('shows nobody else’s, and ends nobody else’s', async () => {
    const [mine, other] = [await account(), await account()];
    const [theirs] = await list(other.actor);
    expect(await list(mine.actor)).toHaveLength(1);
    const answer = await mine.actor.delete(`/api/me/sessions/${theirs?.id ?? ''}`);
    expect(answer.status).toBe(404);
    expect((await other.actor.get('/api/me')).status).toBe(200);
  });

  it('ends one of them, at once', async () => {
    const { email, actor } = await account();
    const elsewhere = await enter(email, desk);
    expect((await elsewhere.get('/api/me')).status).toBe(200);
    const other = (await list(actor)).find(({ current }) => !current);
    expect((await actor.delete(`/api/me/sessions/${other?.id ?? ''}`)).status).toBe(204);
    expect((await elsewhere.get('/api/me')).status).toBe(401);
    expect(await list(actor)).toHaveLength(1);
  });

  it('ends this one, too, and takes its cookie away', async () => {
    const { actor } = await account();
    const [own] = await list(actor);
    await actor.delete(`/api/me/sessions/${own?.id ?? ''}`);
    expect(actor.cookie).toBe('');
  });

  it('ends all others at a word', async () => {
    const { email, actor } = await account();
    const others = [await enter(email, desk), await enter(email, phone)];
    expect((await actor.delete('/api/me/sessions')).body).toEqual({ ended: 2 });
    for (const other of others) expect((await other.get('/api/me')).status).toBe(401);
    expect((await actor.get('/api/me')).status).toBe(200);
  });

  it('knows within ten minutes when one was last used', async () => {
    const { email, actor } = await account();
    const elsewhere = await enter(email, desk);
    await luotsi.query(
      `UPDATE identity.session SET last_seen_at = now() - interval '2 days' WHERE browser = 'chrome'`,
    );
    const seen = async () => {
      const other = (await list(actor)).find(({ current }) => !current);
      return Date.now() - Date.parse(other?.lastSeenAt ?? '');
    };
    expect(await seen()).toBeGreaterThan(86_400_000);
    await elsewhere.patch('/api/me', { language: 'en' });
    await elsewhere.get('/api/me');
    expect(await seen()).toBeLessThan(60_000);
  });

  it('writes a letter of a kind of browser that is new to the account, and of no other', async () => {
    const { email } = await account();
    const letters = async () =>
      (await luotsi.letters(email)).filter(({ kind }) => kind === 'new-device');
    await enter(email, phone);
    expect(await letters()).toEqual([]);
    await enter(email, desk);
    await enter(email, desk);
    const [letter, ...more] = await letters();
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ subject: 'Sign-in from a new device' });
    expect(letter?.text).toContain('Chrome, Windows');
    expect(letter?.link).toMatch(/\/account\/security$/);
  });

  it('leaves every sign-in and failure in the log of whom it concerns', async () => {
    const { email, actor } = await account();
    await luotsi.visitor().signIn(email, 'wrong');
    const { body } = await actor.get<{ id: string }>('/api/me');
    const rows = await luotsi.query(
      `SELECT action, actor_id AS actor FROM identity.audit_entry
       WHERE actor_id = $1 OR $1 = ANY(subject_ids) ORDER BY id`,
      [body.id],
    );
    expect(rows).toEqual([
      { action: 'account-created', actor: body.id },
      { action: 'sign-in', actor: body.id },
      { action: 'sign-in-failed', actor: null },
    ]);
  });
});

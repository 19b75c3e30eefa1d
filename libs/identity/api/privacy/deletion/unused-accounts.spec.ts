import type { Me, OwnPrivacy } from '@luotsi/identity/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { SessionOpening } from '../../session/session-opening';
import { Forgetting } from './forgetting';
import { UnusedAccounts } from './unused-accounts';

const DAY = 86_400_000;

describe('an account that nobody has signed in to for three years', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp();
  });
  afterAll(() => luotsi.close());

  const someone = async (age: string, role: 'counsellor' | 'administrator' = 'counsellor') => {
    const actor = await luotsi.as(role);
    await luotsi.query(
      `UPDATE identity.person SET last_sign_in_at = now() - $2::interval WHERE id = $1`,
      [actor.id, age],
    );
    const { email } = (await actor.get<Me>('/api/me')).body.profile;
    return { actor, email };
  };
  const inDays = (days: number) => new Date(Date.now() + days * DAY);
  const tell = (days = 0) => luotsi.app.get(UnusedAccounts).run(inDays(days));
  const forget = (days: number) => luotsi.app.get(Forgetting).run(inDays(days));
  const exists = async ({ id }: Actor) =>
    (await luotsi.query(`SELECT FROM identity.person WHERE id = $1`, [id])).length === 1;
  const signIn = ({ id }: Actor) =>
    luotsi.app
      .get(SessionOpening)
      .open({ person: id ?? '', way: 'password', userAgent: undefined, secondStep: false });

  it('is told of by letter, once, and deleted sixty days later', async () => {
    const { actor, email } = await someone('3 years 1 day');
    await someone('2 years 11 months');
    expect(await tell()).toBe(1);
    expect(await tell(1)).toBe(0);
    const letters = await luotsi.letters(email);
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ kind: 'identity.account-unused', person: actor.id });
    const { deletion } = (await actor.get<OwnPrivacy>('/api/me/privacy')).body;
    expect(Date.parse(deletion?.dueAt ?? '') - Date.now()).toBeGreaterThan(59 * DAY);
    expect(await forget(59)).toBe(0);
    expect(await exists(actor)).toBe(true);
    expect(await forget(61)).toBe(1);
    expect(await exists(actor)).toBe(false);
    expect((await luotsi.letters(email)).map(({ kind }) => kind)).toContain(
      'identity.account-deleted',
    );
  });

  it('stays when its owner signs in, and is theirs for three years more', async () => {
    const { actor } = await someone('4 years');
    expect(await tell()).toBe(1);
    await signIn(actor);
    expect(await forget(61)).toBe(0);
    expect(await exists(actor)).toBe(true);
    await tell(1_000);
    expect((await actor.get<Me>('/api/me')).body.deletionDueAt).toBeNull();
  });

  it('goes all the same when its owner has asked for it, whoever signs in', async () => {
    const { actor } = await someone('1 day');
    await actor.delete('/api/me', {});
    const me = (await actor.get<Me>('/api/me')).body;
    expect(Date.parse(me.deletionDueAt ?? '') - Date.now()).toBeGreaterThan(6 * DAY);
    await signIn(actor);
    expect(await forget(8)).toBe(1);
  });

  it('is left alone where it is an administrator’s', async () => {
    const { actor } = await someone('5 years', 'administrator');
    await tell();
    expect((await actor.get<Me>('/api/me')).body.deletionDueAt).toBeNull();
  });
});

import type { OwnAddress } from '@luotsi/identity/model';
import type { ProblemDetails } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';

const password = 'luotsi-demo-2027';
const address = (place: number) => `counsellor${String(place)}@demo.luotsi.example`;

describe('a change of address', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp({ demonstration: true });
  });
  beforeEach(() => luotsi.query(`DELETE FROM identity.letter_count`));
  afterAll(() => luotsi.close());

  const enter = async (email: string) => {
    const actor = luotsi.visitor();
    expect((await actor.signIn(email, password)).status).toBe(200);
    return actor;
  };
  const ask = (actor: Actor, email: string, given: string | undefined = password) =>
    actor.put<OwnAddress & ProblemDetails>('/api/me/email', { email, password: given });
  const linkTo = async (email: string) => {
    const link = (await luotsi.letters(email)).at(-1)?.link ?? '';
    return new URL(link).searchParams.get('token') ?? '';
  };
  const answer = (token: string, given: 'confirm' | 'refuse' = 'confirm') =>
    luotsi
      .visitor()
      .post<{ state: string } & ProblemDetails>('/api/auth/change-email', { token, answer: given });

  it.each([
    ['old', 1],
    ['new', 2],
  ])('counts when both have confirmed it, the %s one first', async (first, place) => {
    const [before, after] = [address(place), `changed${String(place)}@example.org`];
    const actor = await enter(before);
    expect(await ask(actor, after)).toMatchObject({
      status: 202,
      body: {
        email: before,
        pending: { email: after, confirmedAtOld: false, confirmedAtNew: false },
      },
    });
    const links = [await linkTo(before), await linkTo(after)];
    if (first === 'new') links.reverse();
    const [one = '', other = ''] = links;
    expect((await answer(one)).body).toEqual({ state: 'waiting' });
    expect((await actor.get<OwnAddress>('/api/me/email')).body.pending).toMatchObject({
      confirmedAtOld: first === 'old',
      confirmedAtNew: first === 'new',
    });
    expect((await luotsi.visitor().signIn(after, password)).status).toBe(401);

    expect((await answer(other)).body).toEqual({ state: 'changed' });
    expect((await actor.get('/api/me/email')).body).toEqual({ email: after, pending: null });
    expect((await luotsi.visitor().signIn(before, password)).status).toBe(401);
    await enter(after);
    for (const told of [before, after]) {
      expect((await luotsi.letters(told)).at(-1)).toMatchObject({ kind: 'address-changed' });
    }
    for (const used of [one, other]) {
      expect((await answer(used)).body.type).toBe('urn:luotsi:problem:letter-link-used');
    }
    const logged = await luotsi.query(
      `SELECT facts FROM identity.audit_entry e JOIN identity.person p ON p.id = e.actor_id
       WHERE e.action = 'email-changed' AND p.email = $1`,
      [after],
    );
    expect(logged).toEqual([{ facts: {} }]);
  });

  it('is called off from the old address, in the account, or by asking for another', async () => {
    const before = address(3);
    const actor = await enter(before);
    await ask(actor, 'first@example.org');
    const fresh = await linkTo('first@example.org');
    expect((await answer(await linkTo(before), 'refuse')).body).toEqual({ state: 'refused' });
    expect((await answer(fresh)).body.type).toBe('urn:luotsi:problem:letter-link-used');

    await ask(actor, 'second@example.org');
    const replaced = await linkTo('second@example.org');
    await ask(actor, 'third@example.org');
    expect((await answer(replaced)).status).toBe(410);

    const given = await actor.delete('/api/me/email/change');
    expect(given.body).toEqual({ email: before, pending: null });
    expect((await answer(await linkTo('third@example.org'))).status).toBe(410);
  });

  it('is asked for by who knows the password', async () => {
    const actor = await enter(address(4));
    expect(await ask(actor, 'other@example.org', 'a guess')).toMatchObject({
      status: 403,
      body: { type: 'urn:luotsi:problem:present-password-wrong' },
    });
    expect(await ask(actor, address(4))).toMatchObject({
      status: 409,
      body: { type: 'urn:luotsi:problem:same-address' },
    });
    expect((await ask(actor, 'not an address')).status).toBe(422);
    expect(await luotsi.letters('other@example.org')).toEqual([]);
  });

  it('is asked for soon after signing in by who has no password', async () => {
    const email = address(5);
    const actor = await enter(email);
    const person = `(SELECT id FROM identity.person WHERE email = '${email}')`;
    await luotsi.query(`DELETE FROM identity.account WHERE person_id = ${person}`);
    expect((await actor.put('/api/me/email', { email: 'early@example.org' })).status).toBe(202);
    await luotsi.query(
      `UPDATE identity.session SET created_at = now() - interval '1 hour'
       WHERE person_id = ${person}`,
    );
    expect(await actor.put('/api/me/email', { email: 'late@example.org' })).toMatchObject({
      status: 403,
      body: { type: 'urn:luotsi:problem:sign-in-again' },
    });
  });

  it('to somebody’s address is answered the same; only its owner is told, and it never counts', async () => {
    const [before, taken] = [address(6), address(7)];
    const actor = await enter(before);
    const asked = await ask(actor, taken);
    expect(asked).toMatchObject({ status: 202, body: { pending: { email: taken } } });
    const letter = (await luotsi.letters(taken)).at(-1);
    expect(letter?.link).toMatch(/\/sign-in$/);
    expect((await answer(await linkTo(before))).body).toEqual({ state: 'waiting' });
  });

  it('finds an address that has got an account meanwhile taken, and changes nothing', async () => {
    const before = address(8);
    const actor = await enter(before);
    await ask(actor, 'meanwhile@example.org');
    await answer(await linkTo(before));
    const token = await linkTo('meanwhile@example.org');
    await luotsi.query(
      `UPDATE identity.person SET email = 'meanwhile@example.org' WHERE email = $1`,
      [address(9)],
    );
    expect(await answer(token)).toMatchObject({
      status: 409,
      body: { type: 'urn:luotsi:problem:account-exists' },
    });
    expect((await actor.get<OwnAddress>('/api/me/email')).body.email).toBe(before);
  });

  it('says of each link what it is for', async () => {
    const actor = await enter(address(10));
    await ask(actor, 'read@example.org');
    const read = async (token: string) =>
      (await luotsi.visitor().post('/api/auth/link', { token })).body;
    expect(await read(await linkTo(address(10)))).toEqual({
      purpose: 'address-old',
      email: 'read@example.org',
      returnTo: null,
    });
    expect(await read(await linkTo('read@example.org'))).toMatchObject({ purpose: 'address-new' });
  });
});

import type {
  Me,
  Passkey,
  PasskeyCreationOptions,
  PasskeyRequestOptions,
  SecondStep,
} from '@luotsi/identity/model';
import type { ProblemDetails } from '@luotsi/platform/model';
import { TestPasskey, testApp, type Actor, type Mischief, type TestApp } from '@testing';
import { PASSWORD, withPassword, type WithPassword } from '../second-step/testing';

const ORIGIN = 'http://localhost:3999';
const OWN = '/api/me/passkeys';
const ENTER = '/api/auth/sign-in/passkey';

describe('passkeys', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp({ environment: { LUOTSI_ORIGIN: ORIGIN } });
  });
  afterAll(() => luotsi.close());

  const problemOf = (answer: { status: number; body: unknown }) => [
    answer.status,
    (answer.body as Partial<ProblemDetails>).type?.replace('urn:luotsi:problem:', ''),
  ];
  const stateOf = async (actor: Actor) => (await actor.get<SecondStep>('/api/me/second-step')).body;
  const optionsFor = async ({ actor }: WithPassword) =>
    (await actor.post<PasskeyCreationOptions>(`${OWN}/options`, { password: PASSWORD })).body;
  const add = async (person: WithPassword, name = 'Työkone') => {
    const key = new TestPasskey(ORIGIN);
    const credential = key.create(await optionsFor(person));
    const answer = await person.actor.post<{ passkey: Passkey; codes: string[] | null }>(OWN, {
      name,
      credential,
    });
    expect(answer.status).toBe(201);
    return { key, ...answer.body };
  };
  const challenge = async (actor: Actor) =>
    (await actor.post<PasskeyRequestOptions>(`${ENTER}/options`)).body;
  const enter = async (key: TestPasskey, mischief?: Mischief, actor = luotsi.visitor()) => {
    const answer = await actor.post<Me>(ENTER, key.get(await challenge(actor), mischief));
    return { actor, answer };
  };

  it('are made for this service, on the device, with its lock', async () => {
    const person = await withPassword(luotsi);
    const options = await optionsFor(person);
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Luotsi' },
      user: { name: person.email },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
      excludeCredentials: [],
    });
    expect(Buffer.from(options.user.id, 'base64url').toString('hex')).toBe(
      person.id.replaceAll('-', ''),
    );
    expect(await challenge(luotsi.visitor())).toMatchObject({
      rpId: 'localhost',
      userVerification: 'required',
    });
  });

  it('sign in without e-mail or password, and count as both steps', async () => {
    const person = await withPassword(luotsi, 'groupCoordinator');
    const { key, passkey, codes } = await add(person, ' Työkone ');
    expect(passkey).toMatchObject({ name: 'Työkone', synced: false, lastUsedAt: null });
    expect(codes).toHaveLength(10);
    expect((await person.actor.get<Me>('/api/me')).body.secondStep).toBe('on');

    const { actor, answer } = await enter(key);
    expect(answer).toMatchObject({
      status: 200,
      body: { id: person.id, roles: [{ role: 'groupCoordinator' }], secondStep: 'on' },
    });
    const [used] = (await stateOf(actor)).passkeys;
    expect(used?.lastUsedAt).not.toBeNull();
    expect((await luotsi.letters(person.email)).at(-1)).toMatchObject({
      subject: 'Tilillesi on lisätty pääsyavain',
    });
  });

  it('are a second step after the password, for whom one is compulsory', async () => {
    const coach = await withPassword(luotsi, 'coach');
    const { key } = await add(coach);
    const half = luotsi.visitor();
    expect(await half.signIn(coach.email, PASSWORD)).toMatchObject({
      status: 202,
      body: { secondStep: ['passkey', 'recovery-code'] },
    });
    const { answer } = await enter(key, {}, half);
    expect(answer).toMatchObject({ status: 200, body: { id: coach.id, secondStep: 'on' } });
    expect(half.cookie).not.toContain('second_step');

    const counsellor = await withPassword(luotsi);
    expect((await add(counsellor)).codes).toBeNull();
    expect((await luotsi.visitor().signIn(counsellor.email, PASSWORD)).status).toBe(200);
  });

  it.each<[string, Mischief]>([
    ['another origin', { origin: 'https://luotsi.example.org' }],
    ['another host', { host: 'example.org' }],
    ['a frame in another site', { crossOrigin: true }],
    ['a device that was not unlocked', { unverified: true }],
    ['a challenge that we never made', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['another signature', { forged: true }],
    ['the name of another person', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['no name of a person', { userHandle: '' }],
    ['a counter that stands still', { counter: 5 }],
    ['a counter that goes back', { counter: 4 }],
  ])('with %s do not sign in', async (_, mischief) => {
    const person = await withPassword(luotsi);
    const { key } = await add(person);
    expect((await enter(key, { counter: 5 })).answer.status).toBe(200);
    const { answer, actor } = await enter(key, mischief);
    expect(problemOf(answer)).toEqual([422, 'passkey-refused']);
    expect((await actor.get('/api/me')).status).toBe(401);
    expect((await enter(key, { counter: 6 })).answer.status).toBe(200);
  });

  it('use each challenge once, within five minutes, for what it was made', async () => {
    const person = await withPassword(luotsi);
    const { key } = await add(person);
    const actor = luotsi.visitor();
    const asked = await challenge(actor);
    expect((await actor.post(ENTER, key.get(asked))).status).toBe(200);
    expect(problemOf(await luotsi.visitor().post(ENTER, key.get(asked)))).toEqual([
      422,
      'passkey-refused',
    ]);
    const late = await challenge(actor);
    await luotsi.query(`UPDATE identity.passkey_challenge SET expires_at = now() - interval '1 s'`);
    expect((await luotsi.visitor().post(ENTER, key.get(late))).status).toBe(422);
    const forAdding = await optionsFor(person);
    const mixed = { ...late, challenge: forAdding.challenge };
    expect((await luotsi.visitor().post(ENTER, key.get(mixed))).status).toBe(422);
  });

  it.each<[string, Mischief]>([
    ['another origin', { origin: 'https://luotsi.example.org' }],
    ['another host', { host: 'example.org' }],
    ['a device that was not unlocked', { unverified: true }],
    ['a challenge that we never made', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['a maker’s certificate, whose lists we would have to fetch', { attested: true }],
  ])('made with %s are not added', async (_, mischief) => {
    const person = await withPassword(luotsi);
    const credential = new TestPasskey(ORIGIN).create(await optionsFor(person), mischief);
    const answer = await person.actor.post(OWN, { name: 'Puhelin', credential });
    expect(problemOf(answer)).toEqual([422, 'passkey-refused']);
    expect((await stateOf(person.actor)).passkeys).toEqual([]);
  });

  it('are added by who asked for it, once', async () => {
    const person = await withPassword(luotsi);
    const other = await withPassword(luotsi);
    const credential = new TestPasskey(ORIGIN).create(await optionsFor(person));
    const stolen = await other.actor.post(OWN, { name: 'Puhelin', credential });
    expect(problemOf(stolen)).toEqual([422, 'passkey-refused']);
    expect((await person.actor.post(OWN, { name: 'Puhelin', credential })).status).toBe(201);
    const again = await person.actor.post(OWN, { name: 'Puhelin', credential });
    expect(problemOf(again)).toEqual([422, 'passkey-refused']);
    const { key } = await add(person);
    const same = new TestPasskey(ORIGIN, key.id).create(await optionsFor(other));
    expect(problemOf(await other.actor.post(OWN, { name: 'Sama', credential: same }))).toEqual([
      409,
      'passkey-known',
    ]);
    expect(problemOf(await person.actor.post(`${OWN}/options`, {}))).toEqual([
      422,
      'wrong-password',
    ]);
  });

  it('are at most twenty', async () => {
    const person = await withPassword(luotsi);
    await luotsi.query(
      `INSERT INTO identity.passkey (id, person_id, credential_id, public_key, counter, synced, name)
       SELECT gen_random_uuid(), $1, gen_random_uuid(), '', 0, false, n::text
       FROM generate_series(1, 20) AS n`,
      [person.id],
    );
    const answer = await person.actor.post(`${OWN}/options`, { password: PASSWORD });
    expect(problemOf(answer)).toEqual([409, 'too-many-passkeys']);
  });

  it('are renamed and removed by their owner; removed, they sign in no more', async () => {
    const person = await withPassword(luotsi);
    const { key, passkey } = await add(person);
    const path = `${OWN}/${passkey.id}`;
    const stranger = await withPassword(luotsi);
    expect((await stranger.actor.patch(path, { name: 'Minun' })).status).toBe(404);
    expect((await stranger.actor.delete(path, { password: PASSWORD })).status).toBe(404);
    expect((await person.actor.patch(path, { name: 'Kotikone' })).status).toBe(204);
    expect((await stateOf(person.actor)).passkeys).toMatchObject([{ name: 'Kotikone' }]);
    expect(problemOf(await person.actor.delete(path, {}))).toEqual([422, 'wrong-password']);
    expect((await person.actor.delete(path, { password: PASSWORD })).status).toBe(204);
    expect(problemOf((await enter(key)).answer)).toEqual([422, 'passkey-unknown']);
    expect((await luotsi.letters(person.email)).at(-1)?.text).toContain('Kotikone');
  });

  it('stay where the last of them is the second step that a role needs', async () => {
    const person = await withPassword(luotsi, 'nationalCoordinator');
    const first = await add(person);
    const second = await add(person);
    const remove = (passkey: Passkey) =>
      person.actor.delete(`${OWN}/${passkey.id}`, { password: PASSWORD });
    const answers = await Promise.all([remove(first.passkey), remove(second.passkey)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused && problemOf(refused)).toEqual([409, 'second-step-compulsory']);
    expect((await stateOf(person.actor)).passkeys).toHaveLength(1);
  });

  it('can not be guessed from what is not one', async () => {
    for (const body of [
      {},
      { id: 'x', rawId: 'x', type: 'public-key', response: {} },
      {
        id: 'eA',
        rawId: 'eA',
        type: 'public-key',
        response: { clientDataJSON: 'eA', authenticatorData: 'eA', signature: 'eA' },
      },
    ]) {
      expect((await luotsi.visitor().post(ENTER, body)).status).toBe(422);
    }
  });
});

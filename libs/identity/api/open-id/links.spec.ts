import type { LinkedAccount, Me } from '@luotsi/identity/model';
import { openIdProvider, testApp, type Actor, type TestApp, type TestProvider } from '@testing';

const origin = 'http://localhost:3000';
const callback = (id: string) => `${origin}/api/auth/providers/${id}/callback`;
const owner = 'counsellor8@demo.luotsi.example';
const password = 'luotsi-demo-2027';

let luotsi: TestApp;
let plain: TestProvider;
let strong: TestProvider;

beforeAll(async () => {
  plain = await openIdProvider([callback('plain')]);
  strong = await openIdProvider([callback('strong')]);
  const one = ({ issuer, clientId, clientSecret }: TestProvider) => ({
    issuer,
    clientId,
    clientSecret,
  });
  luotsi = await testApp({
    demonstration: true,
    environment: {
      LUOTSI_OIDC: JSON.stringify([
        { id: 'plain', name: 'Plain', ...one(plain) },
        { id: 'strong', name: 'Strong', secondStep: true, secondStepAcr: ['loa2'], ...one(strong) },
      ]),
    },
  });
});
afterAll(async () => {
  await luotsi.close();
  await Promise.all([plain.close(), strong.close()]);
});
beforeEach(async () => {
  await luotsi.query(`DELETE FROM identity.account WHERE provider_id <> 'credential'`);
  await luotsi.query(`DELETE FROM identity.sign_in_failure`);
});

let count = 0;
const someone = (claims: object = {}) => {
  count += 1;
  const email = `person${String(count)}@example.org`;
  return { sub: `sub-${String(count)}`, email, email_verified: true, name: 'Eino', ...claims };
};

async function through(
  actor: Actor,
  provider: TestProvider,
  start = `/api/auth/providers/${provider === plain ? 'plain' : 'strong'}/sign-in`,
  body: object = { returnTo: '/my' },
): Promise<string> {
  const started = await actor.post<{ address: string }>(start, body);
  expect(started.status).toBe(200);
  const back = await provider.visit(started.body.address);
  return (await actor.get(back.replace(origin, ''))).headers['location'] ?? '';
}

const link = (actor: Actor, provider: TestProvider) =>
  through(actor, provider, '/api/me/linked-accounts', {
    provider: provider === plain ? 'plain' : 'strong',
    password,
  });

const linkedOf = async (actor: Actor) =>
  (await actor.get<{ items: LinkedAccount[] }>('/api/me/linked-accounts')).body.items;

const finish = (actor: Actor) => actor.post('/api/me/linked-accounts/waiting');

async function signedIn(email = owner): Promise<Actor> {
  const actor = luotsi.visitor();
  expect((await actor.signIn(email, password)).status).toBe(200);
  return actor;
}

const nameIn = async (actor: Actor) => (await actor.get<Me>('/api/me')).body.name;

describe('an account with the e-mail that a provider has proven', () => {
  const arrive = async (claims: object = { email: owner.toUpperCase() }) => {
    plain.next = someone(claims);
    const actor = luotsi.visitor();
    expect(await through(actor, plain)).toBe('/sign-in/link?provider=plain&returnTo=%2Fmy');
    return actor;
  };

  it('is not opened, nor linked, by the e-mail alone', async () => {
    const actor = await arrive();
    expect((await actor.get('/api/me')).status).toBe(401);
    expect((await finish(actor)).status).toBe(401);
    expect(await linkedOf(await signedIn())).toEqual([]);
  });

  it('is linked once its owner has signed in to it, and then opened by the provider', async () => {
    const actor = await arrive();
    await actor.signIn(owner, password);
    expect(await finish(actor)).toMatchObject({
      status: 200,
      body: { provider: { id: 'plain', name: { fi: 'Plain' } } },
    });
    const later = luotsi.visitor();
    expect(await through(later, plain)).toBe('/my');
    expect(await nameIn(later)).toBe(await nameIn(actor));
    const entries = await luotsi.query(
      `SELECT actor_id FROM identity.audit_entry WHERE action = 'provider-linked'
       AND facts = '{"provider": "plain"}'`,
    );
    expect(entries).toHaveLength(1);
    expect(await finish(actor)).toMatchObject({
      status: 410,
      body: { type: 'urn:luotsi:problem:link-expired' },
    });
  });

  it('is not linked to whom signs in to another account', async () => {
    const actor = await arrive();
    await actor.signIn('counsellor9@demo.luotsi.example', password);
    expect(await finish(actor)).toMatchObject({
      status: 409,
      body: { type: 'urn:luotsi:problem:link-for-another' },
    });
    expect(await linkedOf(actor)).toEqual([]);
  });

  it('is not linked after ten minutes, in another browser, or by an older session', async () => {
    const late = await arrive();
    await luotsi.query(`UPDATE identity.waiting_link SET expires_at = now()`);
    await late.signIn(owner, password);
    expect((await finish(late)).status).toBe(410);

    await arrive();
    expect((await finish(await signedIn())).status).toBe(410);

    const older = await signedIn();
    const fresh = await arrive();
    const planted = [older.cookie, fresh.cookie].join('; ');
    const answer = await luotsi
      .visitor()
      .post('/api/me/linked-accounts/waiting', undefined, { cookie: planted });
    expect(answer.status).toBe(410);
    expect(await linkedOf(older)).toEqual([]);
  });

  it('leaves nobody half linked when the provider turns out to lead elsewhere', async () => {
    const actor = await arrive();
    const quicker = await signedIn('counsellor9@demo.luotsi.example');
    expect(await link(quicker, plain)).toBe('/account/security?linked=plain');
    await actor.signIn(owner, password);
    expect(await finish(actor)).toMatchObject({
      status: 409,
      body: { type: 'urn:luotsi:problem:provider-linked-elsewhere' },
    });
  });
});

describe('linking from one’s own account', () => {
  it('takes a proof at the provider, whatever e-mail it has there', async () => {
    plain.next = someone({ email_verified: false });
    const actor = await signedIn();
    expect(await link(actor, plain)).toBe('/account/security?linked=plain');
    expect(await linkedOf(actor)).toMatchObject([{ provider: { id: 'plain' } }]);
    expect(await link(actor, plain)).toBe('/account/security?linked=plain');
    expect(await linkedOf(actor)).toHaveLength(1);
    const later = luotsi.visitor();
    expect(await through(later, plain)).toBe('/my');
    expect(await nameIn(later)).toBe(await nameIn(actor));
  });

  it('is refused where the provider is linked to another account', async () => {
    plain.next = someone();
    await link(await signedIn(), plain);
    const other = await signedIn('counsellor9@demo.luotsi.example');
    expect(await link(other, plain)).toContain('problem=provider-linked-elsewhere');
    expect(await linkedOf(other)).toEqual([]);
  });

  it('links to nobody when someone else has signed in meanwhile', async () => {
    plain.next = someone();
    const actor = await signedIn();
    const started = await actor.post<{ address: string }>('/api/me/linked-accounts', {
      provider: 'plain',
      password,
    });
    const back = await plain.visit(started.body.address);
    await actor.signIn('counsellor9@demo.luotsi.example', password);
    const answer = await actor.get(back.replace(origin, ''));
    expect(answer.headers['location']).toContain('problem=provider-sign-in-expired');
    expect(await linkedOf(actor)).toEqual([]);
    expect(await linkedOf(await signedIn())).toEqual([]);
  });

  it('knows no provider that is not set up, and is for those who are signed in', async () => {
    const body = { provider: 'none', password };
    expect((await (await signedIn()).post('/api/me/linked-accounts', body)).status).toBe(404);
    expect((await luotsi.visitor().post('/api/me/linked-accounts', body)).status).toBe(401);
  });
});

describe('an open computer', () => {
  it('links and unlinks nothing without the password', async () => {
    plain.next = someone();
    const actor = await signedIn();
    for (const wrong of [{}, { password: 'a guess' }]) {
      const refused = { status: 422, body: { type: 'urn:luotsi:problem:wrong-password' } };
      const body = { provider: 'plain', ...wrong };
      expect(await actor.post('/api/me/linked-accounts', body)).toMatchObject(refused);
    }
    await link(actor, plain);
    const [linked] = await linkedOf(actor);
    expect((await actor.delete(`/api/me/linked-accounts/${linked?.id ?? ''}`, {})).status).toBe(
      422,
    );
    expect(await linkedOf(actor)).toHaveLength(1);
  });

  it('links nothing to an account without a password, unless the sign-in is fresh', async () => {
    plain.next = someone();
    const actor = luotsi.visitor();
    await through(actor, plain);
    const { body } = await actor.get('/api/me/linked-accounts');
    expect(body).toMatchObject({ password: false });
    await luotsi.query(
      `UPDATE identity.session SET created_at = now() - interval '11 minutes' WHERE person_id =
         (SELECT id FROM identity.person WHERE email = $1)`,
      [(plain.next as unknown as { email: string }).email],
    );
    expect(await actor.post('/api/me/linked-accounts', { provider: 'strong' })).toMatchObject({
      status: 403,
      body: { type: 'urn:luotsi:problem:fresh-sign-in-needed' },
    });
  });
});

describe('a second step that is set up here', () => {
  it('is asked for after a provider, unless that has shown one that counts', async () => {
    plain.next = someone();
    strong.next = someone({ amr: ['mfa'] });
    const actor = await signedIn('counsellor10@demo.luotsi.example');
    await link(actor, plain);
    await link(actor, strong);
    const { id } = (await actor.get<Me>('/api/me')).body;
    await luotsi.query(
      `INSERT INTO identity.totp (id, person_id, secret, last_step, confirmed_at)
       VALUES ($1, $1, 'x', 0, now())`,
      [id],
    );
    const half = luotsi.visitor();
    expect(await through(half, plain)).toBe('/sign-in/second-step?ways=totp&returnTo=%2Fmy');
    expect((await half.get('/api/me')).status).toBe(401);
    const whole = luotsi.visitor();
    expect(await through(whole, strong)).toBe('/my');
    expect((await whole.get<Me>('/api/me')).body).toMatchObject({ id, secondStep: 'on' });
    await luotsi.query(`DELETE FROM identity.totp`);
  });
});

describe('unlinking', () => {
  it('takes a provider off, which then leads to the account no longer', async () => {
    plain.next = someone();
    const actor = await signedIn();
    await link(actor, plain);
    const [linked] = await linkedOf(actor);
    const other = await signedIn('counsellor9@demo.luotsi.example');
    const path = `/api/me/linked-accounts/${linked?.id ?? ''}`;
    expect((await other.delete(path, { password })).status).toBe(404);
    expect((await actor.delete(path, { password })).status).toBe(204);
    expect(await linkedOf(actor)).toEqual([]);
    expect((await actor.delete(path, { password })).status).toBe(404);
    const later = luotsi.visitor();
    await through(later, plain);
    expect(await nameIn(later)).toBe('Eino');
  });

  it('leaves the last way in, also when two are taken off at once', async () => {
    plain.next = someone();
    strong.next = someone();
    const actor = luotsi.visitor();
    await through(actor, plain);
    const [only] = await linkedOf(actor);
    expect(await actor.delete(`/api/me/linked-accounts/${only?.id ?? ''}`, {})).toMatchObject({
      status: 409,
      body: { type: 'urn:luotsi:problem:last-way-in' },
    });
    await link(actor, strong);
    const both = await linkedOf(actor);
    expect(both).toHaveLength(2);
    const answers = await Promise.all(
      both.map(({ id }) => actor.delete(`/api/me/linked-accounts/${id}`, {})),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('does not take the password off', async () => {
    const actor = await signedIn();
    const [row] = await luotsi.query<{ id: string }>(
      `SELECT a.id FROM identity.account a JOIN identity.person p ON p.id = a.person_id
       WHERE p.email = $1`,
      [owner],
    );
    const path = `/api/me/linked-accounts/${row?.id ?? ''}`;
    expect((await actor.delete(path, { password })).status).toBe(404);
  });
});

describe('more than one factor shown at a provider', () => {
  const coach = async (provider: TestProvider, claims: object): Promise<Me> => {
    provider.next = someone(claims);
    await through(luotsi.visitor(), provider);
    await luotsi.query(
      `UPDATE identity.role_grant SET role = 'coach' WHERE person_id =
         (SELECT id FROM identity.person WHERE email = $1)`,
      [(provider.next as unknown as { email: string }).email],
    );
    const actor = luotsi.visitor();
    await through(actor, provider);
    return (await actor.get<Me>('/api/me')).body;
  };

  it.each([{ amr: ['pwd', 'otp', 'mfa'] }, { acr: 'loa2' }])(
    'wakes the roles that see others’ data where that is configured: %p',
    async (claims) => {
      expect(await coach(strong, claims)).toMatchObject({
        secondStep: 'on',
        roles: [{ role: 'coach' }],
      });
      expect(await coach(plain, claims)).toMatchObject({ secondStep: 'needed', roles: [] });
    },
  );

  it.each([{ amr: ['pwd'] }, { acr: 'loa1' }, { amr: 'mfa' }, {}])(
    'has to be shown: %p does not',
    async (claims) => {
      expect(await coach(strong, claims)).toMatchObject({ secondStep: 'needed', roles: [] });
    },
  );
});

import type { Me } from '@luotsi/identity/model';
import {
  oneTimeCode,
  openIdProvider,
  testApp,
  type Actor,
  type TestApp,
  type TestProvider,
} from '@testing';

const origin = 'http://localhost:3000';
const callback = `${origin}/api/auth/providers/state/callback`;

let luotsi: TestApp;
let provider: TestProvider;

beforeAll(async () => {
  provider = await openIdProvider([callback, callback.replace('state', 'strong')]);
  const one = { issuer: provider.issuer, clientId: 'luotsi', clientSecret: provider.clientSecret };
  const down = { id: 'down', name: 'Down', issuer: 'http://127.0.0.1:1', clientId: 'x' };
  luotsi = await testApp({
    demonstration: true,
    environment: {
      LUOTSI_OIDC: JSON.stringify([
        { ...one, id: 'state', name: { fi: 'Valtio', sv: 'Staten', en: 'State' } },
        down,
      ]),
    },
  });
});
afterAll(async () => {
  await luotsi.close();
  await provider.close();
});
beforeEach(() => {
  provider.next = newcomer();
  provider.spoil = null;
  provider.foreignKey = false;
});

let count = 0;
/** Someone whom nobody here knows. */
function newcomer() {
  count += 1;
  return {
    sub: `sub-${String(count)}`,
    email: `Newcomer${String(count)}@Example.org`,
    email_verified: true,
    name: 'Åsa Öhman',
    locale: 'sv-FI',
  };
}

const pathOf = (address: string) => address.replace(origin, '');

async function depart(actor: Actor, returnTo = '/my?tab=1'): Promise<string> {
  const started = await actor.post<{ address: string }>('/api/auth/providers/state/sign-in', {
    returnTo,
  });
  expect(started.status).toBe(200);
  return started.body.address;
}

/** The whole way; answers the page that one ends up at. */
async function through(actor: Actor, returnTo?: string): Promise<string> {
  const back = await provider.visit(await depart(actor, returnTo));
  return arrive(actor, back);
}

async function arrive(actor: Actor, back: string): Promise<string> {
  const answer = await actor.get(pathOf(back));
  expect(answer.status).toBe(302);
  expect(answer.headers['cache-control']).toContain('no-store');
  return answer.headers['location'] ?? '';
}

const problemOf = (page: string) =>
  page.startsWith('/sign-in/problem?')
    ? new URLSearchParams(page.split('?')[1]).get('problem')
    : page;

const people = async () =>
  (await luotsi.query<{ count: string }>(`SELECT count(*) FROM identity.person`))[0]?.count;

describe('the providers', () => {
  it('are named for the buttons, secrets left out', async () => {
    const { body } = await luotsi.visitor().get('/api/auth/providers');
    expect(body).toEqual({
      items: [
        { id: 'state', name: { fi: 'Valtio', sv: 'Staten', en: 'State' } },
        { id: 'down', name: { fi: 'Down', sv: 'Down', en: 'Down' } },
      ],
    });
  });

  it('that are down keep nobody from starting, and are told of when they are wanted', async () => {
    const answer = await luotsi.visitor().post('/api/auth/providers/down/sign-in', {});
    expect(answer).toMatchObject({
      status: 503,
      body: { type: 'urn:luotsi:problem:provider-unreachable' },
      cookies: [],
    });
  });

  it('that nobody has set up are not found', async () => {
    const answer = await luotsi.visitor().post('/api/auth/providers/none/sign-in', {});
    expect(answer.status).toBe(404);
  });

  it('are not asked from pages of another site', async () => {
    const answer = await luotsi
      .visitor()
      .post('/api/auth/providers/state/sign-in', {}, { origin: 'https://elsewhere.example' });
    expect(answer.status).toBe(403);
  });
});

describe('beginning to sign in at a provider', () => {
  const begin = () => luotsi.visitor().post('/api/auth/providers/state/sign-in', {});
  beforeEach(() => luotsi.query(`DELETE FROM identity.letter_count`));
  afterAll(() => luotsi.query(`DELETE FROM identity.letter_count`));

  it('lets a class of forty begin from one address, five times each, and no script for ever', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 5; time += 1) {
      const answers = await Promise.all(Array.from({ length: 40 }, begin));
      statuses.push(...answers.map(({ status }) => status));
    }
    expect(statuses).toEqual(Array(200).fill(200));

    const attempts = `SELECT count(*) FROM identity.open_id_attempt`;
    const before = await luotsi.query(attempts);
    const answer = await begin();
    expect(answer).toMatchObject({
      status: 429,
      body: { type: 'urn:luotsi:problem:departures-paused', minutes: 15 },
      cookies: [],
    });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(840);
    expect(await luotsi.query(attempts)).toEqual(before);
  });

  it('is counted under a keyed hash, never the address', async () => {
    await begin();
    const kept = await luotsi.query<{ key: string }>(`SELECT key FROM identity.letter_count`);
    expect(kept.map(({ key }) => key)).toEqual([expect.stringMatching(/^departure:[\w-]{43}$/)]);
  });
});

describe('signing in at a provider', () => {
  it('asks with PKCE, state and nonce, and binds the attempt to the browser', async () => {
    const actor = luotsi.visitor();
    const started = await actor.post<{ address: string }>('/api/auth/providers/state/sign-in', {});
    const asked = new URL(started.body.address).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      client_id: 'luotsi',
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: callback,
      scope: 'openid profile email',
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    expect(started.cookies).toHaveLength(1);
    expect(started.cookies[0]).toMatch(
      /^luotsi\.provider=[\w-]{43}; Max-Age=600; Path=\/api\/auth\/providers; HttpOnly; SameSite=Lax$/,
    );
    const kept = await luotsi.query(`SELECT * FROM identity.open_id_attempt`);
    expect(JSON.stringify(kept)).not.toContain(asked.get('state'));
  });

  it('makes a counsellor of who is new, and goes on to where they wanted', async () => {
    const actor = luotsi.visitor();
    expect(await through(actor)).toBe('/my?tab=1');
    const { body } = await actor.get<Me>('/api/me');
    expect(body).toMatchObject({ name: 'Åsa Öhman', language: 'sv' });
    expect(body.roles).toEqual([{ role: 'counsellor', scope: { type: 'country', id: null } }]);
    const [kept] = await luotsi.query(
      `SELECT email, email_verified FROM identity.person WHERE id = $1`,
      [body.id],
    );
    expect(kept).toEqual({ email: `newcomer${String(count)}@example.org`, email_verified: true });
  });

  it('finds the same account again, also when name and e-mail have changed there', async () => {
    const first = luotsi.visitor();
    await through(first);
    const id = (await first.get<Me>('/api/me')).body.id;
    provider.next = { ...newcomer(), sub: provider.next.sub, email_verified: false };
    const later = luotsi.visitor();
    expect(await through(later)).toBe('/my?tab=1');
    expect((await later.get<Me>('/api/me')).body).toMatchObject({ id, name: 'Åsa Öhman' });
  });

  it('opens a new session, and the one that was open in the browser ends', async () => {
    const actor = luotsi.visitor();
    await actor.signIn('counsellor3@demo.luotsi.example', 'luotsi-demo-2027');
    const before = actor.cookie;
    await through(actor);
    expect((await actor.get<Me>('/api/me')).body.name).toBe('Åsa Öhman');
    expect((await luotsi.visitor().get('/api/me', { cookie: before })).status).toBe(401);
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/api/me', '/\\elsewhere.example'])(
    'goes on to the front page rather than to %s',
    async (returnTo) => {
      expect(await through(luotsi.visitor(), returnTo)).toBe('/');
    },
  );

  it('asks for the second step that the person has set up here', async () => {
    const { sub } = provider.next;
    const actor = luotsi.visitor();
    await through(actor);
    const { body } = await actor.post<{ secret: string }>('/api/me/second-step/totp', {});
    const code = (at: number) => ({ code: oneTimeCode(body.secret, at) });
    expect((await actor.put('/api/me/second-step/totp', code(Date.now()))).status).toBe(200);

    provider.next = { ...newcomer(), sub };
    const again = luotsi.visitor();
    const page = await through(again);
    expect(page).toBe('/sign-in/second-step?ways=totp%2Crecovery-code&returnTo=%2Fmy%3Ftab%3D1');
    expect((await again.get('/api/me')).status).toBe(401);
    // A code is good once: the one of the next half minute is taken, too.
    const taken = { kind: 'totp', ...code(Date.now() + 30_000) };
    const entered = await again.post<Me>('/api/auth/sign-in/second-step', taken);
    expect(entered).toMatchObject({ status: 200, body: { secondStep: 'on' } });
  });

  it('makes no account for an e-mail that the provider has not verified', async () => {
    const before = await people();
    for (const claims of [
      { email_verified: false },
      { email_verified: 'true' },
      { email: 'none' },
    ]) {
      provider.next = { ...newcomer(), ...claims };
      const actor = luotsi.visitor();
      expect(problemOf(await through(actor))).toBe('provider-email-unverified');
      expect((await actor.get('/api/me')).status).toBe(401);
    }
    expect(await people()).toBe(before);
  });

  it('makes one account of two first sign-ins at once', async () => {
    const actors = [luotsi.visitor(), luotsi.visitor()];
    const backs = await Promise.all(
      actors.map(async (actor) => provider.visit(await depart(actor))),
    );
    const before = Number(await people());
    const pages = await Promise.all(actors.map((actor, i) => arrive(actor, backs[i] ?? '')));
    expect(Number(await people())).toBe(before + 1);
    expect(pages).toContain('/my?tab=1');
  });

  it('leaves a name that is too long or full of controls in order', async () => {
    provider.next = { ...newcomer(), name: `\u0000Eero\n ${'😀'.repeat(300)}` };
    const actor = luotsi.visitor();
    expect(await through(actor)).toBe('/my?tab=1');
    const { name } = (await actor.get<Me>('/api/me')).body;
    expect(name.startsWith('Eero 😀')).toBe(true);
    expect([...name].length).toBeLessThanOrEqual(100);
  });
});

describe('an answer that is not as it should be', () => {
  const minutes = (count: number) => Math.floor(Date.now() / 1_000) + count * 60;

  it.each<[string, NonNullable<TestProvider['spoil']>]>([
    [
      'an expired token',
      ({ claims }) => Object.assign(claims, { exp: minutes(-5), iat: minutes(-10) }),
    ],
    ['a token that is not valid yet', ({ claims }) => Object.assign(claims, { nbf: minutes(10) })],
    ['a token for another service', ({ claims }) => Object.assign(claims, { aud: 'another' })],
    [
      'a token for several services, asked for by another',
      ({ claims }) => Object.assign(claims, { aud: ['luotsi', 'another'], azp: 'another' }),
    ],
    ['another nonce', ({ claims }) => Object.assign(claims, { nonce: 'planted' })],
    ['no nonce', ({ claims }) => delete claims['nonce']],
    ['another issuer', ({ claims }) => Object.assign(claims, { iss: 'https://elsewhere.example' })],
    ['no subject', ({ claims }) => delete claims['sub']],
    ['a token that is not signed', ({ header }) => Object.assign(header, { alg: 'none' })],
    [
      'a token signed with a shared secret',
      ({ header }) => Object.assign(header, { alg: 'HS256' }),
    ],
    ['an unknown key', ({ header }) => Object.assign(header, { kid: 'other' })],
  ])('%s lets nobody in', async (_, spoil) => {
    provider.spoil = spoil;
    const before = await people();
    const actor = luotsi.visitor();
    const page = await through(actor);
    expect(problemOf(page)).toBe('provider-answer-refused');
    expect(new URLSearchParams(page.split('?')[1]).get('returnTo')).toBe('/my?tab=1');
    expect((await actor.get('/api/me')).status).toBe(401);
    expect(await people()).toBe(before);
  });

  it('a signature by another key lets nobody in', async () => {
    provider.spoil = () => undefined;
    expect(await through(luotsi.visitor())).toBe('/my?tab=1');
    provider.foreignKey = true;
    expect(problemOf(await through(luotsi.visitor()))).toBe('provider-answer-refused');
  });

  it.each([
    ['access_denied', 'provider-denied'],
    ['server_error', 'provider-failed'],
    ['temporarily_unavailable', 'provider-failed'],
  ])('%s is told as %s', async (error, problem) => {
    provider.next = { ...newcomer(), error };
    expect(problemOf(await through(luotsi.visitor()))).toBe(problem);
  });

  it('a second click is told as one, and the first goes on', async () => {
    const actor = luotsi.visitor();
    const started = await depart(actor);
    const { cookie } = actor;
    const back = await provider.visit(started);
    expect(await arrive(actor, back)).toBe('/my?tab=1');
    const again = await luotsi.visitor().get(pathOf(back), { cookie });
    expect(problemOf(again.headers['location'] ?? '')).toBe('provider-sign-in-used');
    expect((await actor.get('/api/me')).status).toBe(200);
  });

  it('two clicks at once let one in', async () => {
    const actor = luotsi.visitor();
    const back = await provider.visit(await depart(actor));
    const { cookie } = actor;
    const answers = await Promise.all(
      [1, 2].map(() => luotsi.visitor().get(pathOf(back), { cookie })),
    );
    const pages = answers.map(({ headers }) => problemOf(headers['location'] ?? ''));
    expect(pages.sort()).toEqual(['/my?tab=1', 'provider-sign-in-used']);
  });

  it('a code that is replayed with a new state is refused by the provider', async () => {
    const first = luotsi.visitor();
    const used = new URL(await provider.visit(await depart(first)));
    await arrive(first, used.href);
    const thief = luotsi.visitor();
    const fresh = new URL(await provider.visit(await depart(thief)));
    fresh.searchParams.set('code', used.searchParams.get('code') ?? '');
    expect(problemOf(await arrive(thief, fresh.href))).toBe('provider-answer-refused');
    expect((await thief.get('/api/me')).status).toBe(401);
  });

  it('an address from another browser is good for nobody', async () => {
    const back = await provider.visit(await depart(luotsi.visitor()));
    const victim = luotsi.visitor();
    expect(problemOf(await arrive(victim, back))).toBe('provider-sign-in-expired');
    await depart(victim);
    expect(problemOf(await arrive(victim, back))).toBe('provider-sign-in-expired');
    expect((await victim.get('/api/me')).status).toBe(401);
  });

  it('one that comes after ten minutes is too late', async () => {
    const actor = luotsi.visitor();
    const back = await provider.visit(await depart(actor));
    await luotsi.query(`UPDATE identity.open_id_attempt SET expires_at = now()`);
    expect(problemOf(await arrive(actor, back))).toBe('provider-sign-in-expired');
  });

  it.each(['', '?state=x', '?state=a&state=b', '?code=x', '?state=%00', '?error=access_denied'])(
    'a callback without its parameters (%s) leads to a page, too',
    async (query) => {
      const answer = await luotsi.visitor().get(`/api/auth/providers/state/callback${query}`);
      expect(answer.status).toBe(302);
      expect(problemOf(answer.headers['location'] ?? '')).toBe('provider-sign-in-expired');
    },
  );
});

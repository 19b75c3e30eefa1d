import type { ProblemDetails } from '@luotsi/platform/model';
import { testApp, type TestApp } from '@testing';

const signIn = '/api/auth/sign-in/email';
const NOTHING = '00000000-0000-7000-8000-000000000000';

describe('a request that can not be taken', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp();
  });
  afterAll(() => luotsi.close());

  const told = ({ status, body, headers }: Awaited<ReturnType<typeof ask>>) =>
    `${String(status)} ${body.type} ${headers['content-type'] ?? ''}`;
  const ask = (path: string) => luotsi.visitor().get<ProblemDetails>(path);
  const send = (body: unknown, headers: Record<string, string> = {}) =>
    luotsi.visitor().post<ProblemDetails>(signIn, body, headers);
  const problem = (status: number, name: string) =>
    `${String(status)} urn:luotsi:problem:${name} application/problem+json; charset=utf-8`;

  it.each([
    ['/api/nothing-here', 404, 'not-found'],
    ['/feeds/nothing.ics', 404, 'not-found'],
    [`/api/sessions/${NOTHING}`, 404, 'not-found'],
    ['/api/sessions/not-an-id', 404, 'not-found'],
    [`/api/sessions/${'x'.repeat(300)}`, 404, 'not-found'],
    ['/api/frameworks/a%00b', 404, 'not-found'],
    ['/api/%E0%A4%A', 400, 'malformed-request'],
    ['/api/sessions?limit=101', 422, 'validation-failed'],
    ['/api/sessions?limit=0', 422, 'validation-failed'],
    ['/api/sessions?from=yesterday', 422, 'validation-failed'],
    ['/api/sessions?to=0000-01-01T00:00:00Z', 422, 'validation-failed'],
    ['/api/sessions?form=somehow', 422, 'validation-failed'],
    ['/api/sessions?theme=a%00b', 422, 'validation-failed'],
    [`/api/sessions?${'theme=x&'.repeat(41)}`, 422, 'validation-failed'],
    ['/api/sessions?cursor=abc', 422, 'cursor-unknown'],
    [signIn, 405, 'method-unknown'],
  ])('is answered with a problem: GET %s', async (path, status, name) => {
    expect(told(await ask(path))).toBe(problem(status, name));
  });

  it.each([
    ['/api/sessions', 'GET, HEAD, POST'],
    [`/api/sessions/${NOTHING}?of=no-matter`, 'GET, HEAD, PATCH, DELETE'],
    ['/health/live', 'GET, HEAD'],
  ])('is one with a method that %s does not know', async (path, methods) => {
    const answer = await luotsi.visitor().put<ProblemDetails>(path, {});
    expect(told(answer)).toBe(problem(405, 'method-unknown'));
    expect([answer.headers['allow'], answer.body.detail]).toEqual([
      methods,
      expect.stringContaining(methods),
    ]);
  });

  it('is one for an address that has nothing at it, whatever the method', async () => {
    const answer = await luotsi.visitor().put<ProblemDetails>('/api/nothing-here', {});
    expect(told(answer)).toBe(problem(404, 'not-found'));
  });

  it.each([
    ['broken JSON', '{"email":', 'application/json', 400, 'malformed-request'],
    ['a poisoned prototype', '{"__proto__":{}}', 'application/json', 400, 'malformed-request'],
    ['a form', 'email=a', 'application/x-www-form-urlencoded', 400, 'malformed-request'],
    ['plain text', '{"email":"a"}', 'text/plain', 400, 'malformed-request'],
    ['another type', '<a/>', 'application/xml', 400, 'malformed-request'],
    ['too much', `"${'x'.repeat(1_100_000)}"`, 'application/json', 413, 'too-large'],
    ['nothing', '', 'application/json', 422, 'validation-failed'],
  ])('is one that brings %s', async (_, body, type, status, name) => {
    expect(told(await send(body, { 'content-type': type }))).toBe(problem(status, name));
  });

  it('names the text that holds a character which nothing can keep', async () => {
    for (const password of ['a\0b', '\ud800']) {
      const { status, body } = await send({ email: 'somebody@example.org', password });
      expect([status, body.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/password']]);
    }
  });

  it.each([
    ['sv', 'Sidan finns inte'],
    ['en;q=0.1, sv;q=0.9', 'Sidan finns inte'],
    ['de, en;q=0.4, fi;q=0', 'There is nothing at this address'],
    ['', 'Sivua ei löydy'],
  ])('is answered in the language that is wished most: %s', async (wish, title) => {
    const answer = await luotsi
      .visitor()
      .get<ProblemDetails>('/api/nothing-here', { 'accept-language': wish });
    expect(answer.body.title).toBe(title);
  });

  it('is answered in the language that was chosen, before what the browser wishes', async () => {
    const answer = await luotsi.visitor().get<ProblemDetails>('/api/nothing-here', {
      cookie: 'luotsi_language=sv',
      'accept-language': 'en',
    });
    expect(answer.body.title).toBe('Sidan finns inte');
  });
});

describe('a request that can be taken', () => {
  it('is one that names JSON and brings nothing, where nothing is asked for', async () => {
    const luotsi = await testApp();
    const actor = await luotsi.as('counsellor');
    const headers = { 'content-type': 'application/json' };
    const { status } = await actor.post('/api/me/feed/renewal', '', headers);
    await luotsi.close();
    expect(status).toBe(200);
  });
});

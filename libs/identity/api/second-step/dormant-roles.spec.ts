import type { Me } from '@luotsi/identity/model';
import type { ProblemDetails } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { grantRole } from '../people/people';

const country = { type: 'country', id: null } as const;

describe('a role that sees the data of others', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp({ demonstration: true });
  });
  afterAll(() => luotsi.close());

  const meOf = async (actor: Actor) => (await actor.get<Me>('/api/me')).body;

  it('lies dormant while one is signed in with a password alone, others stay', async () => {
    const actor = await luotsi.as('groupCoordinator', country, { weak: true });
    await luotsi.database.transaction((it) => grantRole(it, actor.id ?? '', 'counsellor', country));
    expect(await meOf(actor)).toMatchObject({
      roles: [{ role: 'counsellor' }],
      dormantRoles: [{ role: 'groupCoordinator' }],
      secondStep: 'needed',
    });
    expect((await actor.get('/api/me/enrolments')).status).toBe(200);
    const refused = await actor.post<ProblemDetails>('/api/sessions', {});
    expect(refused).toMatchObject({
      status: 403,
      body: {
        type: 'urn:luotsi:problem:second-step-needed',
        title: 'Vahvista ensin kirjautumisesi',
      },
    });
  });

  it('is awake once the second step is taken, and nobody else is asked for one', async () => {
    expect(await meOf(await luotsi.as('administrator'))).toMatchObject({
      roles: [{ role: 'administrator' }],
      dormantRoles: [],
      secondStep: 'on',
    });
    expect(await meOf(await luotsi.as('counsellor', country, { weak: true }))).toMatchObject({
      roles: [{ role: 'counsellor' }],
      dormantRoles: [],
      secondStep: 'off',
    });
  });

  it('is awake for a demonstration account with its password', async () => {
    const actor = luotsi.visitor();
    await actor.signIn('national1@demo.luotsi.example', 'luotsi-demo-2027');
    const me = await meOf(actor);
    expect(me.dormantRoles).toEqual([]);
    expect(me.roles).toContainEqual({ role: 'nationalCoordinator', scope: country });
  });
});

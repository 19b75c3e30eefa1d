import type { Invitation } from '@luotsi/identity/model';
import type { ProblemDetails } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';

const lapland = { type: 'region', id: '19' } as const;
const uusimaa = { type: 'region', id: '01' } as const;
const country = { type: 'country', id: null } as const;
const problem = (name: string) => `urn:luotsi:problem:${name}`;

describe('an invitation', () => {
  let luotsi: TestApp;
  let administrator: Actor;
  let coordinator: Actor;
  let addresses = 0;
  beforeAll(async () => {
    luotsi = await testApp();
    administrator = await luotsi.as('administrator');
    coordinator = await luotsi.as('groupCoordinator', lapland);
  });
  afterAll(() => luotsi.close());

  const address = () => `kutsuttu${String((addresses += 1))}+x@koulu.example`;
  const coach = { role: 'coach', scope: lapland } as const;
  const invite = (by: Actor, body: object) =>
    by.post<Invitation & ProblemDetails>('/api/invitations', { roles: [coach], ...body });
  const age = (id: string) =>
    luotsi.query(
      `UPDATE identity.invitation SET sent_at = sent_at - interval '15 days',
         expires_at = expires_at - interval '15 days' WHERE id = $1`,
      [id],
    );

  it.each([
    ['role-out-of-scope', 403, { roles: [{ role: 'coach', scope: uusimaa }] }],
    ['role-out-of-scope', 403, { roles: [{ role: 'administrator', scope: country }] }],
    ['role-for-country', 422, { roles: [{ role: 'administrator', scope: lapland }] }],
    ['scope-unknown', 422, { roles: [{ role: 'coach', scope: { type: 'region', id: '99' } }] }],
    ['scope-unknown', 422, { group: '01a20194-43d2-762a-ad91-4c6b313b5cf5' }],
    ['role-twice', 422, { roles: [coach, coach] }],
    ['roles-missing', 422, { roles: [] }],
    ['validation-failed', 422, { email: 'not an address' }],
  ])('is refused as %s, and nothing is sent', async (name, status, body) => {
    const email = address();
    const answer = await invite(coordinator, { email, ...body });
    expect(answer).toMatchObject({ status, body: { type: problem(name) } });
    expect(await luotsi.letters(email)).toEqual([]);
  });

  it('can ask into a group', async () => {
    const [group] = await luotsi.query<{ id: string }>(
      `SELECT id FROM network."group" WHERE region_code = '19'`,
    );
    const answer = await invite(coordinator, { email: address(), roles: [], group: group?.id });
    expect(answer.body.roles).toEqual([
      { role: 'counsellor', scope: { type: 'group', id: group?.id } },
    ]);
  });

  it('is one at a time from one sender to one address, until it has expired', async () => {
    const email = address();
    const answers = await Promise.all([1, 2, 3].map(() => invite(coordinator, { email })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.type).toBe(
      problem('already-invited'),
    );
    expect(await luotsi.letters(email)).toHaveLength(1);
    await age(answers.find(({ status }) => status === 201)?.body.id ?? '');
    expect((await invite(coordinator, { email })).status).toBe(201);
  });

  it('is seen by its sender and by those into whose places it leads', async () => {
    const elsewhere = await luotsi.as('groupCoordinator', uusimaa);
    const { body: sent } = await invite(administrator, { email: address() });
    const idsSeen = async (actor: Actor) => {
      const ids: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { body }: { body: { items: Invitation[]; nextCursor: string | null } } =
          await actor.get(`/api/invitations?state=open&limit=3&cursor=${cursor}`);
        ids.push(...body.items.map(({ id }) => id));
        cursor = body.nextCursor;
      }
      return ids;
    };
    expect(await idsSeen(coordinator)).toContain(sent.id);
    expect(await idsSeen(administrator)).toContain(sent.id);
    expect(await idsSeen(elsewhere)).toEqual([]);
    expect(await elsewhere.delete(`/api/invitations/${sent.id}`)).toMatchObject({ status: 404 });
    const { body: national } = await invite(administrator, {
      email: address(),
      roles: [coach, { role: 'coach', scope: uusimaa }],
    });
    expect(await coordinator.post(`/api/invitations/${national.id}/resend`)).toMatchObject({
      status: 403,
      body: { type: problem('role-out-of-scope') },
    });
  });
});

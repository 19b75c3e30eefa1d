import type { Me, Person } from '@luotsi/identity/model';
import type { ProblemDetails } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';

const lapland = { type: 'region', id: '19' } as const;
const uusimaa = { type: 'region', id: '01' } as const;
const country = { type: 'country', id: null } as const;

describe('giving and taking roles', () => {
  let luotsi: TestApp;
  let administrator: Actor;
  let coordinator: Actor;
  beforeAll(async () => {
    luotsi = await testApp({ listen: true });
    administrator = await luotsi.as('administrator');
    coordinator = await luotsi.as('groupCoordinator', lapland);
  });
  afterAll(() => luotsi.close());

  const put = (giver: Actor, id: string | null, roles: object[], version?: string) =>
    giver.put<Person & ProblemDetails>(`/api/people/${id ?? ''}/roles`, {
      roles,
      ...(version === undefined ? {} : { version }),
    });
  const rolesOf = async (actor: Actor) => (await actor.get<Me>('/api/me')).body.roles;

  it('counts at once, and the person reads of it', async () => {
    const aino = await luotsi.as('counsellor', lapland);
    expect(await rolesOf(aino)).toHaveLength(1);
    const wanted = [
      { role: 'counsellor', scope: lapland },
      { role: 'coach', scope: lapland },
    ];
    const answer = await put(coordinator, aino.id, wanted);
    expect(answer.status).toBe(200);
    expect(answer.body.roles.map(({ role }) => role)).toEqual(['counsellor', 'coach']);
    expect(await rolesOf(aino)).toEqual(wanted);
    const { profile } = (await aino.get<Me>('/api/me')).body;
    const [letter] = await luotsi.letters(profile.email);
    expect(letter).toMatchObject({ kind: 'roles-changed' });
    expect(letter?.text).toContain('Valmentaja, Lappi');
  });

  it('takes what is left out, keeps that it was, and gives it again', async () => {
    const aino = await luotsi.as('coach', lapland);
    const taken = await put(coordinator, aino.id, []);
    expect(taken).toMatchObject({ status: 200, body: { roles: [{ role: 'coach' }] } });
    expect(taken.body.roles[0]?.validTo).not.toBeNull();
    expect(await rolesOf(aino)).toEqual([]);
    const again = await put(coordinator, aino.id, [{ role: 'coach', scope: lapland }]);
    expect(again.body.roles).toHaveLength(2);
    expect(await rolesOf(aino)).toHaveLength(1);
  });

  it('lets a role begin and end at a time', async () => {
    const aino = await luotsi.as('counsellor', lapland);
    const validFrom = new Date(Date.now() + 86_400_000).toISOString();
    const validTo = new Date(Date.now() + 2 * 86_400_000).toISOString();
    const wish = { role: 'coach', scope: lapland, validFrom, validTo };
    const given = await put(administrator, aino.id, [wish]);
    const [, coach] = given.body.roles;
    expect(new Date(coach?.validFrom ?? '').toISOString()).toBe(validFrom);
    expect(await rolesOf(aino)).toEqual([]);
    const withdrawn = await put(administrator, aino.id, []);
    expect(withdrawn.body.roles.map(({ role }) => role)).toEqual(['counsellor']);
  });

  it('leaves what the giver does not manage', async () => {
    const aino = await luotsi.as('coach', uusimaa);
    await put(administrator, aino.id, [
      { role: 'coach', scope: uusimaa },
      { role: 'counsellor', scope: lapland },
    ]);
    const answer = await put(coordinator, aino.id, [{ role: 'coach', scope: lapland }]);
    expect(answer.status).toBe(200);
    expect(await rolesOf(aino)).toEqual([
      { role: 'coach', scope: uusimaa },
      { role: 'coach', scope: lapland },
    ]);
  });

  it.each([
    ['role-out-of-scope', 403, { role: 'coach', scope: uusimaa }],
    ['role-out-of-scope', 403, { role: 'coach', scope: country }],
    ['role-out-of-scope', 403, { role: 'administrator', scope: country }],
    ['role-out-of-scope', 403, { role: 'developmentGroupMember', scope: lapland }],
    ['role-for-country', 422, { role: 'administrator', scope: lapland }],
    ['scope-unknown', 422, { role: 'coach', scope: { type: 'region', id: '99' } }],
    ['scope-unknown', 422, { role: 'coach', scope: { type: 'group', id: 'x' } }],
    [
      'role-ends-before-it-begins',
      422,
      { role: 'coach', scope: lapland, validTo: '2020-01-01T00:00:00Z' },
    ],
  ])('refuses %s and changes nothing', async (problem, status, wish) => {
    const aino = await luotsi.as('counsellor', lapland);
    const answer = await put(coordinator, aino.id, [{ role: 'coach', scope: lapland }, wish]);
    expect(answer).toMatchObject({
      status,
      body: { type: `urn:luotsi:problem:${problem}`, pointer: '/roles/1' },
    });
    expect(await rolesOf(aino)).toEqual([{ role: 'counsellor', scope: lapland }]);
  });

  it('refuses the same role twice', async () => {
    const aino = await luotsi.as('counsellor', lapland);
    const wish = { role: 'coach', scope: lapland };
    expect(await put(coordinator, aino.id, [wish, wish])).toMatchObject({
      status: 422,
      body: { type: 'urn:luotsi:problem:role-twice' },
    });
  });

  it('does not overwrite what someone else has changed meanwhile', async () => {
    const aino = await luotsi.as('counsellor', lapland);
    const { version } = (await administrator.get<Person>(`/api/people/${aino.id ?? ''}`)).body;
    const first = await put(coordinator, aino.id, [{ role: 'coach', scope: lapland }], version);
    expect(first.status).toBe(200);
    const second = await put(administrator, aino.id, [], version);
    expect(second).toMatchObject({
      status: 409,
      body: { type: 'urn:luotsi:problem:changed-meanwhile', current: { id: aino.id } },
    });
    expect((await put(administrator, aino.id, [], first.body.version)).status).toBe(200);
  });

  it('is kept in the log, with whom, what and where', async () => {
    const aino = await luotsi.as('counsellor', lapland);
    await put(coordinator, aino.id, [{ role: 'coach', scope: lapland }]);
    const rows = await luotsi.query(
      `SELECT action, facts FROM identity.audit_entry
       WHERE actor_id = $1 AND subject_ids @> ARRAY[$2::uuid] ORDER BY id`,
      [coordinator.id, aino.id],
    );
    expect(rows).toEqual([
      { action: 'role-given', facts: { role: 'coach', scope: lapland } },
      { action: 'role-taken', facts: { role: 'counsellor', scope: lapland } },
    ]);
  });

  it('is not for someone out of sight', async () => {
    const elsewhere = await luotsi.as('counsellor', uusimaa);
    expect(await put(coordinator, elsewhere.id, [])).toMatchObject({ status: 404 });
  });
});

describe('the last administrator', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp({ listen: true });
  });
  afterAll(() => luotsi.close());

  const without = (by: Actor, whom: Actor) =>
    by.put<ProblemDetails>(`/api/people/${whom.id ?? ''}/roles`, { roles: [] });
  const left = async () =>
    (
      await luotsi.query(
        `SELECT FROM identity.role_grant WHERE role = 'administrator' AND valid_to IS NULL`,
      )
    ).length;

  it('stays, also when two take the role from each other at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = await luotsi.crowd(2, 'administrator');
      if (!one || !other) throw new Error('Nobody was added.');
      await luotsi.query(
        `UPDATE identity.role_grant SET valid_to = clock_timestamp()
         WHERE role = 'administrator' AND valid_to IS NULL AND person_id NOT IN ($1, $2)`,
        [one.id, other.id],
      );
      const answers = await Promise.all([without(one, other), without(other, one)]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(await left()).toBe(1);
    }
    const [last] = await luotsi.query<{ id: string }>(
      `SELECT person_id AS id FROM identity.role_grant
       WHERE role = 'administrator' AND valid_to IS NULL`,
    );
    const by = await luotsi.as('administrator');
    await luotsi.query(
      `UPDATE identity.role_grant SET valid_to = now() + interval '1 day'
      WHERE person_id = $1`,
      [by.id],
    );
    const answer = await by.put(`/api/people/${last?.id ?? ''}/roles`, { roles: [] });
    expect(answer).toMatchObject({
      status: 409,
      body: { type: 'urn:luotsi:problem:last-administrator' },
    });
  });

  it('stays in the database, whatever wants them gone', async () => {
    const sql = [
      `DELETE FROM identity.role_grant WHERE role = 'administrator'`,
      `UPDATE identity.role_grant SET valid_to = now() + interval '1 year'
       WHERE role = 'administrator'`,
      `DELETE FROM identity.person p USING identity.role_grant g
       WHERE g.person_id = p.id AND g.role = 'administrator'`,
    ];
    for (const statement of sql) {
      await expect(luotsi.query(statement)).rejects.toThrow('the last administrator stays');
    }
  });
});

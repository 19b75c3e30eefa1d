import type { PersonInList, RoleHolding } from '@luotsi/identity/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { addPeople, grantRole } from './people';

interface Page {
  readonly items: PersonInList[];
  readonly nextCursor: string | null;
}
const lapland = { type: 'region', id: '19' } as const;

describe('the people', () => {
  let luotsi: TestApp;
  let administrator: Actor;
  let group: { type: 'group'; id: string };
  beforeAll(async () => {
    luotsi = await testApp();
    administrator = await luotsi.as('administrator');
    const [row] = await luotsi.query<{ id: string }>(
      `SELECT id FROM network."group" WHERE kind = 'development' LIMIT 1`,
    );
    group = { type: 'group', id: row?.id ?? '' };
    await luotsi.database.transaction(async (manager) => {
      const ids = await addPeople(manager, [
        { name: 'Åsa Öhman', email: 'asa.ohman@skola.example', region: '19' },
        { name: 'Aino-Kaisa Ärölä', email: 'aino@koulu.example', region: '01' },
        { name: "Eoin O'Brien \\ Näätä", email: "o'brien@example.org", region: '01' },
        { name: 'Zahra 😀 Ali', email: 'zahra@example.org' },
      ]);
      for (const id of ids)
        await grantRole(manager, id, 'counsellor', { type: 'country', id: null });
      await grantRole(manager, ids[3] ?? '', 'developmentGroupMember', group);
    });
  });
  afterAll(() => luotsi.close());

  const find = async (query: string, who: Actor = administrator, language = 'fi') =>
    (await who.get<Page>(`/api/people?${query}`, { 'accept-language': language })).body;
  const names = async (query: string, who?: Actor) =>
    (await find(query, who)).items.map(({ name }) => name);

  it.each([
    ['ohm', ['Åsa Öhman']],
    ['Öh', ['Åsa Öhman']],
    ['öhman åsa', ['Åsa Öhman']],
    ['OHMAN AS', ['Åsa Öhman']],
    ['kaisa', ['Aino-Kaisa Ärölä']],
    ['aino-kaisa', ['Aino-Kaisa Ärölä']],
    ['arola', ['Aino-Kaisa Ärölä']],
    ['aino@kou', ['Aino-Kaisa Ärölä']],
    ["o'bri", ["Eoin O'Brien \\ Näätä"]],
    ['\\', ["Eoin O'Brien \\ Näätä"]],
    ['😀', ['Zahra 😀 Ali']],
    ["' | 'zahra", []],
    ['hman', []],
  ])('are found by %j', async (q, expected) => {
    expect(await names(`q=${encodeURIComponent(q)}`)).toEqual(expected);
  });

  it('are looked up in an index, by words and by name', async () => {
    const plan = async (sql: string) => {
      await luotsi.query('SET enable_seqscan = off');
      const rows = await luotsi.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    await luotsi.query(
      `INSERT INTO identity.person (id, name, email)
       SELECT gen_random_uuid(), 'Nimi ' || n, 'nimi' || n || '@example.org'
       FROM generate_series(1, 3000) n`,
    );
    await luotsi.query('ANALYZE identity.person');
    const searched = await plan(
      `SELECT FROM identity.person p WHERE p.search @@ '''ohm'':*'::tsquery`,
    );
    expect(searched).toContain('person_search');
    const paged = await plan(
      `SELECT FROM identity.person p ORDER BY p.name COLLATE "fi-x-icu", p.id LIMIT 51`,
    );
    expect(paged).toContain('person_name_fi');
    await luotsi.query(`DELETE FROM identity.person WHERE name LIKE 'Nimi %'`);
  });

  it('are sorted as the language sorts, a page at a time', async () => {
    const all: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page = await find(`limit=2&cursor=${cursor}`);
      expect(page.items.length).toBeLessThanOrEqual(2);
      all.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    }
    expect(all).toEqual(await names('limit=100'));
    expect(all).toEqual(all.toSorted(new Intl.Collator('fi').compare));
    expect(all.at(-1)).toBe('Åsa Öhman');
    expect(await administrator.get('/api/people?cursor=nonsense')).toMatchObject({
      status: 422,
      body: { type: 'urn:luotsi:problem:cursor-wrong' },
    });
  });

  it('can be narrowed to a role, a scope, a region', async () => {
    expect(await names('region=19')).toEqual(['Åsa Öhman']);
    expect(await names('role=developmentGroupMember')).toEqual(['Zahra 😀 Ali']);
    expect(await names(`scope=group:${group.id}`)).toEqual(['Zahra 😀 Ali']);
    expect(await names('role=administrator&scope=country')).toHaveLength(1);
    expect(await names('role=coach')).toEqual([]);
  });

  it('can be narrowed to those who wait and those whose roles have ended', async () => {
    const waiting = await luotsi.as('counsellor', lapland);
    await waiting.patch('/api/me', { name: 'Odottaja', region: '05' });
    expect(await names('awaiting=true')).toEqual(['Odottaja']);
    expect(await names('awaiting=false&q=odottaja')).toEqual(['Odottaja']);
    await luotsi.query(
      `INSERT INTO identity.role_grant (id, person_id, role, scope_type, valid_from, valid_to)
       VALUES (gen_random_uuid(), $1, 'coach', 'country', '2020-01-01', '2021-01-01')`,
      [waiting.id],
    );
    const ended = await find('expired=true');
    expect(ended.items.map(({ name }) => name)).toEqual(['Odottaja']);
    expect(ended.items[0]?.roles.map(({ role }) => role)).toEqual(['coach', 'counsellor']);
    expect((await find('q=odottaja')).items[0]?.roles.map(({ role }) => role)).toEqual([
      'counsellor',
    ]);
  });

  it('are only those of one’s own region or group', async () => {
    const own = await luotsi.as('groupCoordinator', { type: 'region', id: '01' });
    const seen = await names('limit=100', own);
    expect(seen).toEqual(expect.arrayContaining(['Aino-Kaisa Ärölä', "Eoin O'Brien \\ Näätä"]));
    expect(seen).not.toContain('Åsa Öhman');
    const member = await luotsi.as('developmentGroupMember', group);
    expect((await names('limit=100', member)).sort()).toEqual([
      'Test developmentGroupMember 1',
      'Zahra 😀 Ali',
    ]);
    const [asa] = (await find('q=ohman')).items;
    expect(await own.get(`/api/people/${asa?.id ?? ''}`)).toMatchObject({ status: 404 });
    expect(await administrator.get(`/api/people/${asa?.id ?? ''}`)).toMatchObject({
      status: 200,
      body: { name: 'Åsa Öhman', affiliations: [{ region: '19', validTo: null }] },
    });
  });

  it('are not read without a trace', async () => {
    const [asa] = (await find('q=ohman')).items;
    await administrator.get(`/api/people/${asa?.id ?? ''}`);
    const rows = await luotsi.query(
      `SELECT action FROM identity.audit_entry
       WHERE actor_id = $1 AND subject_ids @> ARRAY[$2::uuid] ORDER BY id DESC LIMIT 2`,
      [administrator.id, asa?.id],
    );
    expect(rows).toEqual([{ action: 'person-read' }, { action: 'people-read' }]);
  });

  it('are in a table of who may do what where', async () => {
    const { body } = await administrator.get<{ items: RoleHolding[]; counsellors: unknown[] }>(
      '/api/roles',
    );
    expect(body.items).toContainEqual(
      expect.objectContaining({ role: 'developmentGroupMember', scope: group }),
    );
    expect(body.items.some(({ role }) => role === 'counsellor')).toBe(false);
    expect(body.counsellors).toContainEqual({
      scope: { type: 'country', id: null },
      count: 4,
    });
    const member = await luotsi.as('developmentGroupMember', group);
    const own = await member.get<{ items: RoleHolding[] }>('/api/roles');
    expect(own.body.items.every(({ scope }) => scope.id === group.id)).toBe(true);
  });
});

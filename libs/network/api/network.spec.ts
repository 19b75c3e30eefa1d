import {
  listGroups,
  listOrganisations,
  listRegions,
  region,
  type Group,
  type Region,
  type RegionSummary,
} from '@luotsi/network/model';
import { testApp, type TestApp } from '@testing';
import { groupId } from './group-id';
import { loadNetwork } from './reference';

interface List<Item> {
  items: Item[];
}

describe('the network', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp();
  });
  afterAll(() => luotsi.close());

  const get = <Body>(path: string, language = 'fi') =>
    luotsi.visitor().get<Body>(path, { 'accept-language': language });

  it('lists the nineteen regions, sorted as the language sorts', async () => {
    const finnish = await get<List<RegionSummary>>('/api/regions');
    expect(listRegions.responses[200].safeParse(finnish.body).success).toBe(true);
    expect(finnish.body.items).toHaveLength(19);
    expect(finnish.body.items[0]?.name.fi).toBe('Ahvenanmaa');
    const swedish = await get<List<RegionSummary>>('/api/regions', 'sv');
    expect(swedish.body.items.slice(-2).map(({ name }) => name.sv)).toEqual([
      'Åland',
      'Österbotten',
    ]);
  });

  it('tells who coordinates a region now and who did before, with dates', async () => {
    const { body } = await get<Region>('/api/regions/05');
    expect(region.safeParse(body).success).toBe(true);
    expect(body.centres).toMatchObject([
      { id: 'evk-04', validFrom: '2026-01-01', validTo: null },
      { id: 'ely-04', validFrom: '2010-01-01', validTo: '2025-12-31' },
    ]);
    expect(body.groups).toMatchObject([{ name: { fi: 'Kanta-Hämeen ELO-ryhmä' } }]);
    expect(body.employmentAreas.length).toBeGreaterThan(0);
  });

  it('assumes neither a centre nor an ELO group for Åland', async () => {
    const { body } = await get<Region>('/api/regions/21');
    expect(body).toMatchObject({ groups: [], centres: [] });
  });

  it('has no region with an unknown code', async () => {
    expect(await get('/api/regions/99')).toMatchObject({
      status: 404,
      body: { type: 'urn:luotsi:problem:not-found' },
    });
  });

  it('lists the national forum, 18 ELO groups and a development group for each theme', async () => {
    const { body } = await get<List<Group>>('/api/groups');
    expect(listGroups.responses[200].safeParse(body).success).toBe(true);
    const count = (kind: string) => body.items.filter((group) => group.kind === kind).length;
    expect([count('national'), count('elo'), count('development')]).toEqual([1, 18, 13]);
    const only = await get<List<Group>>('/api/groups?kind=development');
    expect(only.body.items.map(({ theme }) => theme?.id)).toEqual(
      Array.from({ length: 13 }, (_, index) => `dg${index + 1}`),
    );
  });

  it('shows a group by the identifier that it has in every installation', async () => {
    expect((await get(`/api/groups/${groupId('dg2')}`)).body).toMatchObject({
      kind: 'development',
      theme: { id: 'dg2' },
    });
    expect((await get(`/api/groups/${groupId('dg99')}`)).status).toBe(404);
  });

  it('knows no organisations before someone has entered them', async () => {
    const { body } = await get('/api/organisations?region=19');
    expect(listOrganisations.responses[200].parse(body)).toEqual({ items: [] });
  });

  it('keeps what a person has edited, and follows the delivery elsewhere', async () => {
    const read = async () =>
      JSON.stringify(
        await luotsi.query(`SELECT *, (SELECT jsonb_agg(cr) FROM network.centre_region cr)
                            FROM network.region ORDER BY code`),
      );
    await luotsi.query(`UPDATE network.region SET name = name || '{"en": "Lapland, edited"}'
                        WHERE code = '19'`);
    await luotsi.query(`DELETE FROM network.centre_region WHERE centre_id = 'evk-04'`);
    const before = await read();
    await luotsi.database.transaction(loadNetwork);
    expect(await read()).toBe(before);

    await luotsi.query(`UPDATE network.region
      SET name = name || '{"en": "Old"}', delivered = delivered || '{"name": {}}'
        || jsonb_build_object('name', name || '{"en": "Old"}') WHERE code = '18'`);
    await luotsi.database.transaction(loadNetwork);
    const [kainuu] = await luotsi.query(`SELECT name->>'en' AS en FROM network.region
                                         WHERE code = '18'`);
    expect(kainuu).toEqual({ en: 'Kainuu' });
  });
});

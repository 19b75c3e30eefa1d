import type { PlannedItem } from '@luotsi/planning/model';
import { plannedItem } from '@luotsi/planning/model';
import { testApp, type TestApp } from '@testing';
import { ours, planPeople, training, type PlanPeople } from './plan-fixtures';

describe('a published plan', () => {
  let luotsi: TestApp;
  let people: PlanPeople;
  beforeAll(async () => {
    luotsi = await testApp();
    people = await planPeople(luotsi);
    await people.published(2040, [
      training('Lapin koulutus', { regions: ['19'], competences: ['SSI'], month: 5 }),
      training('Kaikille', { competences: ['CC'], form: 'online', month: 2 }),
      training('Uudellamaalla', { regions: ['01'], theme: 'dg3', month: 9 }),
    ]);
  });
  afterAll(() => luotsi.close());

  it.each([
    `UPDATE planning.plan SET goals = '{"fi": "x", "sv": "", "en": ""}'`,
    `UPDATE planning.plan SET state = 'draft', submitted_at = NULL, published_at = NULL`,
    `UPDATE planning.plan SET published_at = now()`,
    `UPDATE planning.plan SET state = 'superseded', year = 2041`,
    `DELETE FROM planning.plan`,
    `UPDATE planning.plan_item SET seats = 1`,
    `DELETE FROM planning.plan_item`,
    `INSERT INTO planning.plan_item SELECT gen_random_uuid(), plan_id, gen_random_uuid(), 9, 1,
       title, target_group, form, 1, NULL, NULL, NULL, organiser_id FROM planning.plan_item`,
    `DELETE FROM planning.plan_item_region`,
    `INSERT INTO planning.plan_item_competence SELECT id, 'PRO' FROM planning.plan_item`,
    `UPDATE planning.plan_item_region SET region_code = '02'`,
  ])('is held fast by the database: %s', async (sql) => {
    await expect(luotsi.query(sql)).rejects.toThrow('never change');
  });

  it('forgets the person who published it, when that person leaves', async () => {
    await luotsi.query(`UPDATE planning.plan SET published_by = NULL, submitted_by = NULL`);
    await expect(
      luotsi.query(`UPDATE planning.plan SET published_by = $1`, [people.member.id]),
    ).rejects.toThrow('never changes');
  });

  it('is not skipped to: the database knows the steps too', async () => {
    const draft = await people.open(2041);
    const submit = (state: string) =>
      luotsi.query(
        `UPDATE planning.plan SET state = $2, submitted_at = now(), published_at =
           CASE WHEN $2 = 'published' THEN now() END WHERE id = $1`,
        [draft.id, state],
      );
    await expect(submit('published')).rejects.toThrow('does not go from draft to published');
    await expect(submit('submitted')).rejects.toThrow('has no items');
  });

  const planned = async (query: string) =>
    (await luotsi.visitor().get<{ items: PlannedItem[] }>(`/api/planned-items?${query}`)).body
      .items;
  const titles = async (query: string) => (await planned(query)).map(({ title }) => title.fi);

  it('gives its items to the calendar in the order of the year', async () => {
    const items = await planned('year=2040');
    expect(plannedItem.array().safeParse(items).error).toBeUndefined();
    expect(items.map(({ month }) => month)).toEqual([2, 5, 9]);
    expect(items[0]).toMatchObject({ year: 2040, group: { id: ours }, sessions: [] });
    expect(await titles('')).toContain('Kaikille');
    expect(await titles('year=2042')).toEqual([]);
  });

  it('lets its items be filtered as sessions are', async () => {
    expect(await titles('year=2040&region=19')).toEqual(['Kaikille', 'Lapin koulutus']);
    expect(await titles('year=2040&region=19&region=01')).toHaveLength(3);
    expect(await titles('year=2040&competence=SSI&region=')).toEqual(['Lapin koulutus']);
    expect(await titles('year=2040&theme=dg3')).toEqual(['Uudellamaalla']);
    expect(await titles('year=2040&form=online')).toEqual(['Kaikille']);
    expect(await titles(`year=2040&group=${people.member.id}`)).toEqual([]);
  });
});

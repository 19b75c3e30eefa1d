import { planItem, type Plan, type PlanItem } from '@luotsi/planning/model';
import { testApp, type TestApp } from '@testing';
import { ours, planPeople, theirs, training, type PlanPeople } from './plan-fixtures';

const problem = (status: number, name: string) => ({
  status,
  body: { type: `urn:luotsi:problem:${name}` },
});

describe('editing an annual plan', () => {
  let luotsi: TestApp;
  let people: PlanPeople;
  let plan: Plan;
  beforeAll(async () => {
    luotsi = await testApp();
    people = await planPeople(luotsi);
    plan = await people.open(2030);
  });
  afterAll(() => luotsi.close());

  const at = (id: string) => `/api/plans/${plan.id}/items/${id}`;
  const titles = async () =>
    (await people.member.get<Plan>(`/api/plans/${plan.id}`)).body.items.map(
      ({ title }) => title.fi,
    );

  it('fills in the theme and organiser from the group, and keeps what is given', async () => {
    const plain = await people.add(plan.id, training('Perusteet'));
    expect(planItem.safeParse(plain).error).toBeUndefined();
    expect(plain).toMatchObject({ theme: 'dg2', organiser: ours, form: 'onsite', version: 1 });
    const full = await people.add(plan.id, {
      title: { fi: 'Verkossa', sv: 'På nätet', en: 'Online' },
      targetGroup: { fi: 'Kaikki' },
      form: 'online',
      quarter: 2,
      seats: 300,
      competences: ['PRO', 'PRO'],
      regions: ['19'],
      theme: 'dg3',
      organiser: theirs,
    });
    expect(full).toMatchObject({
      month: null,
      quarter: 2,
      theme: 'dg3',
      organiser: theirs,
      competences: ['PRO'],
    });
    for (const { id } of [plain, full]) await people.member.delete(at(id));
  });

  it.each([
    ['a region', { regions: ['99'] }],
    ['a competence', { competences: ['NONE'] }],
    ['a theme', { theme: 'dg99' }],
  ])('refuses %s that does not exist, and keeps nothing', async (_, wrong) => {
    const before = await titles();
    const answer = await people.member.post(`/api/plans/${plan.id}/items`, training('Outo', wrong));
    expect(answer).toMatchObject(problem(422, 'plan-reference-unknown'));
    expect(await titles()).toEqual(before);
  });

  it('refuses an item without title or time', async () => {
    for (const wrong of [{ title: { fi: '' }, month: 1 }, { title: { fi: 'Aika puuttuu' } }])
      expect(await people.member.post(`/api/plans/${plan.id}/items`, wrong)).toMatchObject(
        problem(422, 'validation-failed'),
      );
  });

  it('lets one of two simultaneous changes win and gives the other what stands now', async () => {
    const item = await people.add(plan.id, training('Alkuperäinen', { regions: ['19'] }));
    const change = (who: typeof people.member, title: string) =>
      who.patch<PlanItem & { current: PlanItem }>(at(item.id), {
        version: 1,
        title: { fi: title },
      });
    const answers = await Promise.all([
      change(people.member, 'Yksi'),
      change(people.colleague, 'Toinen'),
    ]);
    const won = answers.find(({ status }) => status === 200);
    const lost = answers.find(({ status }) => status !== 200);
    expect(won?.body).toMatchObject({ version: 2, regions: ['19'] });
    expect(lost).toMatchObject(problem(409, 'changed-meanwhile'));
    expect(lost?.body.current).toEqual(won?.body);
    expect(await people.member.delete(`${at(item.id)}?version=1`)).toMatchObject(
      problem(409, 'changed-meanwhile'),
    );
    expect((await people.member.delete(`${at(item.id)}?version=2`)).status).toBe(204);
    expect((await people.member.delete(at(item.id))).status).toBe(204);
  });

  it('guards the goals in the same way', async () => {
    const goals = { fi: 'Tavoite', sv: '', en: '' };
    const { version } = (await people.member.get<Plan>(`/api/plans/${plan.id}`)).body;
    const change = () => people.member.patch(`/api/plans/${plan.id}`, { version, goals });
    expect(await change()).toMatchObject({ status: 200, body: { version: version + 1, goals } });
    expect(await change()).toMatchObject({
      ...problem(409, 'changed-meanwhile'),
      body: { current: { goals, version: version + 1 } },
    });
  });

  it('shows items in the order of the year, and within a month in the order given', async () => {
    const may = await people.add(plan.id, training('Toukokuu A', { month: 5 }));
    const mayToo = await people.add(plan.id, training('Toukokuu B', { month: 5 }));
    const spring = await people.add(plan.id, training('Kevät', { month: null, quarter: 2 }));
    expect(await titles()).toEqual(['Kevät', 'Toukokuu A', 'Toukokuu B']);
    const order = (items: string[]) => people.member.put(`/api/plans/${plan.id}/order`, { items });
    expect((await order([mayToo.id, may.id, spring.id])).status).toBe(204);
    expect(await titles()).toEqual(['Kevät', 'Toukokuu B', 'Toukokuu A']);
    expect(await order([may.id, spring.id])).toMatchObject(problem(409, 'changed-meanwhile'));
    const moved = await people.member.patch(at(may.id), { version: 1, quarter: 1 });
    expect(moved.body).toMatchObject({ month: null, quarter: 1 });
    expect(await titles()).toEqual(['Toukokuu A', 'Kevät', 'Toukokuu B']);
  });

  it('is for the members of that very group', async () => {
    const item = await people.add(plan.id, training('Oma'));
    const goals = { version: 1, goals: { fi: '', sv: '', en: '' } };
    expect(await people.outsider.patch(at(item.id), { version: 1, seats: 5 })).toMatchObject(
      problem(403, 'not-of-this-group'),
    );
    expect(await people.outsider.delete(at(item.id))).toMatchObject(
      problem(403, 'not-of-this-group'),
    );
    for (const who of [people.national, people.coordinator, people.counsellor])
      expect(await who.patch(`/api/plans/${plan.id}`, goals)).toMatchObject(
        problem(403, 'not-allowed'),
      );
  });

  it('ends with the submission', async () => {
    const submitted = await people.submitted(2031);
    const path = `/api/plans/${submitted.id}/items`;
    const refused = problem(409, 'plan-is-submitted');
    expect(await people.member.post(path, training('Myöhässä'))).toMatchObject(refused);
    expect(
      await people.member.patch(`${path}/${submitted.items[0]?.id}`, { version: 1, seats: 5 }),
    ).toMatchObject(refused);
    expect(await people.member.delete(`${path}/${submitted.items[0]?.id}`)).toMatchObject(refused);
    expect(
      await people.member.put(`/api/plans/${submitted.id}/order`, { items: [] }),
    ).toMatchObject(refused);
  });

  it('brings an item back with its lineage when its removal is undone', async () => {
    await people.published(2032);
    const next = await people.open(2032);
    const [item] = next.items;
    await people.member.delete(`/api/plans/${next.id}/items/${item?.id}`);
    const back = await people.add(next.id, training('Takaisin', { continues: item?.lineage }));
    expect(back.lineage).toBe(item?.lineage);
    const strange = await people.add(plan.id, training('Vieras', { continues: item?.lineage }));
    expect(strange.lineage).toBe(strange.id);
  });
});

import {
  plan as planSchema,
  yearOfPlans,
  type Plan,
  type YearOfPlans,
} from '@luotsi/planning/model';
import { testApp, type TestApp } from '@testing';
import { ours, planPeople, training, type PlanPeople } from './plan-fixtures';

const problem = (status: number, name: string) => ({
  status,
  body: { type: `urn:luotsi:problem:${name}` },
});

describe('the steps of an annual plan', () => {
  let luotsi: TestApp;
  let people: PlanPeople;
  beforeAll(async () => {
    luotsi = await testApp();
    people = await planPeople(luotsi);
  });
  afterAll(() => luotsi.close());

  it('goes from a draft through submission to a plan that everyone reads', async () => {
    const { member, national } = people;
    const opened = await member.post<Plan>('/api/plans', { year: 2030, group: ours });
    expect(opened).toMatchObject({ status: 201, body: { state: 'draft', revision: 1, items: [] } });
    const { id } = opened.body;
    await people.add(id, training('Koulutus', { competences: ['CC', 'CE'], regions: ['19'] }));

    expect(await luotsi.visitor().get(`/api/plans/${id}`)).toMatchObject(problem(404, 'not-found'));
    const submitted = await member.post<Plan>(`/api/plans/${id}/submission`);
    expect(submitted).toMatchObject({ status: 200, body: { state: 'submitted' } });
    const published = await national.post<Plan>(`/api/plans/${id}/publication`);
    expect(published).toMatchObject({ status: 200, body: { state: 'published' } });
    expect(planSchema.safeParse(published.body).error).toBeUndefined();
    expect(published.body.history.map(({ to }) => to)).toEqual(['published', 'submitted']);

    const read = await luotsi.visitor().get<YearOfPlans>('/api/plans/published/2030');
    expect(yearOfPlans.safeParse(read.body).error).toBeUndefined();
    expect(read.body).toMatchObject({
      years: [2030],
      plans: [
        {
          group: { id: ours },
          items: [{ title: { fi: 'Koulutus', sv: '' }, competences: ['CE', 'CC'] }],
          names: { regions: { '19': { fi: 'Lappi' } }, themes: { dg2: {} } },
        },
      ],
    });
    const one = await luotsi.visitor().get<Plan>(`/api/plans/${id}`);
    expect(one.body.history).toEqual([]);
  });

  it('lists only published plans to visitors, and all to those who plan', async () => {
    await people.open(2031);
    const seen = async (who: { get: typeof people.member.get }) =>
      (await who.get<{ items: Plan[] }>('/api/plans?year=2031')).body.items.length;
    expect(await seen(luotsi.visitor())).toBe(0);
    expect(await seen(people.counsellor)).toBe(0);
    expect(await seen(people.coordinator)).toBe(1);
    expect(await seen(people.national)).toBe(1);
  });

  it('comes back to its group with a comment, and can be submitted again', async () => {
    const { id } = await people.submitted(2032);
    const comment = 'Lisätkää koulutus ruotsiksi.';
    const returned = await people.national.post<Plan>(`/api/plans/${id}/return`, { comment });
    expect(returned.body).toMatchObject({ state: 'draft', submittedAt: null });
    expect(returned.body.history[0]).toMatchObject({ to: 'draft', comment });
    expect((await people.add(id, training('Utbildning'))).id).toBeDefined();
    expect(await people.member.post(`/api/plans/${id}/submission`)).toMatchObject({ status: 200 });
  });

  it('refuses to return without a comment', async () => {
    const { id } = await people.submitted(2033);
    expect(await people.national.post(`/api/plans/${id}/return`, { comment: ' ' })).toMatchObject(
      problem(422, 'validation-failed'),
    );
  });

  it('refuses an empty plan, and each step from the wrong state, by name', async () => {
    const { member, national } = people;
    const { id } = await people.open(2034);
    const step = (name: string, body?: object) =>
      (name === 'submission' ? member : national).post(`/api/plans/${id}/${name}`, body);
    const comment = { comment: 'Täydennä.' };
    expect(await step('submission')).toMatchObject(problem(409, 'plan-without-items'));
    expect(await step('publication')).toMatchObject(problem(409, 'plan-is-draft'));
    expect(await step('return', comment)).toMatchObject(problem(409, 'plan-is-draft'));
    await people.add(id, training('Koulutus'));
    await step('submission');
    expect(await step('submission')).toMatchObject(problem(409, 'plan-is-submitted'));
    await step('publication');
    for (const name of ['submission', 'publication', 'return'])
      expect(await step(name, comment)).toMatchObject(problem(409, 'plan-is-published'));
  });

  it('lets in nobody whose step it is not', async () => {
    const { id } = await people.submitted(2035);
    const path = (name: string) => `/api/plans/${id}/${name}`;
    const comment = { comment: 'Ei näin.' };
    for (const who of [people.member, people.outsider, people.coordinator, people.counsellor]) {
      expect(await who.post(path('publication'))).toMatchObject(problem(403, 'not-allowed'));
      expect(await who.post(path('return'), comment)).toMatchObject(problem(403, 'not-allowed'));
    }
    for (const who of [people.national, people.coordinator, people.counsellor]) {
      expect(await who.post(path('submission'))).toMatchObject(problem(403, 'not-allowed'));
      expect(await who.post('/api/plans', { year: 2036, group: ours })).toMatchObject(
        problem(403, 'not-allowed'),
      );
    }
    const other = await people.open(2036);
    expect(await people.outsider.post(`/api/plans/${other.id}/submission`)).toMatchObject(
      problem(403, 'not-of-this-group'),
    );
    expect(await people.outsider.post('/api/plans', { year: 2037, group: ours })).toMatchObject(
      problem(403, 'not-of-this-group'),
    );
    expect(await luotsi.visitor().post(path('publication'))).toMatchObject(
      problem(401, 'sign-in-needed'),
    );
  });

  it('has one open plan a group and year, however many open it at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        people.member.post<Plan>('/api/plans', { year: 2038, group: ours }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.find(({ status }) => status !== 201);
    const made = answers.find(({ status }) => status === 201);
    expect(refused).toMatchObject(problem(409, 'plan-already-open'));
    expect(refused?.body).toMatchObject({ planId: made?.body.id, year: 2038 });
  });

  it('changes after publication by a new revision, which supersedes the old one', async () => {
    const first = await people.published(2039, [
      training('Kevään koulutus', { regions: ['19', '18'], competences: ['SSI'] }),
    ]);
    const second = await people.open(2039);
    expect(second).toMatchObject({ revision: 2, state: 'draft', goals: first.goals });
    expect(second.items[0]).toMatchObject({
      lineage: first.items[0]?.lineage,
      regions: ['18', '19'],
      competences: ['SSI'],
    });
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
    await people.member.post(`/api/plans/${second.id}/submission`);
    await people.national.post(`/api/plans/${second.id}/publication`);
    const old = await luotsi.visitor().get<Plan>(`/api/plans/${first.id}`);
    expect(old.body.state).toBe('superseded');
    const year = await luotsi.visitor().get<YearOfPlans>('/api/plans/published/2039');
    expect(year.body.plans.map(({ id }) => id)).toEqual([second.id]);
  });

  it('answers a year without plans with none', async () => {
    const { body } = await luotsi.visitor().get<YearOfPlans>('/api/plans/published/2099');
    expect(body).toMatchObject({ year: 2099, plans: [] });
  });
});

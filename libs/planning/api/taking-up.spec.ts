import { groupId } from '@luotsi/network/api';
import type { Plan, PlannedItem, YearOfPlans } from '@luotsi/planning/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { ours, planPeople, training, type PlanPeople } from './plan-fixtures';

const problem = (status: number, name: string) => ({
  status,
  body: { type: `urn:luotsi:problem:${name}` },
});

describe('taking up a planned training', () => {
  let luotsi: TestApp;
  let people: PlanPeople;
  let plan: Plan;
  beforeAll(async () => {
    luotsi = await testApp();
    people = await planPeople(luotsi);
    plan = await people.published(2040, [
      training('Lapin ja Kainuun koulutus', {
        regions: ['19', '18'],
        competences: ['SSI', 'PRO'],
        seats: 24,
        month: 2,
      }),
      training('Koko maan koulutus', { form: 'online', month: 9 }),
      training('Uudenmaan koulutus', { regions: ['01'], month: 10 }),
    ]);
  });
  afterAll(() => luotsi.close());

  const take = (who: Actor, at: number, body: object = {}) =>
    who.post<{ sessionId: string }>(`/api/plan-items/${plan.items[at]?.id}/session`, body);
  const session = async (id: string) =>
    (
      await luotsi.query<Record<string, unknown>>(
        `SELECT status, title->>'fi' AS title, form, theme_id, capacity, plan_item_id,
           organising_group_id AS organiser, first_start,
           (SELECT array_agg(code ORDER BY code) FROM calendar.session_region WHERE session_id = s.id)
             AS regions,
           (SELECT array_agg(code ORDER BY code) FROM calendar.session_competence
            WHERE session_id = s.id) AS competences
         FROM calendar.session s WHERE id = $1`,
        [id],
      )
    )[0];

  it('makes a draft of a session with what the plan says, for the coordinator’s region', async () => {
    const answer = await take(people.coordinator, 0, {
      start: '2040-02-14T10:00',
      end: '2040-02-14T15:00',
    });
    expect(answer.status).toBe(201);
    expect(await session(answer.body.sessionId)).toMatchObject({
      status: 'draft',
      title: 'Lapin ja Kainuun koulutus',
      capacity: 24,
      theme_id: 'dg2',
      regions: ['19'],
      competences: ['PRO', 'SSI'],
      organiser: groupId('elo-19'),
      plan_item_id: plan.items[0]?.id,
      first_start: new Date('2040-02-14T08:00:00Z'),
    });
  });

  it('shows the draft to those who plan, and the session to everyone once it is published', async () => {
    const { body } = await take(people.member, 1);
    expect(await session(body.sessionId)).toMatchObject({ organiser: ours, capacity: 20 });
    const seen = async (who: Actor) =>
      (await who.get<Plan>(`/api/plans/${plan.id}`)).body.items[1]?.sessions;
    expect(await seen(people.member)).toMatchObject([{ id: body.sessionId, status: 'draft' }]);
    expect(await seen(luotsi.visitor())).toEqual([]);
    const year = async (who: Actor) =>
      (await who.get<YearOfPlans>('/api/plans/published/2040')).body.plans[0]?.items[1]?.sessions;
    expect(await year(people.member)).toHaveLength(1);
    expect(await year(luotsi.visitor())).toEqual([]);
    await people.member.post(`/api/sessions/${body.sessionId}/publication`);
    expect(await seen(luotsi.visitor())).toMatchObject([
      { id: body.sessionId, status: 'published', title: { fi: 'Koko maan koulutus' } },
    ]);
    const planned = await luotsi
      .visitor()
      .get<{ items: PlannedItem[] }>('/api/planned-items?year=2040&form=online');
    expect(planned.body.items[0]?.sessions).toHaveLength(1);
  });

  it('is for the regions that the training is meant for', async () => {
    expect((await take(people.coordinator, 1)).status).toBe(201);
    expect(await take(people.coordinator, 2)).toMatchObject(problem(403, 'plan-item-not-yours'));
    expect(await take(people.outsider, 0)).toMatchObject(problem(403, 'plan-item-not-yours'));
    expect(await take(people.counsellor, 0)).toMatchObject(problem(403, 'not-allowed'));
    expect((await take(people.national, 2)).status).toBe(201);
    const uusimaa = await luotsi.as('groupCoordinator', { type: 'group', id: groupId('elo-01') });
    const answer = await take(uusimaa, 2);
    expect(await session(answer.body.sessionId)).toMatchObject({ organiser: groupId('elo-01') });
  });

  it('refuses times that end before they start, and keeps nothing', async () => {
    const body = { start: '2040-02-14T15:00', end: '2040-02-14T10:00' };
    expect(await take(people.member, 0, body)).toMatchObject(problem(422, 'meeting-ends-first'));
  });

  it('waits for the plan to be published, and ends when it is superseded', async () => {
    const draft = await people.open(2041);
    const item = await people.add(draft.id, training('Luonnoksessa'));
    const path = `/api/plan-items/${item.id}/session`;
    expect(await people.member.post(path, {})).toMatchObject(problem(404, 'not-found'));

    const next = await people.open(2040);
    expect(next.items[0]?.sessions).toHaveLength(1);
    await people.member.post(`/api/plans/${next.id}/submission`);
    await people.national.post(`/api/plans/${next.id}/publication`);
    expect(await take(people.member, 0)).toMatchObject(problem(409, 'plan-is-superseded'));
  });
});

import type { Plan, PlanSummary, YearOfPlans } from '@luotsi/planning/model';
import { testApp, type TestApp } from '@testing';
import { ours } from './plan-fixtures';

describe('the demonstration', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp({ demonstration: true });
  });
  afterAll(() => luotsi.close());

  it('has published plans of two years, one that waits and one being written', async () => {
    const national = luotsi.visitor();
    await national.signIn('national1@demo.luotsi.example', 'luotsi-demo-2027');
    const { body } = await national.get<{ items: PlanSummary[] }>('/api/plans');
    expect(body.items.map(({ year, state, theme }) => [year, state, theme])).toEqual([
      [2027, 'published', 'dg2'],
      [2027, 'draft', 'dg9'],
      [2027, 'submitted', 'dg11'],
      [2026, 'published', 'dg2'],
    ]);
    const year = await luotsi.visitor().get<YearOfPlans>('/api/plans/published/2027');
    expect(year.body.plans[0]?.items).toHaveLength(12);
  });

  it('lets developer1 begin the plan of 2028', async () => {
    const developer = luotsi.visitor();
    await developer.signIn('developer1@demo.luotsi.example', 'luotsi-demo-2027');
    const opened = await developer.post<Plan>('/api/plans', { year: 2028, group: ours });
    expect(opened).toMatchObject({ status: 201, body: { state: 'draft' } });
  });
});

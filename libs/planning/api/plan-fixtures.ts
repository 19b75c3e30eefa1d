import { groupId } from '@luotsi/network/api';
import type { Plan, PlanItem } from '@luotsi/planning/model';
import type { Actor, TestApp } from '@testing';

/** The development group whose plans the tests write, and another. */
export const ours = groupId('dg2');
export const theirs = groupId('dg3');

/** A body for an item: Finnish title only. */
export const training = (title: string, more: object = {}) => ({
  title: { fi: title },
  month: 3,
  ...more,
});

/** The people of a plan, and the steps they take through the API. */
export async function planPeople(luotsi: TestApp) {
  const country = { type: 'country', id: null } as const;
  const member = await luotsi.as('developmentGroupMember', { type: 'group', id: ours });
  const national = await luotsi.as('nationalCoordinator', country);
  const open = async (year: number, actor: Actor = member, group: string = ours) =>
    (await actor.post<Plan>('/api/plans', { year, group })).body;
  const add = async (plan: string, item: object, actor: Actor = member) =>
    (await actor.post<PlanItem>(`/api/plans/${plan}/items`, item)).body;
  return {
    member,
    national,
    colleague: await luotsi.as('developmentGroupMember', { type: 'group', id: ours }),
    outsider: await luotsi.as('developmentGroupMember', { type: 'group', id: theirs }),
    coordinator: await luotsi.as('groupCoordinator', { type: 'region', id: '19' }),
    counsellor: await luotsi.as('counsellor', { type: 'region', id: '19' }),
    open,
    add,
    /** A plan of the year with one item, submitted. */
    async submitted(year: number): Promise<Plan> {
      const plan = await open(year);
      await add(plan.id, training('Koulutus'));
      return (await member.post<Plan>(`/api/plans/${plan.id}/submission`)).body;
    },
    /** A plan of the year with these items, published. */
    async published(year: number, items: object[] = [training('Koulutus')]): Promise<Plan> {
      const plan = await open(year);
      for (const item of items) await add(plan.id, item);
      await member.post(`/api/plans/${plan.id}/submission`);
      return (await national.post<Plan>(`/api/plans/${plan.id}/publication`)).body;
    },
  };
}
export type PlanPeople = Awaited<ReturnType<typeof planPeople>>;

import { refuse, type Refusal } from '@luotsi/platform/model';
import type { PlanState } from './plan';

/**
 * The steps of an annual plan, as a coordinator reads them.
 *
 * | step      | who                    | from      | to         | needs       |
 * | --------- | ---------------------- | --------- | ---------- | ----------- |
 * | submit    | the development group  | draft     | submitted  | one item    |
 * | return    | national coordinator   | submitted | draft      | a comment   |
 * | publish   | national coordinator   | submitted | published  | one item    |
 * | supersede | (the next publication) | published | superseded |             |
 *
 * Only a draft may be edited. A published plan never changes: a later change is a new revision,
 * which begins as a draft with the same items and supersedes the old one when it is published.
 */
export const planSteps = {
  submit: { from: 'draft', to: 'submitted' },
  return: { from: 'submitted', to: 'draft' },
  publish: { from: 'submitted', to: 'published' },
  supersede: { from: 'published', to: 'superseded' },
} as const satisfies Record<string, { from: PlanState; to: PlanState }>;
export type PlanStep = keyof typeof planSteps;

/** Why a plan can't take a step or be edited: the name of a problem. */
export type PlanRefusal = `plan-is-${PlanState}` | 'plan-without-items';

/** The state after a step, or why it can't be taken. */
export function takeStep(
  step: PlanStep,
  plan: { readonly state: PlanState; readonly itemCount: number },
): PlanState | Refusal<PlanRefusal> {
  const { from, to } = planSteps[step];
  if (plan.state !== from) return refuse(`plan-is-${plan.state}`);
  if ((step === 'submit' || step === 'publish') && plan.itemCount === 0)
    return refuse('plan-without-items');
  return to;
}

/** Why a plan's goals and items may not be edited; null when they may. */
export function whyNotEditable(state: PlanState): Refusal<PlanRefusal> | null {
  return state === 'draft' ? null : refuse(`plan-is-${state}`);
}

/** Whether everyone may read a plan in this state; the others are for those who plan. */
export function isPublic(state: PlanState): boolean {
  return state === 'published' || state === 'superseded';
}

/** When in the year something is planned: a month, or a quarter whose month is still open. */
export type Timing =
  | { readonly month: number; readonly quarter: null }
  | { readonly month: null; readonly quarter: number };

/**
 * The timing after a change: naming a month lets the quarter go and the other way round. Naming
 * neither, or taking away the one there is, keeps what was.
 */
export function changeTiming(
  now: Timing,
  change: {
    readonly month?: number | null | undefined;
    readonly quarter?: number | null | undefined;
  },
): Timing {
  if (change.month) return { month: change.month, quarter: null };
  if (change.quarter) return { month: null, quarter: change.quarter };
  return now;
}

/** Where a timing stands in the order of the year: a quarter before its first month. */
export function timingOrder({ month, quarter }: { month: number | null; quarter: number | null }) {
  return quarter === null ? (month ?? 0) * 2 + 1 : ((quarter - 1) * 3 + 1) * 2;
}

/** The wall clock of a session made from an item: as given, else a Tuesday from nine to three. */
export function sessionTimes(
  item: { readonly year: number; readonly month: number | null; readonly quarter: number | null },
  given: { readonly start?: string | undefined; readonly end?: string | undefined },
): { readonly start: string; readonly end: string } {
  if (given.start && given.end) return { start: given.start, end: given.end };
  const month = item.month ?? ((item.quarter ?? 1) - 1) * 3 + 1;
  const first = new Date(Date.UTC(item.year, month - 1, 8));
  const day = 8 + ((2 - first.getUTCDay() + 7) % 7);
  const two = (number: number) => String(number).padStart(2, '0');
  const date = `${item.year}-${two(month)}-${two(day)}`;
  return { start: given.start ?? `${date}T09:00`, end: given.end ?? `${date}T15:00` };
}

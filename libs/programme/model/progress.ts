import { refuse, type Refusal } from '@luotsi/platform/model';
import { isMarkedByOneself, type ActivityKind } from './kinds';

/** An activity as the rules of progress see it. */
export interface Step {
  readonly id: string;
  readonly kind: ActivityKind;
}

/** A unit with its steps in order. */
export interface UnitSteps {
  readonly id: string;
  readonly activities: readonly Step[];
}

/** A module with its units in order. */
export interface ModuleSteps {
  readonly id: string;
  readonly units: readonly UnitSteps[];
}

/** A programme with its modules in order. */
export interface ProgrammeSteps {
  readonly modules: readonly ModuleSteps[];
}

/** Where a unit or a module stands on the voyage. */
export type Position = 'done' | 'next' | 'ahead';

/** How much of something is done: whole numbers, `done` at most `total`. */
export interface Share {
  readonly done: number;
  readonly total: number;
}

/** Where to continue: `resumed` when one was there already and left it unfinished. */
export interface Continuation {
  readonly activityId: string;
  readonly unitId: string;
  readonly resumed: boolean;
}

/** The units of a programme in the order in which they are taken. */
export function unitsInOrder(programme: ProgrammeSteps): readonly UnitSteps[] {
  return programme.modules.flatMap((module) => module.units);
}

/** How many of these units' activities are done. Marks for anything else do not count. */
export function shareOf(units: readonly UnitSteps[], done: ReadonlySet<string>): Share {
  const activities = units.flatMap((unit) => unit.activities);
  return {
    done: activities.filter((activity) => done.has(activity.id)).length,
    total: activities.length,
  };
}

/**
 * Where to continue: what was visited last if it is not done; else the first activity after it that
 * is not done, from the beginning again when the rest is done; null when everything is done.
 */
export function continueAt(
  units: readonly UnitSteps[],
  done: ReadonlySet<string>,
  lastVisited: string | null,
): Continuation | null {
  const steps = units.flatMap((unit) =>
    unit.activities.map((activity) => ({ activityId: activity.id, unitId: unit.id })),
  );
  const place = steps.findIndex((step) => step.activityId === lastVisited);
  const fromThere = place < 0 ? steps : [...steps.slice(place), ...steps.slice(0, place)];
  const open = fromThere.find((step) => !done.has(step.activityId));
  return open ? { ...open, resumed: open.activityId === lastVisited } : null;
}

/** Where each unit stands: done when all of it is, next when it is the one to continue at. */
export function positionOf(
  units: readonly UnitSteps[],
  done: ReadonlySet<string>,
  continuation: Continuation | null,
): Position {
  const { done: count, total } = shareOf(units, done);
  if (total > 0 && count === total) return 'done';
  return units.some((unit) => unit.id === continuation?.unitId) ? 'next' : 'ahead';
}

/** Whether a person may mark an activity done or not done by themselves. */
export function mayMark(activity: Step): Refusal<'activity-not-self-marked'> | null {
  return isMarkedByOneself(activity.kind) ? null : refuse('activity-not-self-marked');
}

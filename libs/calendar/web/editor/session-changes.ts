import type { SessionPatch } from '@luotsi/calendar/model';
import type { SessionModel } from './session-model';
import { sentOf } from './session-sent';

/** What has been changed since `base`, as it is sent; nothing when nothing has. */
export function changesOf(model: SessionModel, base: SessionModel): SessionPatch {
  const before: Readonly<Record<string, unknown>> = { ...sentOf(base) };
  const changes = Object.entries(sentOf(model)).filter(
    ([name, value]) => !isSame(value, before[name]),
  );
  return Object.fromEntries(changes);
}

/** What came of somebody else's change: the form with it, and the parts that both have changed. */
export interface Merged {
  readonly model: SessionModel;
  readonly theirs: readonly (keyof SessionModel)[];
  readonly both: readonly (keyof SessionModel)[];
}

/**
 * Somebody else has changed the session meanwhile: what was changed here stays, the rest is theirs.
 * @param base what was changed here, before it was
 */
export function merge(model: SessionModel, base: SessionModel, theirs: SessionModel): Merged {
  const names = Object.keys(theirs) as (keyof SessionModel)[];
  const own = names.filter((name) => !isSame(model[name], base[name]));
  const other = names.filter((name) => !isSame(theirs[name], base[name]));
  const kept = Object.fromEntries(own.map((name) => [name, model[name]]));
  return {
    model: { ...theirs, ...kept },
    theirs: other,
    both: own.filter((name) => other.includes(name) && !isSame(model[name], theirs[name])),
  };
}

/** Whether two parts say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

/** With the names of every object in one order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, inOrder(part)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

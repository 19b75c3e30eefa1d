import { refuse, type Refusal } from '@luotsi/platform/model';
import { countryRoles, mayGive, type Groups } from './giving';
import type { RoleInScope, Scope } from './permissions';
import type { RoleHolder } from './scopes';

/** A role that someone holds now or later. */
export interface HeldRole extends RoleInScope {
  readonly id: string;
  readonly validFrom: Date;
  readonly validTo: Date | null;
}

/** A role as it is to be: from now and without end unless said otherwise. */
export interface WantedRole extends RoleInScope {
  readonly validFrom?: Date | null | undefined;
  readonly validTo?: Date | null | undefined;
}

/** What is to be done to a person's roles. */
export interface RoleChange {
  readonly give: readonly (RoleInScope & { validFrom: Date; validTo: Date | null })[];
  readonly change: readonly HeldRole[];
  /** Ends now; what has not begun is as if it had never been given. */
  readonly take: readonly HeldRole[];
}

/** What a change of roles is judged by. */
export interface RoleChangeCase {
  readonly giver: RoleHolder;
  /** What the person holds now or will hold. */
  readonly held: readonly HeldRole[];
  /** The whole set of those that the giver may manage; others may be repeated as they are. */
  readonly wanted: readonly WantedRole[];
  readonly places: { readonly regions: ReadonlySet<string>; readonly groups: Groups };
  /** Administrators without an end besides this person. */
  readonly otherAdministrators: number;
  readonly now: Date;
}

type RoleRefusal = Refusal<
  | 'scope-unknown'
  | 'role-for-country'
  | 'role-out-of-scope'
  | 'role-twice'
  | 'role-ends-before-it-begins'
  | 'last-administrator'
>;

/** What is to be done so that a person holds the wanted roles, or why it may not be. */
export function changeRoles(given: RoleChangeCase): RoleChange | RoleRefusal {
  const { giver, held, wanted, places, now } = given;
  const mine = (role: RoleInScope) => mayGive(giver, role, places.groups);
  for (const [index, one] of wanted.entries()) {
    const refusal = whyNot(
      one,
      given,
      held.find((it) => sameRole(it, one)),
    );
    if (refusal) return refuse(refusal, { pointer: `/roles/${String(index)}`, role: one.role });
    if (wanted.findIndex((it) => sameRole(it, one)) < index) {
      return refuse('role-twice', { pointer: `/roles/${String(index)}`, role: one.role });
    }
  }
  const managed = wanted.filter(mine);
  const change: RoleChange = {
    give: managed
      .filter((one) => !held.some((it) => sameRole(it, one)))
      .map(({ role, scope, validFrom, validTo }) => ({
        role,
        scope,
        validFrom: later(validFrom ?? now, now),
        validTo: validTo ?? null,
      })),
    change: managed.flatMap((one) => {
      const before = held.find((it) => sameRole(it, one));
      const after = before && { ...before, ...periodOf(before, one, now) };
      return after && !samePeriod(before, after) ? [after] : [];
    }),
    take: held.filter(
      (one, place) =>
        mine(one) &&
        (!wanted.some((it) => sameRole(it, one)) ||
          held.findIndex((it) => sameRole(it, one)) < place),
    ),
  };
  return losesLastAdministrator(given, change) ? refuse('last-administrator') : change;
}

/** Why one of the wanted roles may not be. */
function whyNot(
  one: WantedRole,
  { giver, places, now }: RoleChangeCase,
  before: HeldRole | undefined,
): RoleRefusal['refused'] | null {
  if (!isKnown(one.scope, places)) return 'scope-unknown';
  if (one.scope.type !== 'country' && countryRoles.includes(one.role)) return 'role-for-country';
  const period = before
    ? periodOf(before, one, now)
    : { validFrom: later(one.validFrom ?? now, now), validTo: one.validTo ?? null };
  if (!mayGive(giver, one, places.groups)) {
    return before && samePeriod(before, period) ? null : 'role-out-of-scope';
  }
  const ends = period.validTo;
  return ends !== null && ends <= period.validFrom ? 'role-ends-before-it-begins' : null;
}

function isKnown({ type, id }: Scope, { regions, groups }: RoleChangeCase['places']): boolean {
  if (type === 'country') return id === null;
  return id !== null && (type === 'region' ? regions.has(id) : groups.has(id));
}

/** What has begun keeps its beginning; what begins later may be moved, though not into the past. */
function periodOf(before: HeldRole, { validFrom, validTo }: WantedRole, now: Date) {
  const begins = before.validFrom <= now || !validFrom ? before.validFrom : later(validFrom, now);
  return { validFrom: begins, validTo: validTo ?? null };
}

function losesLastAdministrator(
  { held, otherAdministrators, now }: RoleChangeCase,
  { change, take }: RoleChange,
): boolean {
  const was = held.find((it) => isAdministrator(it, now));
  if (!was || otherAdministrators > 0) return false;
  const after = change.find(({ id }) => id === was.id) ?? was;
  return take.includes(was) || !isAdministrator(after, now);
}

/** Whether a role makes someone an administrator now and without an end. */
export function isAdministrator(
  one: Pick<HeldRole, 'role' | 'scope' | 'validFrom' | 'validTo'>,
  now: Date,
): boolean {
  return (
    one.role === 'administrator' &&
    one.scope.type === 'country' &&
    one.validTo === null &&
    one.validFrom <= now
  );
}

/** Whether two are the same role in the same scope. */
export function sameRole(one: RoleInScope, other: RoleInScope): boolean {
  return (
    one.role === other.role &&
    one.scope.type === other.scope.type &&
    one.scope.id === other.scope.id
  );
}

type Period = Pick<HeldRole, 'validFrom' | 'validTo'>;
const samePeriod = (one: Period, other: Period) =>
  one.validFrom.getTime() === other.validFrom.getTime() &&
  one.validTo?.getTime() === other.validTo?.getTime();

const later = (one: Date, other: Date) => (one > other ? one : other);

import {
  countryRoles,
  mayGive,
  sameRole,
  type RoleHolder,
  type RoleInScope,
} from '@luotsi/identity/model';
import type { KnownPlaces } from '../places';

/** Why a role can't be given by someone in an invitation; null when it can. */
export function whyNotGiven(
  giver: RoleHolder,
  gift: RoleInScope,
  { regions, groups }: KnownPlaces,
): 'scope-unknown' | 'role-for-country' | 'role-out-of-scope' | null {
  const { type, id } = gift.scope;
  const isKnown =
    type === 'country' ? id === null : (type === 'region' ? regions : groups).has(id ?? '');
  if (!isKnown) return 'scope-unknown';
  if (type !== 'country' && countryRoles.includes(gift.role)) return 'role-for-country';
  return mayGive(giver, gift, groups) ? null : 'role-out-of-scope';
}

/** The roles of an invitation with those of a group to join: a counsellor's unless there is one. */
export function withGroup(
  roles: readonly RoleInScope[],
  group: string | null | undefined,
): readonly RoleInScope[] {
  if (!group || roles.some(({ scope }) => scope.id === group)) return roles;
  return [...roles, { role: 'counsellor', scope: { type: 'group', id: group } }];
}

/** Where the first role stands that is in the list twice; -1 when there is none. */
export function firstTwice(roles: readonly RoleInScope[]): number {
  return roles.findIndex((one, place) => roles.findIndex((it) => sameRole(it, one)) < place);
}

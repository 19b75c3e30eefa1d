import { roles, type Role, type RoleInScope, type Scope } from './permissions';
import { reachOf, type RoleHolder } from './scopes';

/**
 * Which roles the holder of a role may give to others, and take from them: the other half of the
 * table of permissions. Nobody gets by a gift what its giver could not have given further.
 */
export const givable: Readonly<Record<Role, readonly Role[]>> = {
  counsellor: [],
  coach: [],
  groupCoordinator: ['counsellor', 'coach', 'groupCoordinator'],
  developmentGroupMember: ['counsellor', 'developmentGroupMember'],
  nationalCoordinator: [],
  administrator: roles,
};

/** Roles that are for the whole country alone: in a part of it they would mean nothing. */
export const countryRoles: readonly Role[] = ['nationalCoordinator', 'administrator'];

/** What has to be known of a group: whose it is. Its region is an ELO group's. */
export interface GroupPlace {
  readonly kind: 'elo' | 'development' | 'national';
  readonly region: string | null;
}

/** The groups there are, by id. */
export type Groups = ReadonlyMap<string, GroupPlace>;

/** Whether one scope lies within another: a region's ELO groups lie within the region. */
export function covers(held: Scope, given: Scope, groups: Groups): boolean {
  if (held.type === 'country') return true;
  if (held.type === given.type) return held.id === given.id;
  if (held.type !== 'region' || given.type !== 'group') return false;
  return held.id === (groups.get(given.id ?? '')?.region ?? null);
}

/** Whether someone may give this role in this scope, and so may take it. */
export function mayGive(giver: RoleHolder | null, gift: RoleInScope, groups: Groups): boolean {
  return (giver?.roles ?? []).some(
    ({ role, scope }) => givable[role].includes(gift.role) && covers(scope, gift.scope, groups),
  );
}

/** Whose data someone may see: everybody's, or theirs who stand in these regions and groups. */
export interface PeopleReach {
  readonly everyone: boolean;
  /** Codes; people who work there or hold a role there. */
  readonly regions: readonly string[];
  /** Ids; people who hold a role in one. */
  readonly groups: readonly string[];
}

/**
 * Whose data someone may see. The coordinator of an ELO group coordinates its region, too: the group
 * is what the region's people meet in.
 */
export function peopleReach(viewer: RoleHolder | null, groups: Groups): PeopleReach {
  const coordinates = reachOf(viewer, 'groupCoordinator');
  const develops = reachOf(viewer, 'developmentGroupMember');
  const everyone = coordinates.country || reachOf(viewer, 'administrator').country;
  const regions = new Set([
    ...coordinates.regions,
    ...coordinates.groups.flatMap((id) => groups.get(id)?.region ?? []),
  ]);
  const within = [...groups].flatMap(([id, { kind, region }]) =>
    (region && coordinates.regions.includes(region)) || (develops.country && kind === 'development')
      ? [id]
      : [],
  );
  return {
    everyone,
    regions: [...regions],
    groups: [...new Set([...coordinates.groups, ...develops.groups, ...within])],
  };
}

/**
 * Whether someone may confirm where a person works: an administrator, or who coordinates the region
 * that the person has named. Nobody confirms their own word.
 */
export function mayConfirm(
  viewer: (RoleHolder & { readonly id: string }) | null,
  person: { readonly id: string; readonly region: string | null },
  groups: Groups,
): boolean {
  if (!viewer || viewer.id === person.id) return false;
  const coordinator = viewer.roles.filter(({ role }) => role !== 'developmentGroupMember');
  const { everyone, regions } = peopleReach({ roles: coordinator }, groups);
  return everyone || (person.region !== null && regions.includes(person.region));
}

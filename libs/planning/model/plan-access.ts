import type { PlanItem } from './plan';

/** A role in a scope, as identity gives it. */
interface Held {
  readonly role: string;
  readonly scope: { readonly type: 'country' | 'region' | 'group'; readonly id: string | null };
}

/** Whether someone is a member of the very development group whose plan it is. */
export function isOfGroup(held: readonly Held[], group: string): boolean {
  return held.some(
    ({ role, scope }) =>
      role === 'developmentGroupMember' && scope.type === 'group' && scope.id === group,
  );
}

/** What deciding about an item needs to know of who asks: their ELO groups' regions are theirs. */
export interface Taker {
  readonly roles: readonly Held[];
  /** The region of each ELO group that they hold a role in, by the group's id. */
  readonly regionOfGroup: Readonly<Record<string, string>>;
}

/**
 * For whom someone may make a session from an item: the development group's members for their
 * group, the national coordinator for the item's organiser, a group coordinator for a region that
 * the item is meant for (every region, when it is meant for the whole country).
 * @returns null when they may not
 */
export function takesUpFor(
  { roles, regionOfGroup }: Taker,
  item: Pick<PlanItem, 'regions' | 'organiser'> & { readonly group: string },
): { readonly group: string } | { readonly region: string } | null {
  if (isOfGroup(roles, item.group)) return { group: item.organiser };
  if (roles.some(({ role }) => role === 'nationalCoordinator')) return { group: item.organiser };
  for (const { role, scope } of roles) {
    if (role !== 'groupCoordinator' || scope.id === null) continue;
    const region = scope.type === 'region' ? scope.id : regionOfGroup[scope.id];
    if (region === undefined) continue;
    if (item.regions.length > 0 && !item.regions.includes(region)) continue;
    return scope.type === 'group' ? { group: scope.id } : { region };
  }
  return null;
}

import type { RoleInScope } from '@luotsi/identity/model';

/** In whose name a session is held: a group or an organisation, and the region it belongs to. */
export interface Organiser {
  readonly type: 'group' | 'organisation';
  readonly id: string;
  /** The code of its region; null for one of the whole country. */
  readonly region: string | null;
}

/**
 * Whether someone may create, publish, change and cancel the sessions of an organiser (product.md,
 * "Who uses it"): the national coordinator everyone's; a member of a development group the own
 * group's; a group coordinator those of the own group or region. A session without an organiser is
 * the national coordinator's.
 */
export function actsFor(roles: readonly RoleInScope[], organiser: Organiser | null): boolean {
  return roles.some(({ role, scope }) => {
    const isOwnGroup =
      scope.type === 'group' && organiser?.type === 'group' && scope.id === organiser.id;
    switch (role) {
      case 'nationalCoordinator':
        return true;
      case 'developmentGroupMember':
        return isOwnGroup;
      case 'groupCoordinator':
        return (
          isOwnGroup ||
          (scope.type === 'region' && organiser !== null && scope.id === organiser.region)
        );
      default:
        return false;
    }
  });
}

/** Whose sessions someone acts for, for narrowing a list. */
export interface OrganisedBy {
  /** Everybody's, those without an organiser among them. */
  readonly everyone: boolean;
  /** Of these groups (ids). */
  readonly groups: readonly string[];
  /** Of the groups and organisations of these regions (codes). */
  readonly regions: readonly string[];
}

/** The same rule as `actsFor`, for a list: an organiser is acted for when it stands here. */
export function organisedBy(roles: readonly RoleInScope[]): OrganisedBy {
  const scopes = (type: 'group' | 'region', held: readonly RoleInScope['role'][]) => [
    ...new Set(
      roles.flatMap(({ role, scope }) =>
        held.includes(role) && scope.type === type && scope.id !== null ? [scope.id] : [],
      ),
    ),
  ];
  return {
    everyone: roles.some(({ role }) => role === 'nationalCoordinator'),
    groups: scopes('group', ['groupCoordinator', 'developmentGroupMember']),
    regions: scopes('region', ['groupCoordinator']),
  };
}

import type { Role, RoleInScope } from './permissions';

/** Where something stands: in a region, with a group, or both. Nothing known is the whole country. */
export interface Place {
  readonly region?: string | null;
  readonly group?: string | null;
}

/** Anyone who holds roles: a principal of the API, or what the web knows of who is signed in. */
export interface RoleHolder {
  readonly roles: readonly RoleInScope[];
}

/** Where someone holds a role, for narrowing a list. */
export interface Reach {
  /** Held for the whole country: regions and groups need not be looked at. */
  readonly country: boolean;
  /** Region codes. */
  readonly regions: readonly string[];
  /** Group ids. */
  readonly groups: readonly string[];
}

/**
 * Whether someone holds one of the roles for a place. A role for the whole country covers every
 * place, one for a region what stands in that region, one for a group what belongs to that group.
 * Without a place: whether they hold it anywhere.
 */
export function holdsRole(
  holder: RoleHolder | null,
  wanted: Role | readonly Role[],
  place?: Place,
): boolean {
  const roles: readonly Role[] = typeof wanted === 'string' ? [wanted] : wanted;
  return (holder?.roles ?? []).some(
    ({ role, scope }) =>
      roles.includes(role) &&
      (place === undefined ||
        scope.type === 'country' ||
        (scope.id !== null &&
          (scope.type === 'region' ? scope.id === place.region : scope.id === place.group))),
  );
}

/** Where someone holds one of the roles. */
export function reachOf(holder: RoleHolder | null, wanted: Role | readonly Role[]): Reach {
  const roles: readonly Role[] = typeof wanted === 'string' ? [wanted] : wanted;
  const scopes = (holder?.roles ?? [])
    .filter(({ role }) => roles.includes(role))
    .map(({ scope }) => scope);
  const ids = (type: 'region' | 'group') => [
    ...new Set(scopes.flatMap((scope) => (scope.type === type && scope.id ? [scope.id] : []))),
  ];
  return {
    country: scopes.some(({ type }) => type === 'country'),
    regions: ids('region'),
    groups: ids('group'),
  };
}

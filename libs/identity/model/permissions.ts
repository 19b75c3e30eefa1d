/** The roles of the network (product.md, "Who uses it"). A role is held in a scope. */
export const roles = [
  'counsellor',
  'coach',
  'groupCoordinator',
  'developmentGroupMember',
  'nationalCoordinator',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/**
 * Roles that see other people's data. They lie dormant until a session has gone through a second
 * step (a one-time code or a passkey): a password that leaks opens nobody's data but one's own.
 */
export const needsSecondStep: readonly Role[] = [
  'coach',
  'groupCoordinator',
  'developmentGroupMember',
  'nationalCoordinator',
  'administrator',
];

const learners = [
  'counsellor',
  'coach',
  'groupCoordinator',
  'developmentGroupMember',
  'nationalCoordinator',
] as const satisfies readonly Role[];

/**
 * Who may do what: the one table from which the API's guard, the web's visibility and the OpenAPI
 * document come. `everyone` includes visitors, `signedIn` any account. Where a role's right depends
 * on the thing (its own group, a session given to it), the slice narrows it further.
 */
export const permissions = {
  'public.read': 'everyone',
  'account.enter': 'everyone',
  'account.own': 'signedIn',
  'secondStep.reset': ['administrator'],
  'enrolment.own': learners,
  'learning.take': learners,
  'assessment.own': learners,
  'session.organise': [
    'coach',
    'groupCoordinator',
    'developmentGroupMember',
    'nationalCoordinator',
  ],
  'session.create': ['groupCoordinator', 'developmentGroupMember', 'nationalCoordinator'],
  'outline.write': ['coach', 'groupCoordinator', 'developmentGroupMember', 'nationalCoordinator'],
  'outline.publish': ['developmentGroupMember', 'nationalCoordinator'],
  'plan.read': ['groupCoordinator', 'developmentGroupMember', 'nationalCoordinator'],
  'plan.write': ['developmentGroupMember'],
  'plan.publish': ['nationalCoordinator'],
  'feedback.answer': ['administrator'],
  'audit.read': ['groupCoordinator', 'developmentGroupMember', 'administrator'],
  'retention.read': ['administrator'],
  'people.read': ['groupCoordinator', 'developmentGroupMember', 'administrator'],
  'people.manage': ['groupCoordinator', 'administrator'],
  'people.invite': ['groupCoordinator', 'administrator'],
  'roles.give': ['groupCoordinator', 'developmentGroupMember', 'administrator'],
} as const satisfies Record<string, 'everyone' | 'signedIn' | readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Where a role is held: the whole country, a region (its code) or a group (its id). */
export interface Scope {
  readonly type: 'country' | 'region' | 'group';
  readonly id: string | null;
}

/** A role in a scope. */
export interface RoleInScope {
  readonly role: Role;
  readonly scope: Scope;
}

/** Whether someone with these roles passes the permission's door; `null` is a visitor. */
export function mayPass(permission: Permission, held: readonly RoleInScope[] | null): boolean {
  const needed = permissions[permission];
  if (needed === 'everyone') return true;
  if (held === null) return false;
  if (needed === 'signedIn') return true;
  return held.some(({ role }) => (needed as readonly Role[]).includes(role));
}

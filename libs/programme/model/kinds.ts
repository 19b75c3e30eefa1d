import * as z from 'zod';

/**
 * Every kind of activity that a unit may hold (product, "The coaching programme"). The identifiers
 * are the glossary's working forms; a reading is read by oneself and marked by oneself.
 */
export const activityKinds = [
  'reading',
  'onlineWork',
  'personalAssignment',
  'contactPeriod',
  'developmentAction',
  'peerWork',
] as const;

export const activityKind = z.enum(activityKinds).meta({ id: 'ActivityKind' });
export type ActivityKind = z.infer<typeof activityKind>;

/** Whom an activity is for: all alike, one group, or one person. */
export const activityParts = ['common', 'group', 'personal'] as const;

export const activityPart = z.enum(activityParts).meta({ id: 'ActivityPart' });
export type ActivityPart = z.infer<typeof activityPart>;

/** How far the work of a kind reaches: done alone, in one's group, or with other groups. */
export type Company = 'oneself' | 'together' | 'group' | 'groups';

/** With whom the work of each kind is done; group work looks different from one's own. */
export const companyOf: Readonly<Record<ActivityKind, Company>> = {
  reading: 'oneself',
  personalAssignment: 'oneself',
  onlineWork: 'together',
  contactPeriod: 'together',
  developmentAction: 'group',
  peerWork: 'groups',
};

/** Whether the one who does the activity says that it is done; the others say it of themselves. */
export function isMarkedByOneself(kind: ActivityKind): boolean {
  return kind === 'reading';
}

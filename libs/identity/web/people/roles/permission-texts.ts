import type { Permission } from '@luotsi/identity/model';
import type { TextKey } from '@luotsi/platform/web';
import type texts from '../i18n/fi.json';

/** What each permission is called: every one of the table has to be. */
export const permissionTexts: Readonly<Record<Permission, TextKey<typeof texts>>> = {
  'public.read': 'permission.public.read',
  'account.enter': 'permission.account.enter',
  'account.own': 'permission.account.own',
  'secondStep.reset': 'permission.secondStep.reset',
  'enrolment.own': 'permission.enrolment.own',
  'learning.take': 'permission.learning.take',
  'assessment.own': 'permission.assessment.own',
  'session.organise': 'permission.session.organise',
  'session.create': 'permission.session.create',
  'outline.write': 'permission.outline.write',
  'outline.publish': 'permission.outline.publish',
  'plan.read': 'permission.plan.read',
  'plan.write': 'permission.plan.write',
  'plan.publish': 'permission.plan.publish',
  'feedback.answer': 'permission.feedback.answer',
  'audit.read': 'permission.audit.read',
  'retention.read': 'permission.retention.read',
  'people.read': 'permission.people.read',
  'people.manage': 'permission.people.manage',
  'people.invite': 'permission.people.invite',
  'roles.give': 'permission.roles.give',
};

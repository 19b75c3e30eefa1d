/** What the audit log tells of; the words stand in `audit-words.ts`, which most pages need not know. */
export const auditActionNames = [
  'sign-in',
  'sign-in-failed',
  'sign-out',
  'sign-in-ended',
  'account-created',
  'account-verified',
  'password-changed',
  'password-reset',
  'email-changed',
  'second-step-on',
  'second-step-off',
  'second-step-failed',
  'recovery-codes-made',
  'recovery-code-used',
  'passkey-added',
  'passkey-removed',
  'provider-linked',
  'provider-unlinked',
  'invitation-sent',
  'invitation-accepted',
  'invitation-withdrawn',
  'people-imported',
  'role-given',
  'role-changed',
  'role-taken',
  'profile-changed',
  'profile-confirmed',
  'profile-rejected',
  'organisation-added',
  'organisation-joined',
  'people-read',
  'person-read',
  'enrolled-read',
  'attendance-corrected',
  'feedback-read',
  'people-exported',
  'audit-read',
  'audit-exported',
  'data-requested',
  'data-downloaded',
  'deletion-requested',
  'deletion-withdrawn',
  'account-unused',
  'person-deleted',
  'retention-applied',
  'credential-issued',
  'credential-revoked',
] as const;

/** One thing that the audit log tells of. */
export type AuditAction = (typeof auditActionNames)[number];

/** A value of an entry's facts: ids, codes, counts and words of the product; never who or a secret. */
export type AuditFact =
  string | number | boolean | null | readonly AuditFact[] | { readonly [key: string]: AuditFact };

/**
 * What else is worth knowing. Told in words on the page: `role`, `scope` ({type, id}), `title` (a
 * localised text or a name of the thing), `count`, `fields`, `provider`, `until`.
 */
export type AuditFacts = Readonly<Record<string, AuditFact>>;

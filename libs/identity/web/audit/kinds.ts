import { auditActionNames, type AuditAction } from '@luotsi/identity/model';

/** What one may narrow the log to: actions that belong together, under one word of the address. */
export const kinds = {
  signIns: ['sign-in', 'sign-in-failed', 'sign-out', 'sign-in-ended', 'second-step-failed'],
  security: [
    'account-created',
    'account-verified',
    'password-changed',
    'password-reset',
    'email-changed',
    'second-step-on',
    'second-step-off',
    'recovery-codes-made',
    'recovery-code-used',
    'passkey-added',
    'passkey-removed',
    'provider-linked',
    'provider-unlinked',
  ],
  roles: [
    'invitation-sent',
    'invitation-accepted',
    'invitation-withdrawn',
    'people-imported',
    'role-given',
    'role-changed',
    'role-taken',
  ],
  profiles: [
    'profile-changed',
    'profile-confirmed',
    'profile-rejected',
    'organisation-added',
    'organisation-joined',
  ],
  reads: ['people-read', 'person-read', 'enrolled-read', 'feedback-read', 'audit-read'],
  sessions: ['attendance-corrected'],
  exports: ['people-exported', 'audit-exported'],
  privacy: [
    'data-requested',
    'data-downloaded',
    'deletion-requested',
    'deletion-withdrawn',
    'account-unused',
    'person-deleted',
    'retention-applied',
  ],
  training: ['credential-issued', 'credential-revoked'],
} as const satisfies Record<string, readonly AuditAction[]>;

export type Kind = keyof typeof kinds;

/** The actions of a kind that the address names; none for a word that is none. */
export function actionsOf(kind: string): AuditAction[] {
  return kind in kinds ? [...kinds[kind as Kind]] : [];
}

/** Actions that belong to no kind yet; a test keeps it empty. */
export const unsorted = (): AuditAction[] => {
  const sorted = new Set<AuditAction>(Object.values(kinds).flat());
  return auditActionNames.filter((action) => !sorted.has(action));
};

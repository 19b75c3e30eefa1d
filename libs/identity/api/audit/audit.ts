import type { AuditAction, AuditFact, AuditFacts } from '@luotsi/identity/model';
import { newId } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';

/** What the running app may do with the log: not even the time of an entry is its to choose. */
export const AUDIT_RIGHTS = 'SELECT, INSERT (id, action, actor_id, subject_ids, facts)';

/** What someone did, as the audit log keeps it. */
export interface AuditRecord {
  readonly action: AuditAction;
  /** Who did it; null for the product itself and for who isn't known. */
  readonly actor: string | null;
  /** Whose data it concerns: one person, or all those that were read at once. */
  readonly subject?: string | readonly string[] | null;
  /** Never e-mail addresses, names or secrets. */
  readonly facts?: AuditFacts;
}

/** The log of who did what to whose data. It can be added to and read, nothing else. */
export const Audit = {
  /** Written in the transaction that does what it tells of: the one is there when the other is. */
  async record(
    manager: Pick<EntityManager, 'query'>,
    { action, actor, subject, facts = {} }: AuditRecord,
  ): Promise<void> {
    const subjects = subject === null || subject === undefined ? [] : [subject].flat();
    await manager.query(
      `INSERT INTO identity.audit_entry (id, action, actor_id, subject_ids, facts)
       VALUES ($1, $2, $3, $4, $5)`,
      [newId(), action, actor, subjects, JSON.stringify(withoutAddresses(facts))],
    );
  },
};

/** An address that has strayed into the facts is left out rather than kept for years. */
function withoutAddresses(fact: AuditFact): AuditFact {
  if (typeof fact === 'string') return fact.replace(/\S+@\S+\.\S+/g, '…');
  if (typeof fact !== 'object' || fact === null) return fact;
  if (Array.isArray(fact)) return fact.map(withoutAddresses);
  return Object.fromEntries(
    Object.entries(fact).map(([key, value]) => [key, withoutAddresses(value as AuditFact)]),
  );
}

import { forgetLetters, type PersonalData } from '@luotsi/platform/api';
import { Audit } from '../audit/audit';
import { COLLECT } from './collect-identity';
import { identityWords } from './words';

/** Columns of identity that point at a person, or name one. */
const columns = [
  'account.person_id',
  'address_change.email',
  'address_change.person_id',
  'accessibility_feedback.answered_by',
  'affiliation.organisation_confirmed_by',
  'affiliation.person_id',
  'affiliation.region_confirmed_by',
  'audit_entry.actor_id',
  'audit_entry.subject_ids',
  'data_copy.person_id',
  'deletion.person_id',
  'half_sign_in.person_id',
  'invitation.accepted_by',
  'invitation.email',
  'invitation.invited_by',
  'known_browser.person_id',
  'link_token.person_id',
  'open_id_attempt.person_id',
  'passkey.person_id',
  'passkey_challenge.person_id',
  'recovery_code.person_id',
  'role_grant.ended_by',
  'role_grant.given_by',
  'role_grant.person_id',
  'session.person_id',
  'sign_up.email',
  'totp.person_id',
  'waiting_link.person_id',
] as const;

/** What identity keeps about a person, and how it forgets them. */
export const personalData: PersonalData = {
  columns: columns.map((column) => `identity.${column}`),
  words: identityWords,
  async collect(manager, person) {
    const [row] = await manager.query<{ data: Record<string, unknown> }[]>(COLLECT, [person]);
    return row?.data ?? {};
  },
  async forget(manager, person) {
    const [known] = await manager.query<{ email: string }[]>(
      'SELECT email FROM identity.person WHERE id = $1',
      [person],
    );
    if (!known) return;
    await forgetLetters(manager, person, known.email);
    for (const table of ['sign_up', 'invitation']) {
      await manager.query(`DELETE FROM identity.${table} WHERE email = $1`, [known.email]);
    }
    await manager.query('DELETE FROM identity.invitation WHERE accepted_by = $1', [person]);
    await manager.query(
      `UPDATE identity.accessibility_feedback SET contact = NULL
       WHERE strpos(lower(contact), $1) > 0`,
      [known.email],
    );
    await Audit.record(manager, { action: 'person-deleted', actor: null, subject: person });
    // Everything else of identity goes with the person, by foreign keys; the log, which has none,
    // keeps its entries under a pseudonym.
    await manager.query('DELETE FROM identity.person WHERE id = $1', [person]);
    await manager.query('SELECT identity.forget_in_audit($1)', [person]);
  },
};

import type { EnrolmentStatus, Participant } from '@luotsi/calendar/model';
import type { Language, Localised } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { NEEDS_OVER } from '../needs/needs-retention';

/** Someone enrolled, as the statement below gives them. */
export interface ParticipantRow {
  readonly id: string;
  readonly person_id: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly status: EnrolmentStatus;
  readonly changed_at: Date;
  readonly position: number;
  readonly offer_expires: Date | null;
  readonly enrolled_at: Date;
  readonly region_code: string | null;
  readonly region: Localised | null;
  readonly region_confirmed: boolean;
  readonly organisation: Localised | null;
  readonly diet: string | null;
  readonly access_needs: string | null;
}

/** Which of a session's enrolled to read: those in a state, one of them, or all. */
export interface Narrowing {
  readonly status?: EnrolmentStatus | undefined;
  readonly enrolment?: string;
}

/** The enrolled of a session by name, in the order of a language's alphabet; deleted accounts last. */
export function participantRows(
  manager: EntityManager,
  sessionId: string,
  { status, enrolment }: Narrowing,
  language: Language,
): Promise<ParticipantRow[]> {
  return manager.query<ParticipantRow[]>(
    `SELECT e.id, e.person_id, p.name, p.email, e.status, e.changed_at, e.position,
       e.offer_expires, e.enrolled_at, a.region_code, r.name AS region,
       a.region_confirmed_at IS NOT NULL AS region_confirmed, o.name AS organisation,
       n.diet, n.access_needs
     FROM (
       SELECT e.*, (row_number() OVER (PARTITION BY e.status ORDER BY e.ticket))::int AS position,
         (SELECT min(t.at) FROM calendar.enrolment_transition t
           WHERE t.enrolment_id = e.id) AS enrolled_at
       FROM calendar.enrolment e WHERE e.session_id = $1
     ) e
     LEFT JOIN identity.person p ON p.id = e.person_id
     LEFT JOIN identity.affiliation a ON a.person_id = p.id AND a.valid_to IS NULL
     LEFT JOIN network.region r ON r.code = a.region_code
     LEFT JOIN network.organisation o ON o.id = a.organisation_id
     LEFT JOIN calendar.enrolment_needs n ON n.enrolment_id = e.id AND NOT EXISTS (
       SELECT FROM calendar.session s WHERE s.id = e.session_id AND ${NEEDS_OVER('now()')})
     WHERE ($2::text IS NULL OR e.status = $2) AND ($3::uuid IS NULL OR e.id = $3)
     ORDER BY p.name COLLATE "${language}-x-icu" NULLS LAST, e.id`,
    [sessionId, status ?? null, enrolment ?? null],
  );
}

/** A row as the contract has it; needs only where they are for the reader's eyes. */
export function toParticipant(row: ParticipantRow, needsShown: boolean): Participant {
  const { person_id, name, email, status, diet, access_needs } = row;
  const since = row.changed_at.toISOString();
  return {
    id: row.id,
    person: person_id === null ? null : { id: person_id, name: name ?? '', email: email ?? '' },
    status,
    since,
    ...(status === 'waitlisted' ? { position: row.position, waitingSince: since } : {}),
    ...(row.offer_expires ? { offerExpires: row.offer_expires.toISOString() } : {}),
    enrolledAt: row.enrolled_at.toISOString(),
    region: row.region_code,
    regionConfirmed: row.region_confirmed,
    organisation: row.organisation,
    ...(needsShown && (diet ?? access_needs)
      ? { needs: { diet: diet ?? '', accessNeeds: access_needs ?? '' } }
      : {}),
  };
}

import { promotions } from '@luotsi/calendar/model';
import { Changes } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';
import { PERSON_CHANGED } from '../feed/personal-feeds';
import { seatsOf, type SeatsRow } from '../sessions/session-row';

/**
 * Gives free seats to those first in line, as many as there are, in two statements. For changes of
 * the session itself (a new date, more seats), inside their transaction.
 * @param by who changed the session
 * @returns who was promoted
 */
export async function promoteWaiting(
  manager: EntityManager,
  sessionId: string,
  by: string | null,
): Promise<string[]> {
  const [row] = await manager.query<(SeatsRow & { at: Date })[]>(
    `SELECT status, capacity, confirmed_count, waitlist_count, enrolment_opens, enrolment_closes,
       first_start, last_end, clock_timestamp() AS at
     FROM calendar.session WHERE id = $1 FOR NO KEY UPDATE`,
    [sessionId],
  );
  const count = row ? promotions(seatsOf(row), row.at.getTime()) : 0;
  if (count === 0) return [];
  const promoted = await manager.query<{ person_id: string }[]>(PROMOTE, [
    sessionId,
    count,
    by,
    Changes.CHANNEL,
    PERSON_CHANGED,
  ]);
  return promoted.map(({ person_id }) => person_id);
}

const PROMOTE = `
  WITH promoted AS (
    UPDATE calendar.enrolment SET status = 'confirmed', sequence = sequence + 1, changed_at = now()
    WHERE id IN (SELECT id FROM calendar.enrolment
      WHERE session_id = $1 AND status = 'waitlisted' ORDER BY ticket LIMIT $2::int)
    RETURNING id, person_id, sequence
  ), noted AS (
    INSERT INTO calendar.enrolment_transition
      (enrolment_id, sequence, from_status, to_status, reason, by_person_id)
    SELECT id, sequence, 'waitlisted', 'confirmed', 'promoted', $3::uuid FROM promoted
  ), counted AS (
    UPDATE calendar.session SET confirmed_count = confirmed_count + $2::int,
      waitlist_count = waitlist_count - $2::int WHERE id = $1
  )
  SELECT person_id, pg_notify($4, $5 || ' ' || person_id) FROM promoted`;

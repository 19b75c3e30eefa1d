import { cancel, type EnrolmentStatus } from '@luotsi/calendar/model';
import { Notices } from '@luotsi/notice/api';
import { isRefusal } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { promoteWaiting } from '../enrolment/promote-waiting';
import { sessionFacts, sessionNotice, TOLD_COLUMNS, type ToldRow } from '../notices/session-facts';
import { seatsOf, type SeatsRow } from '../sessions/session-row';

interface Row extends SeatsRow, ToldRow {
  readonly id: string;
  readonly held: EnrolmentStatus;
  readonly at: Date;
}

/**
 * Cancels a person's enrolments to come, by the rules of cancelling; whoever is first in line gets
 * the seat and is told. What is past stays.
 */
export async function leaveSessions(manager: EntityManager, person: string): Promise<void> {
  // In order of id, as everybody locks them: two who wait for each other never wait in a circle.
  const rows = await manager.query<Row[]>(
    `SELECT s.id, s.status, s.capacity, s.confirmed_count, s.waitlist_count, s.enrolment_opens,
       s.enrolment_closes, s.first_start, s.last_end, ${TOLD_COLUMNS}, e.status AS held,
       clock_timestamp() AS at
     FROM calendar.session s JOIN calendar.enrolment e ON e.session_id = s.id
     WHERE e.person_id = $1 AND e.status IN ('confirmed', 'waitlisted') AND s.last_end > clock_timestamp()
     ORDER BY s.id FOR NO KEY UPDATE OF s`,
    [person],
  );
  for (const row of rows) {
    if (row.held !== 'confirmed' && row.held !== 'waitlisted') continue;
    const left = cancel(seatsOf(row), row.held, row.at.getTime());
    if (isRefusal(left)) continue;
    await manager.query(CANCEL, [row.id, person, left.seats.confirmed, left.seats.waitlisted]);
    const promoted = await promoteWaiting(manager, row.id, null);
    await Notices.write(
      manager,
      sessionNotice('enrolment-promoted', promoted, row.id, sessionFacts(row), row.first_start),
    );
  }
}

/** $1 session, $2 person, $3 and $4 the session's counters after it. */
const CANCEL = `
  WITH before AS (
    SELECT id, status FROM calendar.enrolment WHERE session_id = $1 AND person_id = $2
  ), left_it AS (
    UPDATE calendar.enrolment e SET status = 'cancelled', sequence = sequence + 1,
      changed_at = now() FROM before WHERE e.id = before.id RETURNING e.id, e.sequence
  ), noted AS (
    INSERT INTO calendar.enrolment_transition (enrolment_id, sequence, from_status, to_status, reason)
    SELECT left_it.id, left_it.sequence, before.status, 'cancelled', 'cancelled-by-person'
    FROM left_it JOIN before USING (id)
  )
  UPDATE calendar.session SET confirmed_count = $3::int, waitlist_count = $4::int WHERE id = $1`;

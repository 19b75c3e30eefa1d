import type { EntityManager } from 'typeorm';
import { Enrolments } from '../enrolment/enrolments';

/**
 * Offers the seats of a session that has got its date to those who were interested, in their order,
 * and ends their interest: from here on they are enrolled like anybody. Call it in the transaction
 * that sets the date, while the session's row is locked. A date that is over already invites nobody.
 * @param by who set the date
 * @returns who was interested, and has been told what became of it
 */
export async function offerToInterested(
  manager: EntityManager,
  sessionId: string,
  by: string | null,
): Promise<string[]> {
  const interested = await manager.query<{ person_id: string }[]>(
    `SELECT i.person_id FROM calendar.session_interest i
     JOIN calendar.session s ON s.id = i.session_id
     WHERE s.id = $1 AND s.status = 'published' AND s.first_start > clock_timestamp()
     ORDER BY i.place`,
    [sessionId],
  );
  const people = interested.map(({ person_id }) => person_id);
  if (people.length === 0) return [];
  await Enrolments.offerTo(manager, sessionId, people, by);
  await manager.query('DELETE FROM calendar.session_interest WHERE session_id = $1', [sessionId]);
  return people;
}

import type { EntityManager } from 'typeorm';

/**
 * Who of some people is in another session at the same time. Which one is their own business: an
 * organiser is told that it is so, and no more.
 */
export async function overlapping(
  manager: EntityManager,
  sessionId: string,
  people: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ person_id: string }[]>(
    `SELECT DISTINCT e.person_id
     FROM calendar.enrolment e JOIN calendar.session s ON s.id = e.session_id
     WHERE e.person_id = ANY ($2) AND e.session_id <> $1 AND s.status = 'published'
       AND e.status NOT IN ('declined', 'cancelled') AND EXISTS (
         SELECT FROM calendar.meeting here JOIN calendar.meeting there
           ON there.start_at < here.end_at AND there.end_at > here.start_at
         WHERE here.session_id = $1 AND there.session_id = s.id
           AND NOT here.cancelled AND NOT there.cancelled)`,
    [sessionId, people],
  );
  return new Set(rows.map(({ person_id }) => person_id));
}

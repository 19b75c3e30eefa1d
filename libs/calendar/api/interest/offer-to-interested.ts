import type { EntityManager } from 'typeorm';

/** What offers seats: `Enrolments` of `api/enrolment`. */
export interface Offers {
  offerTo(
    manager: EntityManager,
    sessionId: string,
    personIds: readonly string[],
    by: string | null,
  ): Promise<unknown>;
}

/**
 * Offers the seats of a session that has got its date to those who were interested, in their order,
 * and ends their interest: from here on they are enrolled like anybody. Call it in the transaction
 * that sets the date, while the session's row is locked.
 * @param by who set the date
 * @returns how many were interested
 */
export async function offerToInterested(
  manager: EntityManager,
  offers: Offers,
  sessionId: string,
  by: string | null,
): Promise<number> {
  const interested = await manager.query<{ person_id: string }[]>(
    'SELECT person_id FROM calendar.session_interest WHERE session_id = $1 ORDER BY place',
    [sessionId],
  );
  if (interested.length === 0) return 0;
  await offers.offerTo(
    manager,
    sessionId,
    interested.map(({ person_id }) => person_id),
    by,
  );
  await manager.query('DELETE FROM calendar.session_interest WHERE session_id = $1', [sessionId]);
  return interested.length;
}

import { Notices } from '@luotsi/notice/api';
import type { Localised } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { sessionFacts, sessionNotice, TOLD_COLUMNS, type ToldRow } from './session-facts';

/**
 * Tells everyone who is in, or waits, that a session is off: two statements however many they are.
 * The session's row is locked, so that nobody enrols meanwhile and hears nothing.
 * @param reason why, when it is off for good
 */
export async function tellOff(
  manager: EntityManager,
  sessionId: string,
  session: ToldRow,
  reason: Localised | null,
): Promise<void> {
  const people = await enrolledIn(manager, sessionId);
  const facts = {
    ...sessionFacts(session),
    ...(reason ? { reason: withoutFullStop(reason) } : {}),
  };
  const kind = reason ? 'session-cancelled' : 'session-postponed';
  await Notices.write(manager, sessionNotice(kind, people, sessionId, facts, session.first_start));
}

/**
 * Tells those who are in, or wait, the new time or place.
 * @param before as it was
 * @param told those who have just been told something else of it, with the new time
 */
export async function tellMoved(
  manager: EntityManager,
  sessionId: string,
  before: ToldRow,
  told: readonly string[],
): Promise<void> {
  const [now] = await manager.query<ToldRow[]>(
    `SELECT ${TOLD_COLUMNS} FROM calendar.session s WHERE s.id = $1`,
    [sessionId],
  );
  if (!now) return;
  const [soonest = null] = [before.first_start, now.first_start]
    .filter((start) => start !== null)
    .sort((one, other) => one.getTime() - other.getTime());
  const known = new Set(told);
  const others = (await enrolledIn(manager, sessionId)).filter((person) => !known.has(person));
  const isLater = before.first_start?.getTime() !== now.first_start?.getTime();
  const facts = {
    ...sessionFacts(now),
    before: isLater ? (sessionFacts(before)['when'] ?? null) : null,
  };
  await Notices.write(manager, sessionNotice('session-moved', others, sessionId, facts, soonest));
}

/** Everyone who has a seat or waits for one. */
async function enrolledIn(manager: EntityManager, sessionId: string): Promise<string[]> {
  const rows = await manager.query<{ person_id: string }[]>(
    `SELECT person_id FROM calendar.enrolment WHERE session_id = $1
       AND status NOT IN ('declined', 'cancelled') AND person_id IS NOT NULL`,
    [sessionId],
  );
  return rows.map(({ person_id }) => person_id);
}

/** Within a sentence that has its own. */
function withoutFullStop({ fi, sv, en }: Localised): Localised {
  const [first = '', second = '', third = ''] = [fi, sv, en].map((text) =>
    text.replace(/[.\s]+$/, ''),
  );
  return { fi: first, sv: second, en: third };
}

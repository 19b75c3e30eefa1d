import { Notices } from '@luotsi/notice/api';
import type { Localised } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import {
  sessionFacts,
  sessionNotice,
  severalFacts,
  TOLD_COLUMNS,
  type ToldRow,
} from './session-facts';

/** A session that is off, as people were told of it. */
export interface OffSession {
  readonly id: string;
  readonly row: ToldRow;
}

/**
 * Tells everyone who is in, or waits, that sessions are off: two statements however many they are.
 * Whoever loses several is told once, with all that they lose. The sessions' rows are locked, so that
 * nobody enrols meanwhile and hears nothing.
 * @param sessions in the order in which they are named
 * @param reason why, when they are off for good
 */
export async function tellOff(
  manager: EntityManager,
  sessions: readonly OffSession[],
  reason: Localised | null,
): Promise<void> {
  const enrolled = await manager.query<{ people: string[]; sessions: string[] }[]>(
    `SELECT array_agg(person_id) AS people, sessions FROM (
       SELECT person_id, array_agg(session_id ORDER BY session_id) AS sessions
       FROM calendar.enrolment
       WHERE session_id = ANY ($1) AND status NOT IN ('declined', 'cancelled')
         AND person_id IS NOT NULL
       GROUP BY person_id) one
     GROUP BY sessions`,
    [sessions.map(({ id }) => id)],
  );
  const why = reason ? { reason: withoutFullStop(reason) } : {};
  const notices = enrolled.flatMap(({ people, sessions: ids }) => {
    const lost = sessions.filter(({ id }) => ids.includes(id));
    const [first] = lost;
    if (!first) return [];
    const several = lost.length > 1 ? severalFacts(lost.map(({ row }) => row)) : {};
    const facts = { ...sessionFacts(first.row), ...several, ...why };
    const ofOne = reason ? 'session-cancelled' : 'session-postponed';
    const kind = lost.length > 1 ? 'series-cancelled' : ofOne;
    const starts = lost.map(({ row }) => row.first_start);
    return [sessionNotice(kind, people, first.id, facts, soonestOf(starts))];
  });
  await Notices.write(manager, ...notices);
}

function soonestOf(starts: readonly (Date | null)[]): Date | null {
  const known = starts.filter((start) => start !== null);
  return known.sort((one, other) => one.getTime() - other.getTime())[0] ?? null;
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
  const soonest = soonestOf([before.first_start, now.first_start]);
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

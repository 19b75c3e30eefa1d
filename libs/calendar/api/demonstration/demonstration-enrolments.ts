import { newId } from '@luotsi/platform/api';
import type { NewSession } from '../organise/insert-sessions';
import type { Chance } from './chance';

/** An enrolment as it is kept. */
export interface DemonstrationEnrolment {
  readonly id: string;
  readonly session_id: string;
  readonly person_id: string;
  readonly status: 'confirmed' | 'waitlisted';
  readonly ticket: number;
  readonly at: string;
}

const DAY = 86_400_000;
/** Sessions further ahead have nobody in them yet: what comes of them is left to whoever tries. */
const DAYS_AHEAD = 60;
/** The first accounts have little ahead of them, for whoever tries the service with them. */
const LEFT_ALONE = 4;

/**
 * Who is enrolled: some people in everything past, a few in what comes within two months. `full`
 * sessions are filled to the last seat, with people waiting.
 */
export function demonstrationEnrolments(
  sessions: readonly NewSession[],
  full: ReadonlySet<string>,
  people: readonly string[],
  today: Date,
  chance: Chance,
): DemonstrationEnrolment[] {
  return sessions.flatMap((session) => {
    const start = Date.parse(session.meetings[0]?.start_at ?? '');
    if (start > today.getTime() + DAYS_AHEAD * DAY) return [];
    const { capacity } = session.input;
    const isPast = start < today.getTime();
    const wishes = full.has(session.id)
      ? capacity + chance.between(2, 6)
      : Math.min(capacity, chance.between(isPast ? 5 : 1, isPast ? 12 : 5));
    const among = isPast || full.has(session.id) ? people : people.slice(LEFT_ALONE);
    return chance.some(among, wishes).map((person_id, place) => ({
      id: newId(),
      session_id: session.id,
      person_id,
      status: place < capacity ? ('confirmed' as const) : ('waitlisted' as const),
      ticket: place + 1,
      at: new Date(
        Math.min(start - 20 * DAY, today.getTime() - DAY) + place * 600_000,
      ).toISOString(),
    }));
  });
}

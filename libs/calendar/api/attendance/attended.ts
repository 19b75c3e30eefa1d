import { attended, type Attended } from '@luotsi/calendar/model';
import type { EntityManager } from 'typeorm';
import { SESSION_COLUMNS, type SessionRow } from './attended-meetings';

/** How someone stands with having attended a session. */
export interface AttendedSession {
  readonly session: string;
  readonly person: string;
  readonly attended: Attended;
  /** The meetings at which they were. */
  readonly present: readonly string[];
}

/**
 * How people stand with having attended sessions, by each session's rule. One statement, however many.
 * @param people these, of whom nothing need have been noted; unless given, everyone of whom anything has
 */
export async function attendedOf(
  manager: EntityManager,
  sessions: readonly string[],
  people: readonly string[] | null = null,
): Promise<AttendedSession[]> {
  const rows = await manager.query<Row[]>(NOTED, [sessions, people]);
  return rows.flatMap((row) => {
    const noted = new Map(row.noted.map(({ person, present }) => [person, present]));
    return [...(people ?? noted.keys())].map((person) => {
      const present = noted.get(person) ?? [];
      const stands = attended(row.meetings, row.rule, new Set(present), row.now);
      return { session: row.id, person, attended: stands, present };
    });
  });
}

/** Whether someone has attended a session, by its rule. */
export async function hasAttended(
  manager: EntityManager,
  session: string,
  person: string,
): Promise<boolean> {
  const [found] = await attendedOf(manager, [session], [person]);
  return found?.attended === 'attended';
}

interface Row extends SessionRow {
  readonly noted: readonly { readonly person: string; readonly present: readonly string[] }[];
}

/** $1 sessions, $2 people or null. */
const NOTED = `
  SELECT ${SESSION_COLUMNS}, coalesce((
    SELECT json_agg(json_build_object('person', noted.person_id, 'present', noted.present))
    FROM (
      SELECT a.person_id,
        coalesce(json_agg(a.meeting_id) FILTER (WHERE a.present), '[]') AS present
      FROM calendar.meeting m JOIN calendar.attendance a ON a.meeting_id = m.id
      WHERE m.session_id = s.id AND a.person_id IS NOT NULL
        AND ($2::uuid[] IS NULL OR a.person_id = ANY ($2))
      GROUP BY a.person_id
    ) noted), '[]') AS noted
  FROM calendar.session s WHERE s.id = ANY ($1)`;

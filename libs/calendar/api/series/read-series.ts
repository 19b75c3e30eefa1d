import { seriesRule, type getSeries, type SessionStatus } from '@luotsi/calendar/model';
import type { Answer, Localised } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { organisedSession } from '../organise/organised-session';
import { ownParts, type SeriesGiven } from './given';

/** A session of a series, as far as a change of several has to know. */
export interface SeriesMember {
  readonly id: string;
  readonly title: Localised;
  readonly status: SessionStatus;
  readonly start: Date | null;
  readonly end: Date | null;
  readonly enrolled: number;
  readonly given: SeriesGiven | null;
}

/** The sessions of a series, in order of start. Who is enrolled is counted once in each. */
export function membersOf(manager: EntityManager, series: string): Promise<SeriesMember[]> {
  return manager.query<SeriesMember[]>(
    `SELECT s.id, s.title, s.first_start AS start, s.last_end AS end, g.given,
       CASE WHEN s.status = 'published' AND s.last_end <= now() THEN 'held' ELSE s.status END
         AS status,
       (SELECT count(*)::int FROM calendar.enrolment e WHERE e.session_id = s.id
         AND e.status NOT IN ('cancelled', 'declined')) AS enrolled
     FROM calendar.session s LEFT JOIN calendar.series_given g ON g.session_id = s.id
     WHERE s.series_id = $1 ORDER BY s.first_start NULLS LAST, s.id`,
    [series],
  );
}

/** The series of a session with all its sessions; of none, when it is of none. */
export async function readSeries(
  manager: EntityManager,
  id: string,
): Promise<Answer<typeof getSeries>> {
  const [series] = await manager.query<
    { id: string; rule: unknown; first: string; recurrence: string }[]
  >(
    `SELECT r.id, r.rule, r.first_date::text AS first, r.recurrence
     FROM calendar.session s JOIN calendar.series r ON r.id = s.series_id WHERE s.id = $1`,
    [id],
  );
  if (!series) return { series: null, sessions: [] };
  const sessions = [];
  for (const { given, start, end, ...member } of await membersOf(manager, series.id)) {
    const session = await organisedSession(manager, member.id);
    sessions.push({
      ...member,
      start: start?.toISOString() ?? null,
      end: end?.toISOString() ?? null,
      own: session ? ownParts(session, given) : [],
    });
  }
  return { series: { ...series, rule: seriesRule.parse(series.rule) }, sessions };
}

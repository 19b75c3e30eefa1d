import type { SessionDraft } from '@luotsi/calendar/model';
import type { Actor, TestApp } from '@testing';
import { published } from '../session-fixtures';

/** A session that goes on, as its tests speak of it. */
export interface Held {
  readonly id: string;
  /** Its meetings in order of start. */
  readonly meetings: readonly string[];
  /** `/api/sessions/{id}/meetings/{meeting}` of the first. */
  readonly path: string;
}

/**
 * A session whose first meeting began ten minutes ago and whose others follow week by week; these
 * people have a seat in it.
 */
export async function held(
  luotsi: TestApp,
  by: Actor,
  people: readonly Actor[],
  more: Partial<SessionDraft> & { readonly count?: number } = {},
): Promise<Held> {
  const { count = 1, ...draft } = more;
  const meetings = Array.from({ length: count }, (_, at) => ({
    start: `2056-03-${String(at + 1).padStart(2, '0')}T09:00`,
    end: `2056-03-${String(at + 1).padStart(2, '0')}T12:00`,
    timeZone: 'Europe/Helsinki',
  }));
  const id = await published(by, { ...draft, meetings });
  for (const person of people) await person.post(`/api/sessions/${id}/enrolment`);
  await begin(luotsi, id, 10);
  const rows = await luotsi.query<{ id: string }>(
    `SELECT id FROM calendar.meeting WHERE session_id = $1 ORDER BY start_at`,
    [id],
  );
  const ids = rows.map((row) => row.id);
  return { id, meetings: ids, path: `/api/sessions/${id}/meetings/${ids[0] ?? ''}` };
}

/** Lets a session's first meeting have begun so many minutes ago; each lasts three hours. */
export async function begin(luotsi: TestApp, id: string, minutes: number): Promise<void> {
  await luotsi.query(
    `UPDATE calendar.meeting m SET start_at = at.start, end_at = at.start + interval '3 hours'
     FROM (SELECT id, now() - make_interval(mins => $2)
         + make_interval(days => 7 * (row_number() OVER (ORDER BY start_at, id) - 1)::int) AS start
       FROM calendar.meeting WHERE session_id = $1) at WHERE at.id = m.id`,
    [id, minutes],
  );
  await luotsi.query(
    `UPDATE calendar.session s SET first_start = m.first, last_end = m.last, enrolment_closes = NULL
     FROM (SELECT min(start_at) AS first, max(end_at) AS last FROM calendar.meeting
       WHERE session_id = $1) m WHERE s.id = $1`,
    [id],
  );
}

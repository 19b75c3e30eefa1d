import type { AttendedMeeting, SessionStatus } from '@luotsi/calendar/model';
import type { Localised } from '@luotsi/platform/model';
import { ProblemException } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';

/** A meeting of a session, as attendance is shown by it. Times in milliseconds. */
export interface MeetingRow extends AttendedMeeting {
  readonly timeZone: string;
  /** Where; the session's place unless it has one of its own. */
  readonly place: Localised | null;
}

/** A session with its meetings, as attendance depends on them. */
export interface SessionRow {
  readonly id: string;
  readonly title: Localised;
  readonly status: SessionStatus;
  readonly lastEnd: number;
  /** How many meetings one has to be at; null: every one. */
  readonly rule: number | null;
  readonly now: number;
  /** In order of start. */
  readonly meetings: readonly MeetingRow[];
}

/** An instant in milliseconds. */
const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

/** Columns of a SessionRow of `calendar.session s`. */
export const SESSION_COLUMNS = `
  s.id, s.title, s.status, coalesce(${ms('s.last_end')}, 0) AS "lastEnd", s.attendance_rule AS rule,
  ${ms('clock_timestamp()')} AS now,
  coalesce((
    SELECT json_agg(json_build_object('id', m.id, 'start', ${ms('m.start_at')},
      'end', ${ms('m.end_at')}, 'cancelled', m.cancelled, 'timeZone', m.time_zone,
      'place', coalesce(m.place, s.place)) ORDER BY m.start_at, m.id)
    FROM calendar.meeting m WHERE m.session_id = s.id), '[]') AS meetings`;

/** @throws ProblemException `not-found` */
export async function sessionOf(manager: EntityManager, id: string): Promise<SessionRow> {
  const [session] = await manager.query<SessionRow[]>(
    `SELECT ${SESSION_COLUMNS} FROM calendar.session s WHERE s.id = $1`,
    [id],
  );
  if (!session) throw new ProblemException('not-found');
  return session;
}

/** One of a session's meetings. @throws ProblemException `not-found` */
export function meetingOf(session: SessionRow, id: string): MeetingRow {
  const meeting = session.meetings.find((one) => one.id === id);
  if (!meeting) throw new ProblemException('not-found');
  return meeting;
}

/** Marks of one meeting take turns, so that each is set against what the one before left. */
export async function lockMeeting(manager: EntityManager, meeting: string): Promise<void> {
  await manager.query(`SELECT FROM calendar.meeting WHERE id = $1 FOR NO KEY UPDATE`, [meeting]);
}

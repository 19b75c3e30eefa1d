import { Injectable } from '@nestjs/common';
import { attended, type AttendanceSource, type OwnAttendance } from '@luotsi/calendar/model';
import type { EntityManager } from 'typeorm';
import { timesOf } from './attendance-reader';
import { SESSION_COLUMNS, type SessionRow } from './attended-meetings';

interface Noted {
  readonly meeting: string;
  readonly present: boolean;
  readonly source: AttendanceSource;
  readonly history: readonly {
    readonly at: string;
    readonly keptAt: string;
    readonly present: boolean;
    readonly source: AttendanceSource;
    readonly reason: string | null;
    readonly own: boolean;
  }[];
}

interface Row extends SessionRow {
  readonly enrolled: boolean;
  readonly noted: readonly Noted[];
}

/** Reads someone's own attendance. */
@Injectable()
export class OwnAttendances {
  /**
   * In every session in which one has a seat or something was noted, the latest first; in one.
   * @param session only this one
   */
  async all(
    manager: EntityManager,
    person: string,
    session: string | null = null,
  ): Promise<OwnAttendance[]> {
    const rows = await manager.query<Row[]>(OWN, [person, session]);
    return rows.map(ownOf);
  }
}

function ownOf(row: Row): OwnAttendance {
  const noted = new Map(row.noted.map((one) => [one.meeting, one]));
  const present = new Set(row.noted.filter((one) => one.present).map(({ meeting }) => meeting));
  return {
    sessionId: row.id,
    title: row.title,
    enrolled: row.enrolled,
    rule: row.rule,
    attended: attended(row.meetings, row.rule, present, row.now),
    meetings: row.meetings.map((meeting) => {
      const { present, source, history } = noted.get(meeting.id) ?? {
        present: null,
        source: null,
        history: [],
      };
      // That it was noted once is no history yet.
      return {
        ...timesOf(meeting),
        present,
        source,
        history: history.length > 1 ? [...history] : [],
      };
    }),
  };
}

/** $1 person, $2 session or null. */
const OWN = `
  SELECT ${SESSION_COLUMNS}, mine.enrolled, coalesce((
    SELECT json_agg(json_build_object('meeting', m.id, 'present', a.present, 'source', a.source,
      'history', (SELECT json_agg(json_build_object(
          'at', to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'keptAt', to_char(c.kept_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'present', c.present, 'source', c.source, 'reason', c.reason,
          'own', c.by_person_id IS NOT DISTINCT FROM $1::uuid) ORDER BY c.at DESC, c.id DESC)
        FROM calendar.attendance_change c WHERE c.attendance_id = a.id)))
    FROM calendar.meeting m JOIN calendar.attendance a ON a.meeting_id = m.id
    WHERE m.session_id = s.id AND a.person_id = $1), '[]') AS noted
  FROM (
    SELECT session_id, bool_or(seat) AS enrolled FROM (
      SELECT session_id, true AS seat FROM calendar.enrolment
      WHERE person_id = $1 AND status = 'confirmed' AND ($2::uuid IS NULL OR session_id = $2)
      UNION ALL SELECT m.session_id, false FROM calendar.attendance a
      JOIN calendar.meeting m ON m.id = a.meeting_id
      WHERE a.person_id = $1 AND ($2::uuid IS NULL OR m.session_id = $2)
      UNION ALL SELECT id, false FROM calendar.session WHERE id = $2 AND status <> 'draft'
    ) one GROUP BY session_id
  ) mine
  JOIN calendar.session s ON s.id = mine.session_id
  ORDER BY s.first_start DESC NULLS FIRST, s.id`;

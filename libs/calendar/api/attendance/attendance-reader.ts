import { Injectable } from '@nestjs/common';
import {
  attended,
  CODE_STAYS,
  CORRECTIONS_STAY,
  OPENS_BEFORE,
  type AttendanceHistory,
  type AttendanceList,
  type MeetingAttendance,
} from '@luotsi/calendar/model';
import { locales, type Language } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import type { MeetingRow, SessionRow } from './attended-meetings';

/** An instant as it is sent. */
const instant = (at: number) => new Date(at).toISOString();

/** Reads who is expected, and who was there, for those who take attendance. */
@Injectable()
export class AttendanceReader {
  /** The whole list of a session: three statements. */
  async list(
    manager: EntityManager,
    session: SessionRow,
    language: Language,
  ): Promise<AttendanceList> {
    const people = await peopleOf(manager, session.id);
    const attendance = await this.meetings(
      manager,
      session.id,
      session.meetings.filter(({ cancelled }) => !cancelled).map(({ id }) => id),
    );
    const present = new Map<string, Set<string>>();
    for (const { meeting, marks } of attendance)
      for (const mark of marks.filter((one) => one.present))
        present.set(mark.person, (present.get(mark.person) ?? new Set()).add(meeting));
    const collator = new Intl.Collator(locales[language]);
    return {
      session: {
        id: session.id,
        title: session.title,
        status: session.status,
        rule: session.rule,
        closes: instant(session.lastEnd + CORRECTIONS_STAY),
      },
      meetings: session.meetings.map((meeting) => ({
        ...timesOf(meeting),
        place: meeting.place,
      })),
      people: people
        .map((person) => ({
          ...person,
          attended: attended(
            session.meetings,
            session.rule,
            present.get(person.id) ?? new Set(),
            session.now,
          ),
        }))
        .sort((one, other) => collator.compare(one.name, other.name)),
      attendance,
    };
  }

  /** How meetings stand, without names. */
  async meetings(
    manager: EntityManager,
    session: string,
    meetings: readonly string[],
  ): Promise<MeetingAttendance[]> {
    return manager.query<MeetingAttendance[]>(MEETINGS, [session, meetings]);
  }

  /** How one meeting stands, and the session it is of. @throws ProblemException `not-found` */
  async meeting(manager: EntityManager, session: string, id: string): Promise<MeetingAttendance> {
    const [found] = await this.meetings(manager, session, [id]);
    return found ?? { meeting: id, here: 0, expected: 0, taken: false, marks: [] };
  }

  /** How someone is called. */
  async nameOf(manager: EntityManager, person: string): Promise<string> {
    const [found] = await manager.query<{ name: string }[]>(
      'SELECT name FROM identity.person WHERE id = $1',
      [person],
    );
    return found?.name ?? '';
  }

  /** How someone's attendance at a meeting came to be as it is. */
  async history(
    manager: EntityManager,
    meeting: string,
    person: string,
  ): Promise<AttendanceHistory> {
    const lines = await manager.query<
      (Omit<AttendanceHistory['lines'][number], 'at' | 'keptAt'> & { at: Date; keptAt: Date })[]
    >(
      `SELECT c.at, c.kept_at AS "keptAt", c.present, c.source, c.reason, p.name AS by
       FROM calendar.attendance a JOIN calendar.attendance_change c ON c.attendance_id = a.id
       LEFT JOIN identity.person p ON p.id = c.by_person_id
       WHERE a.meeting_id = $1 AND a.person_id = $2 ORDER BY c.at DESC, c.id DESC`,
      [meeting, person],
    );
    return {
      lines: lines.map(({ at, keptAt, ...line }) => ({
        at: at.toISOString(),
        keptAt: keptAt.toISOString(),
        ...line,
      })),
    };
  }
}

/** A meeting's times as they are sent. */
export function timesOf({ id, start, end, timeZone, cancelled }: MeetingRow) {
  return {
    id,
    start: instant(start),
    end: instant(end),
    timeZone,
    cancelled,
    opens: instant(start - OPENS_BEFORE),
    codeCloses: instant(end + CODE_STAYS),
  };
}

/** Those who have a seat, and those of whom something was noted: each is looked up by key. */
export async function peopleOf(
  manager: EntityManager,
  session: string,
): Promise<{ id: string; name: string; enrolled: boolean }[]> {
  return manager.query(
    `SELECT p.id, p.name, one.enrolled
     FROM (
       SELECT person_id, bool_or(seat) AS enrolled FROM (
         SELECT person_id, true AS seat FROM calendar.enrolment
         WHERE session_id = $1 AND status = 'confirmed'
         UNION ALL SELECT a.person_id, false FROM calendar.attendance a
         JOIN calendar.meeting m ON m.id = a.meeting_id WHERE m.session_id = $1
       ) found GROUP BY person_id
     ) one
     CROSS JOIN LATERAL (
       SELECT id, name FROM identity.person WHERE id = one.person_id OFFSET 0
     ) p`,
    [session],
  );
}

/**
 * $1 session, $2 meetings of it. People whose account is gone are in the numbers. Expected: those who
 * have a seat, and those who came without one.
 */
const MEETINGS = `
  SELECT m.id AS meeting, noted.here, noted.taken, noted.marks,
    seated.count + noted.others AS expected
  FROM calendar.meeting m
  CROSS JOIN (
    SELECT count(*)::int AS count FROM calendar.enrolment
    WHERE session_id = $1 AND status = 'confirmed'
  ) seated
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE a.present)::int AS here, count(*) > 0 AS taken,
      count(*) FILTER (WHERE a.present AND a.person_id IS NOT NULL
        AND e.status IS DISTINCT FROM 'confirmed')::int AS others,
      coalesce(json_agg(json_build_object('person', a.person_id, 'present', a.present,
        'source', a.source, 'at', to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'changes', greatest(0, (SELECT count(*) FROM calendar.attendance_change c
          WHERE c.attendance_id = a.id) - 1)))
        FILTER (WHERE a.person_id IS NOT NULL), '[]') AS marks
    FROM calendar.attendance a
    LEFT JOIN calendar.enrolment e ON e.session_id = $1 AND e.person_id = a.person_id
    WHERE a.meeting_id = m.id
  ) noted
  WHERE m.session_id = $1 AND m.id = ANY ($2) AND NOT m.cancelled
  ORDER BY m.start_at, m.id`;

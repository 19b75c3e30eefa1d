import { Injectable } from '@nestjs/common';
import {
  takeMarks,
  whyNoCode,
  whyNoMark,
  type AttendanceMark,
  type AttendanceRecord,
  type MarksTaken,
} from '@luotsi/calendar/model';
import { newId, ProblemException } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';
import { AttendanceRecorded } from './attendance-recorded';
import { lockMeeting, meetingOf, sessionOf } from './attended-meetings';
import { followCorrections } from './follow-corrections';

/** What is said of one person, `ago` milliseconds before it arrives. */
export interface Said {
  readonly person: string;
  readonly present: boolean;
  readonly reason: string | null;
  readonly ago: number;
  /** What marks made at one press share. */
  readonly press?: string | undefined;
}

/** Keeps who was at which meeting. Each method works inside the caller's transaction. */
@Injectable()
export class AttendanceRegister {
  constructor(private readonly recorded: AttendanceRecorded) {}

  /**
   * Notes of people whether they are at a meeting. What one device says of many, and several devices
   * of the same, is merged by person. Whose attendance is corrected for a reason is told so.
   * @param welcome those whom it is noted of although they have no seat
   * @throws ProblemException `not-found` and why nothing can be noted now
   */
  async note(
    manager: EntityManager,
    at: { readonly session: string; readonly meeting: string },
    said: readonly Said[],
    by: { readonly id: string; readonly source: 'list' | 'code' },
    welcome: readonly string[] = [],
  ): Promise<MarksTaken> {
    await lockMeeting(manager, at.meeting);
    const session = await sessionOf(manager, at.session);
    const meeting = meetingOf(session, at.meeting);
    const ask = by.source === 'code' ? whyNoCode : whyNoMark;
    const refusal = ask(session, meeting, session.now);
    if (refusal) throw ProblemException.of(refusal);
    const people = [...new Set(said.map(({ person }) => person))];
    const marks = said.map(({ person, present, reason, ago, press }): AttendanceMark => ({
      person,
      present,
      reason,
      source: by.source,
      by: by.id,
      at: session.now - ago,
      press: press ?? null,
    }));
    const before = await this.records(manager, meeting.id, people);
    const seated = await this.enrolled(manager, session.id, people);
    const enrolled = new Set([...seated, ...welcome]);
    const taken = takeMarks(before, marks, { enrolled, meeting, arrived: session.now });
    await this.keep(manager, meeting.id, taken);
    const changed = taken.records.filter(
      ({ person, present }) => before.get(person)?.present !== present,
    );
    await this.recorded.tell(
      manager,
      session.id,
      changed.map(({ person }) => person),
      by.id,
    );
    await followCorrections(manager, session, meeting, before, taken, by.id);
    return taken;
  }

  private async records(
    manager: EntityManager,
    meeting: string,
    people: readonly string[],
  ): Promise<Map<string, AttendanceRecord>> {
    const rows = await manager.query<AttendanceRecord[]>(
      `SELECT person_id AS person, present, source, recorded_by AS by, press,
         (extract(epoch FROM at) * 1000)::float8 AS at
       FROM calendar.attendance WHERE meeting_id = $1 AND person_id = ANY ($2)`,
      [meeting, people],
    );
    return new Map(rows.map((row) => [row.person, row]));
  }

  private async enrolled(
    manager: EntityManager,
    session: string,
    people: readonly string[],
  ): Promise<string[]> {
    const rows = await manager.query<{ person: string }[]>(
      `SELECT person_id AS person FROM calendar.enrolment
       WHERE session_id = $1 AND person_id = ANY ($2) AND status = 'confirmed'`,
      [session, people],
    );
    return rows.map(({ person }) => person);
  }

  private async keep(
    manager: EntityManager,
    meeting: string,
    { records, history }: MarksTaken,
  ): Promise<void> {
    if (records.length === 0 && history.length === 0) return;
    const rows = records.map(({ person, present, source, by, at, press }) => ({
      id: newId(),
      person,
      present,
      source,
      by,
      press,
      at: new Date(at).toISOString(),
    }));
    await manager.query(KEEP_RECORDS, [meeting, JSON.stringify(rows)]);
    const lines = history.map((line) => ({
      ...line,
      id: newId(),
      at: new Date(line.at).toISOString(),
    }));
    await manager.query(KEEP_HISTORY, [meeting, JSON.stringify(lines)]);
  }
}

const KEEP_RECORDS = `
  INSERT INTO calendar.attendance (id, meeting_id, person_id, present, source, recorded_by, at, press)
  SELECT id, $1::uuid, person, present, source, by, at, press
  FROM jsonb_to_recordset($2::jsonb) AS r
    (id uuid, person uuid, present boolean, source text, by uuid, at timestamptz, press uuid)
  ON CONFLICT ON CONSTRAINT attendance_once DO UPDATE SET present = excluded.present,
    source = excluded.source, recorded_by = excluded.recorded_by, at = excluded.at,
    press = excluded.press`;

const KEEP_HISTORY = `
  INSERT INTO calendar.attendance_change (id, attendance_id, present, source, by_person_id, at, reason)
  SELECT r.id, a.id, r.present, r.source, r.by, r.at, r.reason
  FROM jsonb_to_recordset($2::jsonb) AS r
    (id uuid, person uuid, present boolean, source text, by uuid, at timestamptz, reason text)
  JOIN calendar.attendance a ON a.meeting_id = $1::uuid AND a.person_id = r.person`;

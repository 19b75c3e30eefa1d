import { Injectable } from '@nestjs/common';
import {
  undoMarks,
  whyNoMark,
  type MarkStanding,
  type MarkUndo,
  type MarksUndone,
} from '@luotsi/calendar/model';
import { ProblemException } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';
import { AttendanceRecorded } from './attendance-recorded';
import { lockMeeting, meetingOf, sessionOf } from './attended-meetings';

/**
 * Undoes what one press noted of many, as if it had never been: marks and their history are what they
 * were, what followed is taken back, and nobody is told.
 */
@Injectable()
export class AttendanceUndo {
  constructor(private readonly recorded: AttendanceRecorded) {}

  /**
   * Within the caller's transaction.
   * @throws ProblemException `not-found` and why nothing can be noted now
   */
  async undo(
    manager: EntityManager,
    at: { readonly session: string; readonly meeting: string },
    undos: readonly MarkUndo[],
    by: string,
  ): Promise<MarksUndone> {
    if (undos.length === 0) return { restored: [], refused: [] };
    await lockMeeting(manager, at.meeting);
    const session = await sessionOf(manager, at.session);
    const meeting = meetingOf(session, at.meeting);
    const refusal = whyNoMark(session, meeting, session.now);
    if (refusal) throw ProblemException.of(refusal);
    const rows = await manager.query<MarkStanding[]>(STANDING, [
      meeting.id,
      undos.map(({ person }) => person),
    ]);
    const standing = new Map(rows.map((row) => [row.person, row]));
    const undone = undoMarks(standing, undos, session.now);
    const people = undone.restored.map(({ person }) => person);
    if (people.length === 0) return undone;
    await manager.query(FORGET_LINE, [meeting.id, people]);
    await manager.query(RESTORE, [meeting.id, people]);
    await manager.query(FORGET, [meeting.id, people]);
    const since = new Date(Math.min(...undone.restored.map(({ arrived }) => arrived)));
    await this.recorded.tell(manager, session.id, people, by, since);
    return undone;
  }
}

/** The line of the history by which attendance `of` stands. */
const last = (of: string) => `LATERAL (
  SELECT c.* FROM calendar.attendance_change c WHERE c.attendance_id = ${of}.id
  ORDER BY c.at DESC, c.id DESC LIMIT 1) last`;

/** $1 meeting, $2 people, here and below. */
const STANDING = `
  SELECT a.person_id AS person, a.press, a.recorded_by AS by,
    (extract(epoch FROM last.kept_at) * 1000)::float8 AS arrived
  FROM calendar.attendance a CROSS JOIN ${last('a')}
  WHERE a.meeting_id = $1 AND a.person_id = ANY ($2)`;

const FORGET_LINE = `
  DELETE FROM calendar.attendance_change c USING calendar.attendance a CROSS JOIN ${last('a')}
  WHERE a.meeting_id = $1 AND a.person_id = ANY ($2) AND c.id = last.id`;

/** What stood before is the last line there is now. */
const RESTORE = `
  UPDATE calendar.attendance a SET present = last.present, source = last.source,
    recorded_by = last.by_person_id, at = last.at, press = NULL
  FROM calendar.attendance same CROSS JOIN ${last('same')}
  WHERE same.id = a.id AND a.meeting_id = $1 AND a.person_id = ANY ($2)`;

/** Nothing was noted before. */
const FORGET = `
  DELETE FROM calendar.attendance a
  WHERE a.meeting_id = $1 AND a.person_id = ANY ($2)
    AND NOT EXISTS (SELECT FROM calendar.attendance_change c WHERE c.attendance_id = a.id)`;

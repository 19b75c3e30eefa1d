import { matchMeetings } from '@luotsi/calendar/model';
import { newId, ProblemException } from '@luotsi/platform/api';
import { isRefusal } from '@luotsi/platform/model';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { MEETINGS } from './insert-sessions';
import {
  meetingRecord,
  type MeetingChange,
  type MeetingRecord,
  type StandingMeeting,
} from './meeting-times';

/** What a change did to the meetings of a session. */
export interface MovedMeetings {
  /** Anything at all is other than it was. */
  readonly isChanged: boolean;
  /** There are more or fewer of them, or one is at another time. */
  readonly isAnotherTime: boolean;
  /** The enrolled have to hear of it: another time or place, another room than before. */
  readonly isElsewhere: boolean;
}

/** No meeting was touched. */
export const UNMOVED: MovedMeetings = {
  isChanged: false,
  isAnotherTime: false,
  isElsewhere: false,
};

/**
 * Gives a session the meetings that it is to have. A meeting keeps its UID when it moves; one left
 * out is kept as cancelled; what changed gets a higher SEQUENCE and a new DTSTAMP (RFC 5545 §3.8.7).
 * A draft's meetings are known to nobody: one left out goes, and no SEQUENCE rises.
 * @throws ProblemException `meeting-unknown`, and of the times
 */
export async function moveMeetings(
  manager: EntityManager,
  session: { readonly id: string; readonly isDraft: boolean },
  given: readonly MeetingChange[],
): Promise<MovedMeetings> {
  const standing = await manager.query<StandingMeeting[]>(
    `SELECT id, ${wallClock('starts')} AS starts, ${wallClock('ends')} AS ends,
       time_zone, place, link, start_at, end_at FROM calendar.meeting
     WHERE session_id = $1 AND NOT cancelled ORDER BY start_at, id`,
    [session.id],
  );
  const matched = matchMeetings(
    standing.map(({ id }) => id),
    given,
  );
  if (isRefusal(matched)) throw ProblemException.of(matched);
  const { kept, left } = matched;
  const records = kept.map((one) => ({
    isNew: one.id === null,
    record: meetingRecord(
      one.given,
      standing.find(({ id }) => id === one.id),
    ),
  }));
  const rowsOf = (isNew: boolean) =>
    records.filter((one) => one.isNew === isNew).map(({ record }) => record);
  const added = rowsOf(true);
  const raise = session.isDraft ? 0 : 1;
  const moved = rowsOf(false);
  const [, changed] = await manager.query<[unknown[], number]>(MOVE, [
    JSON.stringify(moved),
    raise,
  ]);
  await manager.query(session.isDraft ? DELETE : CANCEL, [left]);
  await manager.query(MEETINGS, [
    JSON.stringify(
      added.map((meeting) => ({ ...meeting, session_id: session.id, uid: `${newId()}@luotsi` })),
    ),
  ]);
  const isAny = added.length + left.length > 0;
  const some = (differs: (was: StandingMeeting, now: MeetingRecord) => boolean) =>
    isAny || moved.some((now) => standing.some((was) => was.id === now.id && differs(was, now)));
  return {
    isChanged: isAny || changed > 0,
    isAnotherTime: some(isAnotherTime),
    isElsewhere: some(isElsewhere),
  };
}

const wallClock = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI')`;

const isAnotherTime = (was: StandingMeeting, now: MeetingRecord): boolean =>
  was.start_at.toISOString() !== now.start_at || was.end_at.toISOString() !== now.end_at;

/** A room that is told for the first time is no reason to write to everyone. */
const isElsewhere = (was: StandingMeeting, now: MeetingRecord): boolean =>
  isAnotherTime(was, now) ||
  !isDeepStrictEqual(was.place, now.place) ||
  (was.link !== null && was.link !== now.link);

/** The start and end of the whole, from its meetings; without any there is no date. */
export const SPAN = `
  (SELECT min(start_at) FROM calendar.meeting WHERE session_id = $1 AND NOT cancelled),
  (SELECT max(end_at) FROM calendar.meeting WHERE session_id = $1 AND NOT cancelled)`;

const CANCEL = `
  UPDATE calendar.meeting SET cancelled = true, sequence = sequence + 1, dtstamp = now(),
    last_modified = now()
  WHERE id = ANY ($1)`;

const DELETE = `DELETE FROM calendar.meeting WHERE id = ANY ($1)`;

const MOVE = `
  UPDATE calendar.meeting m SET starts = r.starts, ends = r.ends, time_zone = r.time_zone,
    start_at = r.start_at, end_at = r.end_at, place = r.place, link = r.link,
    sequence = m.sequence + $2::int, dtstamp = now(), last_modified = now()
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, starts timestamp, ends timestamp,
    time_zone text, start_at timestamptz, end_at timestamptz, place jsonb, link text)
  WHERE m.id = r.id AND (m.starts, m.ends, m.time_zone, m.start_at, m.end_at, m.place, m.link)
    IS DISTINCT FROM (r.starts, r.ends, r.time_zone, r.start_at, r.end_at, r.place, r.link)`;

import { newId } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';
import { MEETINGS } from './insert-sessions';
import type { MeetingRecord } from './meeting-times';

/**
 * Gives a session's meetings, in their order, new times and places. A meeting keeps its UID when it
 * moves; one left out is kept as cancelled; what changed gets a higher SEQUENCE and a new DTSTAMP
 * (RFC 5545 §3.8.7).
 * @returns whether anything is different
 */
export async function moveMeetings(
  manager: EntityManager,
  sessionId: string,
  meetings: readonly MeetingRecord[],
): Promise<boolean> {
  const standing = await manager.query<{ id: string }[]>(
    `SELECT id FROM calendar.meeting WHERE session_id = $1 AND NOT cancelled
     ORDER BY start_at, id`,
    [sessionId],
  );
  const moved = standing.flatMap(({ id }, place) => {
    const to = meetings[place];
    return to ? [{ ...to, id }] : [];
  });
  const [, different] = await manager.query<[unknown, number]>(MOVE, [JSON.stringify(moved)]);
  await manager.query(
    `UPDATE calendar.meeting SET cancelled = true, sequence = sequence + 1, dtstamp = now(),
       last_modified = now()
     WHERE id = ANY ($1)`,
    [standing.slice(meetings.length).map(({ id }) => id)],
  );
  const added = meetings
    .slice(standing.length)
    .map((meeting) => ({ ...meeting, session_id: sessionId, uid: `${newId()}@luotsi` }));
  await manager.query(MEETINGS, [JSON.stringify(added)]);
  await manager.query(
    `UPDATE calendar.session SET changed_at = now(),
       (first_start, last_end) = (SELECT min(start_at), max(end_at) FROM calendar.meeting
         WHERE session_id = $1 AND NOT cancelled)
     WHERE id = $1`,
    [sessionId],
  );
  return different > 0 || meetings.length !== standing.length;
}

const MOVE = `
  UPDATE calendar.meeting m SET starts = r.starts, ends = r.ends, time_zone = r.time_zone,
    start_at = r.start_at, end_at = r.end_at, place = r.place, link = r.link,
    sequence = m.sequence + 1, dtstamp = now(), last_modified = now()
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, starts timestamp, ends timestamp,
    time_zone text, start_at timestamptz, end_at timestamptz, place jsonb, link text)
  WHERE m.id = r.id AND (m.starts, m.ends, m.time_zone, m.start_at, m.end_at, m.place, m.link)
    IS DISTINCT FROM (r.starts, r.ends, r.time_zone, r.start_at, r.end_at, r.place, r.link)`;

import {
  takeStep,
  whyNotWhole,
  type OrganisedSession,
  type SessionChange,
  type SessionStatus,
} from '@luotsi/calendar/model';
import { Changes, ProblemException } from '@luotsi/platform/api';
import { isRefusal } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { isDeepStrictEqual } from 'node:util';
import { SESSION_CHANGED } from '../feed/feeds';
import { TOLD_COLUMNS, type ToldRow } from '../notices/session-facts';
import { withKnownReferences } from './insert-sessions';
import { moveMeetings, SPAN } from './move-meetings';
import { namesFor } from './names';
import { organisedSession } from './organised-session';
import { columnsOf, WRITTEN_COLUMNS, type WrittenFields } from './session-columns';
import { keepLists } from './session-lists';

/** A session's row, locked: how it stands, and what people have been told of it. */
export interface LockedSession extends ToldRow {
  readonly id: string;
  readonly status: SessionStatus;
  readonly version: number;
  /** Seats that have been given or offered. */
  readonly taken: number;
  /** Its last meeting is over, whatever its state. */
  readonly isPast: boolean;
}

/** Locks a session for its organiser's change. @throws ProblemException `not-found` */
export async function lockSession(manager: EntityManager, id: string): Promise<LockedSession> {
  const [session] = await manager.query<LockedSession[]>(
    `SELECT s.id, s.version, s.confirmed_count + s.offered_count AS taken,
       coalesce(last_end <= clock_timestamp(), false) AS "isPast",
       CASE WHEN status = 'published' AND last_end <= clock_timestamp() THEN 'held'
            ELSE status END AS status, ${TOLD_COLUMNS}
     FROM calendar.session s WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!session) throw new ProblemException('not-found');
  return session;
}

/** What a change did, for those who have to be told or given a seat. */
export interface ChangedSession {
  readonly before: LockedSession;
  readonly status: SessionStatus;
  /** It takes place at another time, somewhere else, or again. */
  readonly isElsewhere: boolean;
  /** There may be other seats for other people: more of them, other shares, a date. */
  readonly hasOtherSeats: boolean;
  /** It had no date before, and is in the calendar. */
  readonly gotItsDate: boolean;
  /** Other meetings, or another rule, say who has attended. */
  readonly isAttendedOtherwise: boolean;
}

/**
 * Writes a change of a session: what is left out of it stays. Neither tells nor seats anyone.
 * @throws ProblemException `edited-meanwhile`, the transition table's refusals, of its parts together,
 *   of the meetings and of what it refers to
 */
export async function writeChange(
  manager: EntityManager,
  id: string,
  { version, meetings, ...rest }: SessionChange,
): Promise<ChangedSession> {
  const before = await lockSession(manager, id);
  if (version !== undefined && version !== before.version)
    throw new ProblemException('edited-meanwhile', { version: before.version });
  const status = takeStep(before.status, meetings ? 'reschedule' : 'change');
  if (isRefusal(status)) throw ProblemException.of(status);
  const fields = given(rest);
  const isDraft = status === 'draft';
  const was = await organisedSession(manager, id);
  if (!was) throw new ProblemException('not-found');
  const now = { ...writtenOf(was), ...fields };
  const held = was.meetings.filter(({ cancelled }) => !cancelled).length;
  const hasDate = (meetings?.length ?? held) > 0;
  const isSometime = hasDate || (Boolean(now.planned) && (isDraft || held === 0));
  const refusal = whyNotWhole(now, isSometime);
  if (refusal) throw ProblemException.of(refusal);
  if (now.capacity < before.taken)
    throw new ProblemException('capacity-below-confirmed', { taken: before.taken });
  const names = await namesFor(manager, [now]);
  const moved = meetings !== undefined && (await moveMeetings(manager, { id, isDraft }, meetings));
  await withKnownReferences(async () => {
    await manager.query(UPDATE, [
      id,
      status === 'held' ? 'published' : status,
      JSON.stringify(columnsOf(now, names(now), hasDate)),
    ]);
    await keepLists(manager, [{ id, lists: fields }]);
  });
  if (before.status === 'postponed' && status === 'published') await refusePast(manager, id);
  const place = differs(was, fields, ['place', 'link', 'form']);
  const isAgain = status !== before.status;
  // What calendars show of every meeting has changed: a new revision (RFC 5545 §3.8.7.4).
  if (!isDraft && (isAgain || place)) await manager.query(REVISE, [id, isAgain]);
  await Changes.announce(manager, SESSION_CHANGED, id);
  return {
    before,
    status,
    isElsewhere: !isDraft && (moved || isAgain || isMoved(was, fields)),
    hasOtherSeats:
      !isDraft &&
      (Boolean(meetings) ||
        differs(was, fields, [
          ...(['capacity', 'approval', 'regionalSeats', 'regionalSeatsUntil'] as const),
          'enrolmentCloses',
        ])),
    gotItsDate: !isDraft && before.first_start === null && hasDate,
    isAttendedOtherwise: !isDraft && (moved || differs(was, fields, ['attendanceRule'])),
  };
}

/** What would be over as soon as it is in the calendar again has no new date. */
async function refusePast(manager: EntityManager, id: string): Promise<void> {
  const { isPast } = await lockSession(manager, id);
  if (isPast) throw new ProblemException('session-past');
}

/** Everything that can be written of a session, as it stands. */
export function writtenOf(session: OrganisedSession): WrittenFields {
  const { organiser, coaches } = session;
  return {
    ...session,
    organiser: organiser && { type: organiser.type, id: organiser.id },
    coaches: coaches.map(({ id }) => id),
  };
}

type Given<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** Without what is only named. */
function given<Fields extends object>(fields: Fields): Given<Fields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Given<Fields>;
}

type Written = Partial<Record<keyof WrittenFields, unknown>>;

function differs(
  was: OrganisedSession,
  fields: Written,
  names: readonly (keyof WrittenFields & keyof OrganisedSession)[],
): boolean {
  return names.some(
    (name) => fields[name] !== undefined && !isDeepStrictEqual(fields[name], was[name]),
  );
}

/** Whoever has a place elsewhere in mind has to hear; a room that had none yet is no news of that kind. */
function isMoved(was: OrganisedSession, fields: Written): boolean {
  return differs(was, fields, ['place', 'form', ...(was.link === null ? [] : (['link'] as const))]);
}

const names = WRITTEN_COLUMNS.map((column) => column.split(' ')[0]).join(', ');

const UPDATE = `
  UPDATE calendar.session s SET status = $2, version = s.version + 1, changed_at = now(),
    (first_start, last_end) = (SELECT ${SPAN}),
    (${names}) = (SELECT ${names} FROM jsonb_to_record($3::jsonb) AS r (${WRITTEN_COLUMNS.join(', ')}))
  WHERE id = $1`;

/** $2: every meeting; else those that have no place of their own or no room. */
const REVISE = `
  UPDATE calendar.meeting SET sequence = sequence + 1, dtstamp = now(), last_modified = now()
  WHERE session_id = $1 AND NOT cancelled AND ($2::boolean OR place IS NULL OR link IS NULL)`;

import {
  takeStep,
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
import { moveMeetings, SPAN, UNMOVED } from './move-meetings';
import { namesFor } from './names';
import { organisedSession } from './organised-session';
import { requireWhole, spanNow } from './require-whole';
import { columnsOf, isSameWritten, WRITTEN_COLUMNS, type WrittenFields } from './session-columns';
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
  /** Somebody's attendance in it is noted. */
  readonly isAttended: boolean;
}

/** Locks a session for its organiser's change. @throws ProblemException `not-found` */
export async function lockSession(manager: EntityManager, id: string): Promise<LockedSession> {
  const [session] = await manager.query<LockedSession[]>(
    `SELECT s.id, s.version, s.confirmed_count + s.offered_count AS taken,
       coalesce(last_end <= clock_timestamp(), false) AS "isPast",
       EXISTS (SELECT FROM calendar.meeting m JOIN calendar.attendance a ON a.meeting_id = m.id
         WHERE m.session_id = s.id AND a.present) AS "isAttended",
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
  /** It is somebody else's now. */
  readonly hasOtherOrganiser: boolean;
}

/**
 * Writes a change of a session: what is left out of it stays, and what says nothing new leaves no
 * trace, not even another version. Neither tells nor seats anyone.
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
  const fields = given(rest);
  const was = await organisedSession(manager, id);
  if (!was) throw new ProblemException('not-found');
  orThrow(takeStep(before.status, 'change'));
  const isDraft = before.status === 'draft';
  const moved = meetings ? await moveMeetings(manager, { id, isDraft }, meetings) : UNMOVED;
  // A new date brings a postponed session back, also when it is the old one; a room alone doesn't.
  const isDated = meetings?.some(({ start, end }) => start !== undefined || end !== undefined);
  const isRescheduled = moved.isAnotherTime || (before.status === 'postponed' && isDated === true);
  const step = isRescheduled ? 'reschedule' : 'change';
  const status = orThrow(takeStep(before.status, step, before.isAttended));
  const now = { ...writtenOf(was), ...fields };
  const held = was.meetings.filter(({ cancelled }) => !cancelled).length;
  const hasDate = (meetings?.length ?? held) > 0;
  const isSometime = hasDate || (Boolean(now.planned) && (isDraft || held === 0));
  // Only of what is moved: what stands and was right once is no fault of another change.
  const isTimed = isRescheduled || differs(was, fields, ['enrolmentOpens', 'enrolmentCloses']);
  requireWhole(now, isSometime, isTimed ? await spanNow(manager, id) : null);
  if (now.capacity < before.taken)
    throw new ProblemException('capacity-below-confirmed', { taken: before.taken });
  const isAgain = status !== before.status;
  if (!isAgain && !moved.isChanged && isSameWritten(writtenOf(was), now, hasDate))
    return { ...NOTHING, before, status };
  const names = await namesFor(manager, [now]);
  await withKnownReferences(async () => {
    await manager.query(UPDATE, [
      id,
      status === 'held' ? 'published' : status,
      JSON.stringify(columnsOf(now, names(now), hasDate)),
    ]);
    await keepLists(manager, [{ id, lists: fields }]);
  });
  if (isAgain && status === 'published') await refusePast(manager, id);
  if (isAgain && before.status === 'held') await manager.query(NOT_HELD, [id]);
  const place = differs(was, fields, ['place', 'link', 'form']);
  // What calendars show of every meeting has changed: a new revision (RFC 5545 §3.8.7.4).
  if (!isDraft && (isAgain || place)) await manager.query(REVISE, [id, isAgain]);
  await Changes.announce(manager, SESSION_CHANGED, id);
  return {
    before,
    status,
    isElsewhere: !isDraft && (moved.isElsewhere || isAgain || isMoved(was, fields)),
    hasOtherSeats:
      !isDraft &&
      (moved.isAnotherTime ||
        isAgain ||
        differs(was, fields, [
          ...(['capacity', 'approval', 'regionalSeats', 'regionalSeatsUntil'] as const),
          'enrolmentCloses',
        ])),
    gotItsDate: !isDraft && before.first_start === null && hasDate,
    isAttendedOtherwise:
      !isDraft && (moved.isElsewhere || differs(was, fields, ['attendanceRule'])),
    hasOtherOrganiser: !isDraft && !isDeepStrictEqual(now.organiser, writtenOf(was).organiser),
  };
}

/** Of a change that changes nothing, nobody has to hear. */
const NOTHING = {
  isElsewhere: false,
  hasOtherSeats: false,
  gotItsDate: false,
  isAttendedOtherwise: false,
  hasOtherOrganiser: false,
} as const;

/** @throws ProblemException a rule's refusal */
function orThrow(status: ReturnType<typeof takeStep>): SessionStatus {
  if (isRefusal(status)) throw ProblemException.of(status);
  return status;
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

/** It was never held after all: who was asked how it was is asked when it has been. */
const NOT_HELD = `
  WITH asked AS (DELETE FROM calendar.feedback_asked WHERE session_id = $1 AND NOT answered)
  UPDATE calendar.feedback_round SET followed = false WHERE session_id = $1`;

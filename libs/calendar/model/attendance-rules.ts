import { refuse, type Refusal } from '@luotsi/platform/model';
import { statusAt } from './session-rules';
import type { SessionStatus } from './session';

/** Times in milliseconds since the epoch. */
const MINUTE = 60_000;

/** Attendance is taken, and the code shown, from this long before a meeting: people come early. */
export const OPENS_BEFORE = 60 * MINUTE;

/** The code counts this long after a meeting: the last ones sign in on their way out. */
export const CODE_STAYS = 30 * MINUTE;

/**
 * Attendance may be corrected for this long after the session: whoever misses a certificate finds out
 * when they need it. After that its figures stand.
 */
export const CORRECTIONS_STAY = 365 * 24 * 60 * MINUTE;

/** A meeting, as far as attendance depends on it. */
export interface AttendedMeeting {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly cancelled: boolean;
}

/** The session that a meeting belongs to. */
export interface AttendedSession {
  readonly status: SessionStatus;
  readonly lastEnd: number;
}

/** Why nobody's attendance can be noted: the name of a problem. */
export type AttendanceRefusal =
  'not-found' | 'meeting-off' | 'attendance-too-early' | 'attendance-closed';

/** Why attendance of a meeting can't be noted from the list at a time; null when it can. */
export function whyNoMark(
  session: AttendedSession,
  meeting: AttendedMeeting,
  now: number,
): Refusal<AttendanceRefusal> | null {
  return (
    whyNotYet(session, meeting, now) ??
    (now > session.lastEnd + CORRECTIONS_STAY ? refuse('attendance-closed') : null)
  );
}

/** Why the code of a meeting doesn't count at a time; null when it does. */
export function whyNoCode(
  session: AttendedSession,
  meeting: AttendedMeeting,
  now: number,
): Refusal<AttendanceRefusal | 'attendance-code-over'> | null {
  return (
    whyNotYet(session, meeting, now) ??
    (now > meeting.end + CODE_STAYS ? refuse('attendance-code-over') : null)
  );
}

function whyNotYet(
  session: AttendedSession,
  meeting: AttendedMeeting,
  now: number,
): Refusal<AttendanceRefusal> | null {
  switch (statusAt(session.status, session.lastEnd, now)) {
    case 'draft':
      return refuse('not-found');
    case 'cancelled':
    case 'postponed':
      return refuse('meeting-off');
    case 'published':
    case 'held': {
      if (meeting.cancelled) return refuse('meeting-off');
      const opens = meeting.start - OPENS_BEFORE;
      return now < opens
        ? refuse('attendance-too-early', { opens: new Date(opens).toISOString() })
        : null;
    }
  }
}

/**
 * The meeting that a list or a code is for when nobody has said which: the one that goes on, the later
 * one where two meet; else the one that is next; else the last. Undefined where none is left.
 */
export function meetingAt<Meeting extends Omit<AttendedMeeting, 'id'>>(
  meetings: readonly Meeting[],
  now: number,
): Meeting | undefined {
  const standing = meetings
    .filter(({ cancelled }) => !cancelled)
    .sort((one, other) => one.start - other.start);
  return (
    standing.findLast(({ start, end }) => start - OPENS_BEFORE <= now && now <= end + CODE_STAYS) ??
    standing.find(({ start }) => start > now) ??
    standing.at(-1)
  );
}

/**
 * How it stands with having attended a session: `attended`; `under-way`, it can still be reached;
 * `missed`, it can't.
 */
export type Attended = 'attended' | 'under-way' | 'missed';

/** How it stands once a session is over: `unnoted`, it hangs on what nobody has noted yet. */
export type AttendedAfter = 'attended' | 'missed' | 'unnoted';

/**
 * Whether someone has attended a session that is over, for themselves to read: what hasn't been noted
 * is no absence.
 * @param noted the meetings of which something was noted: whether the person was there
 */
export function attendedAfter(
  meetings: readonly Omit<AttendedMeeting, 'start' | 'end'>[],
  rule: number | null,
  noted: ReadonlyMap<string, boolean>,
): AttendedAfter {
  const standing = meetings.filter(({ cancelled }) => !cancelled);
  const needed = Math.min(rule ?? standing.length, standing.length);
  const been = standing.filter(({ id }) => noted.get(id) === true).length;
  if (needed > 0 && been >= needed) return 'attended';
  const unnoted = standing.filter(({ id }) => !noted.has(id)).length;
  return needed > 0 && been + unnoted >= needed ? 'unnoted' : 'missed';
}

/**
 * Whether someone has attended, by the session's rule. A meeting that was cancelled asks nothing of
 * anybody, so a rule never asks for more meetings than there are; and nobody has attended where there
 * were none.
 * @param rule how many meetings; null: every one
 * @param present the meetings at which the person was noted as present
 */
export function attended(
  meetings: readonly AttendedMeeting[],
  rule: number | null,
  present: ReadonlySet<string>,
  now: number,
): Attended {
  const standing = meetings.filter(({ cancelled }) => !cancelled);
  const needed = Math.min(rule ?? standing.length, standing.length);
  const been = standing.filter(({ id }) => present.has(id)).length;
  if (needed > 0 && been >= needed) return 'attended';
  const ahead = standing.filter(({ id, end }) => !present.has(id) && end > now).length;
  return needed > 0 && been + ahead >= needed ? 'under-way' : 'missed';
}

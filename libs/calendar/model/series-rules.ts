import { isRefusal } from '@luotsi/platform/model';
import { wallClockLater } from './outline-session';
import type { SeriesRule } from './series';
import type { SessionStatus } from './session';
import { takeStep, type SessionRefusal } from './session-rules';

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
const frequencies = { weekly: 'WEEKLY', monthly: 'MONTHLY', yearly: 'YEARLY' } as const;
const DAY = 86_400_000;

/** A calendar date as midnight in UTC: dates have no zone. */
const dayOf = (date: string) => new Date(`${date}T00:00:00Z`);

/** The weekday of a date: 0 is Sunday. */
export function weekdayOf(date: string): number {
  return dayOf(date).getUTCDay();
}

/** Which of its weekdays a date is in its month: 2 for the second Tuesday. */
export function placeInMonth(date: string): number {
  return Math.ceil(dayOf(date).getUTCDate() / 7);
}

/** Whether a date is the last of its weekday in its month. */
export function isLastInMonth(date: string): boolean {
  const day = dayOf(date);
  return new Date(day.getTime() + 7 * DAY).getUTCMonth() !== day.getUTCMonth();
}

/**
 * A rule as a recurrence rule (RFC 5545 §3.3.10) of dates: `FREQ=MONTHLY;BYDAY=2TU;COUNT=10`. Times
 * of the day are no part of it: they stay what the wall clock says. Dates that are left out count,
 * as EXDATE does (§3.8.5.1).
 * @param first the first date
 */
export function recurrenceOf(rule: SeriesRule, first: string): string {
  const { frequency, every, day, times, until } = rule;
  const weekday = weekdays[weekdayOf(first)] ?? 'MO';
  const month = String(dayOf(first).getUTCMonth() + 1);
  const place = day === 'lastWeekday' ? -1 : placeInMonth(first);
  const parts = [
    `FREQ=${frequencies[frequency]}`,
    ...(every > 1 ? [`INTERVAL=${String(every)}`] : []),
    ...(frequency === 'yearly' ? [`BYMONTH=${month}`] : []),
    ...(frequency === 'weekly'
      ? [`BYDAY=${weekday}`]
      : day === 'date'
        ? [`BYMONTHDAY=${String(dayOf(first).getUTCDate())}`]
        : [`BYDAY=${String(place)}${weekday}`]),
    ...(until ? [`UNTIL=${until.replaceAll('-', '')}T000000Z`] : []),
    ...(times ? [`COUNT=${String(times)}`] : []),
  ];
  return parts.join(';');
}

/** A meeting's times on the wall clock. */
export interface WallTimes {
  readonly start: string;
  readonly end: string;
}

/** The meetings of a session that is held on another first date: all move by as many days. */
export function onDate<Times extends WallTimes>(meetings: readonly Times[], date: string): Times[] {
  const first = meetings[0]?.start.slice(0, 10) ?? date;
  const minutes = ((dayOf(date).getTime() - dayOf(first).getTime()) / DAY) * 24 * 60;
  return meetings.map((meeting) => ({
    ...meeting,
    start: wallClockLater(meeting.start, minutes),
    end: wallClockLater(meeting.end, minutes),
  }));
}

/**
 * The times that another session of a series gets when one has moved: as many days earlier or later,
 * at the same time of the day as that one now. Null where they don't have as many meetings.
 */
export function movedLike(
  others: readonly WallTimes[],
  was: readonly WallTimes[],
  now: readonly WallTimes[],
): WallTimes[] | null {
  if (others.length !== was.length || was.length !== now.length) return null;
  return others.map((other, place) => {
    const [before, after] = [was[place] ?? other, now[place] ?? other];
    const dateOf = (wall: string) => dayOf(wall.slice(0, 10)).getTime();
    const days = (dateOf(after.start) - dateOf(before.start)) / DAY;
    const date = wallClockLater(other.start, days * 24 * 60).slice(0, 10);
    const lasts = (Date.parse(`${after.end}Z`) - Date.parse(`${after.start}Z`)) / 60_000;
    const start = `${date}T${after.start.slice(11)}`;
    return { start, end: wallClockLater(start, lasts) };
  });
}

/** Parts that are a single session's own: when it opens, closes and shares out its seats. */
const SINGLE = ['enrolmentOpens', 'enrolmentCloses', 'regionalSeatsUntil', 'planned'];

/** Whether a part of a session is never changed together with others of its series. */
export function isSingle(part: string): boolean {
  return SINGLE.includes(part);
}

/** A session of a series, as far as a step of all of them depends on it. */
export interface SteppingSession {
  readonly id: string;
  readonly status: SessionStatus;
  /** Its last meeting is over, whatever its state. */
  readonly isOver: boolean;
  /** Whoever takes the step may act for its organiser, or coaches it. */
  readonly isTheirs: boolean;
}

/** What a step of a whole series does to each of its sessions. */
export interface SeriesStep {
  /** Those that take it. */
  readonly taken: string[];
  /** Drafts that go: nobody has seen them. */
  readonly removed: string[];
  /** Those that should take it and can't, and why: the name of a problem. */
  readonly refused: { id: string; problem: SessionRefusal | 'organiser-not-yours' }[];
}

/**
 * Publishes all drafts of a series, or cancels what is still to come of it. What the step has nothing
 * to do with stays: for publishing everything but drafts, for cancelling what is over or cancelled.
 * @param removesDrafts whether drafts go when the rest is cancelled; otherwise they are named
 */
export function stepSeries(
  step: 'publish' | 'cancel',
  sessions: readonly SteppingSession[],
  removesDrafts = false,
): SeriesStep {
  const result: SeriesStep = { taken: [], removed: [], refused: [] };
  for (const { id, status, isOver, isTheirs } of sessions) {
    const isDraft = status === 'draft';
    const isMeant = step === 'publish' ? isDraft : status !== 'held' && status !== 'cancelled';
    if (!isMeant) continue;
    const next = takeStep(status, step);
    if (!isTheirs) result.refused.push({ id, problem: 'organiser-not-yours' });
    else if (step === 'publish' && isOver) result.refused.push({ id, problem: 'session-past' });
    else if (step === 'cancel' && isDraft && removesDrafts) result.removed.push(id);
    else if (isRefusal(next)) result.refused.push({ id, problem: next.refused });
    else result.taken.push(id);
  }
  return result;
}

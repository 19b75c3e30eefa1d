import { refuse, type Refusal } from '@luotsi/platform/model';
import type { EnrolmentStatus } from './enrolment';
import { statusAt } from './session-rules';
import type { SessionStatus } from './session';

/**
 * Enrolment, as a coordinator reads it.
 *
 * | someone is        | and                              | becomes    | because              |
 * | ----------------- | -------------------------------- | ---------- | -------------------- |
 * | not in, cancelled | enrols; a seat, nobody waits     | confirmed  | enrolled             |
 * | not in, cancelled | enrols; no seat, or others wait  | waitlisted | enrolled             |
 * | confirmed         | enrols again                     | confirmed  | (nothing happens)    |
 * | waitlisted        | enrols again                     | waitlisted | (place is kept)      |
 * | confirmed         | cancels                          | cancelled  | cancelled-by-person  |
 * | waitlisted        | cancels                          | cancelled  | cancelled-by-person  |
 * | first in line     | a seat is free, before the start | confirmed  | promoted             |
 *
 * Whoever cancels keeps no place: enrolling again means the end of the line.
 *
 * What the rules need to know of a session follows. Times in milliseconds since the epoch.
 */
export interface Seats {
  readonly status: SessionStatus;
  readonly opens: number | null;
  readonly closes: number;
  readonly firstStart: number;
  readonly lastEnd: number;
  readonly capacity: number;
  readonly confirmed: number;
  readonly waitlisted: number;
}

/** Why someone can't enrol: the name of a problem. */
export type EnrolmentRefusal =
  | 'not-found'
  | 'session-cancelled'
  | 'session-postponed'
  | 'session-past'
  | 'session-without-date'
  | 'enrolment-not-open'
  | 'enrolment-closed';

/** A step that is taken: where the person stands now, and the seats after it. */
export interface Step<Status extends EnrolmentStatus = EnrolmentStatus> {
  readonly status: Status;
  readonly seats: Seats;
}

/** Why nobody can enrol in a session at a time, or null when enrolment is open. */
export function whyNotOpen(seats: Seats, now: number): Refusal<EnrolmentRefusal> | null {
  switch (statusAt(seats.status, seats.lastEnd, now)) {
    case 'draft':
      return refuse('not-found');
    case 'cancelled':
      return refuse('session-cancelled');
    case 'postponed':
      return refuse('session-postponed');
    case 'held':
      return refuse('session-past');
    case 'published':
      if (seats.firstStart === Infinity) return refuse('session-without-date');
      if (seats.opens !== null && now < seats.opens)
        return refuse('enrolment-not-open', { opens: new Date(seats.opens).toISOString() });
      if (now >= seats.closes)
        return refuse('enrolment-closed', { closed: new Date(seats.closes).toISOString() });
      return null;
  }
}

/**
 * Someone who is not in enrols: a seat while there are any and nobody waits for them, else the end
 * of the line (at place `seats.waitlisted` of the answer).
 */
export function admit(
  seats: Seats,
  now: number,
): Step<'confirmed' | 'waitlisted'> | Refusal<EnrolmentRefusal> {
  const refusal = whyNotOpen(seats, now);
  if (refusal) return refusal;
  return seats.confirmed < seats.capacity && seats.waitlisted === 0
    ? { status: 'confirmed', seats: { ...seats, confirmed: seats.confirmed + 1 } }
    : { status: 'waitlisted', seats: { ...seats, waitlisted: seats.waitlisted + 1 } };
}

/**
 * Someone who is in cancels. Allowed until the session is over, also after enrolment has closed.
 * @param held where they stand
 */
export function cancel(
  seats: Seats,
  held: 'confirmed' | 'waitlisted',
  now: number,
): Step<'cancelled'> | Refusal<'session-past'> {
  if (statusAt(seats.status, seats.lastEnd, now) === 'held') return refuse('session-past');
  return { status: 'cancelled', seats: { ...seats, [held]: seats[held] - 1 } };
}

/**
 * How many from the front of the line get a seat now: as many as are free and waited for, until the
 * session begins. A cancelled or postponed session promotes nobody.
 */
export function promotions(seats: Seats, now: number): number {
  if (seats.status !== 'published' || now >= seats.firstStart) return 0;
  return Math.max(0, Math.min(seats.capacity - seats.confirmed, seats.waitlisted));
}

/** The seats after that many were promoted. */
export function promoted(seats: Seats, count: number): Seats {
  return {
    ...seats,
    confirmed: seats.confirmed + count,
    waitlisted: seats.waitlisted - count,
  };
}

import { refuse, type Refusal } from '@luotsi/platform/model';
import type { EnrolmentDeed } from './enrolment-table';
import { statusAt } from './session-rules';
import type { PromotionKind, SessionStatus } from './session';

/** What decides when one can enrol. Times in milliseconds since the epoch; without a date, infinity. */
export interface EnrolmentTimes {
  readonly status: SessionStatus;
  readonly opens: number | null;
  readonly closes: number;
  readonly firstStart: number;
  readonly lastEnd: number;
}

/** Seats kept for people of a region, and how many people of it have or are offered a seat. */
export interface Share {
  readonly region: string;
  readonly seats: number;
  readonly taken: number;
}

/** What the rules of enrolment need to know of a session. */
export interface Seats extends EnrolmentTimes {
  readonly capacity: number;
  readonly confirmed: number;
  readonly offered: number;
  readonly waitlisted: number;
  readonly applied: number;
  readonly approval: boolean;
  readonly promotion: PromotionKind;
  readonly offerHours: number;
  /** Until when shares hold; null: there are none, or they have been released. */
  readonly sharedUntil: number | null;
  /** Those that hold. */
  readonly shares: readonly Share[];
  /** When the next offer expires or shares are released; perhaps too early, never too late. */
  readonly due: number | null;
}

/** Why enrolment takes no step now, whoever asks: the name of a problem. */
export type EnrolmentRefusal =
  | 'not-found'
  | 'session-draft'
  | 'session-cancelled'
  | 'session-postponed'
  | 'session-past'
  | 'session-without-date'
  | 'enrolment-not-open'
  | 'enrolment-closed';

const HOUR = 3_600_000;

/** From when on a seat is never given without asking: people have made other plans. */
export const ASK_WITHIN = 48 * HOUR;

/** Why nobody can enrol in a session at a time, or null when enrolment is open. */
export function whyNotOpen(times: EnrolmentTimes, now: number): Refusal<EnrolmentRefusal> | null {
  if (times.status === 'draft') return refuse('not-found');
  const refusal = whyNotOn(times, now);
  if (refusal) return refusal;
  if (times.opens !== null && now < times.opens)
    return refuse('enrolment-not-open', { opens: new Date(times.opens).toISOString() });
  if (now >= times.closes)
    return refuse('enrolment-closed', { closed: new Date(times.closes).toISOString() });
  return null;
}

/** Why a session gives nobody a seat at a time, or null when it is on. */
function whyNotOn(times: EnrolmentTimes, now: number): Refusal<EnrolmentRefusal> | null {
  switch (statusAt(times.status, times.lastEnd, now)) {
    case 'draft':
      return refuse('session-draft');
    case 'cancelled':
      return refuse('session-cancelled');
    case 'postponed':
      return refuse('session-postponed');
    case 'held':
      return refuse('session-past');
    case 'published':
      return Number.isFinite(times.firstStart) ? null : refuse('session-without-date');
  }
}

/** Why a deed can't be done at a time, or null. Leaving is possible until the session is over. */
export function whyNotNow(
  deed: EnrolmentDeed,
  times: EnrolmentTimes,
  now: number,
): Refusal<EnrolmentRefusal> | null {
  switch (deed) {
    case 'enrol':
      return whyNotOpen(times, now);
    case 'accept':
    case 'approve':
    case 'add':
    case 'seat':
    case 'queue':
    case 'invite':
      return whyNotOn(times, now);
    case 'cancel':
    case 'decline':
    case 'refuse':
    case 'remove':
      return statusAt(times.status, times.lastEnd, now) === 'held' ? refuse('session-past') : null;
    case 'review':
    case 'promote':
    case 'expire':
    case 'forget':
      return null;
  }
}

/** How many seats nobody has or is offered. */
export function freeSeats({ capacity, confirmed, offered }: Seats): number {
  return Math.max(0, capacity - confirmed - offered);
}

/**
 * Whether there is a seat that someone may have: one kept for their region, or one that is kept for
 * no region.
 * @param region the person's confirmed region, if any
 */
export function freeFor(seats: Seats, region: string | null): boolean {
  const free = freeSeats(seats);
  if (free === 0 || seats.shares.length === 0) return free > 0;
  const kept = seats.shares.reduce((sum, share) => sum + left(share), 0);
  const own = seats.shares.find((share) => share.region === region);
  return free > kept || (own !== undefined && left(own) > 0);
}

const left = ({ seats, taken }: Share) => Math.max(0, seats - taken);

/** Where enrolling leads while it is open. @param region the person's confirmed region, if any */
export function outlook(
  seats: Seats,
  region: string | null,
): 'applied' | 'confirmed' | 'waitlisted' {
  if (seats.approval) return 'applied';
  const isFirst = seats.waitlisted === 0 || seats.shares.length > 0;
  return isFirst && freeFor(seats, region) ? 'confirmed' : 'waitlisted';
}

/** Whether those in line get what is free: until a published session begins. */
export function movesLine({ status, firstStart }: EnrolmentTimes, now: number): boolean {
  return status === 'published' && Number.isFinite(firstStart) && now < firstStart;
}

/**
 * Whether the next in line is asked, rather than given the seat: where the session says so, within
 * 48 hours of the start, and who was only interested.
 */
export function isAsked(seats: Seats, byOffer: boolean, now: number): boolean {
  return byOffer || seats.promotion === 'offer' || seats.firstStart - now < ASK_WITHIN;
}

/**
 * When an offer that is made now expires: after the session's hours, but no later than halfway to its
 * start, so that the one after can be asked too.
 */
export function offerUntil({ offerHours, firstStart }: Seats, now: number): number {
  return Math.round(now + Math.min(offerHours * HOUR, (firstStart - now) / 2));
}

/** Why there can't be so many seats, or null: nobody loses a seat by a change of their number. */
export function whyNotCapacity(
  { confirmed, offered }: Pick<Seats, 'confirmed' | 'offered'>,
  capacity: number,
): Refusal<'capacity-below-confirmed'> | null {
  const taken = confirmed + offered;
  return capacity < taken
    ? refuse('capacity-below-confirmed', { taken, confirmed, offered, capacity })
    : null;
}

import type { EnrolmentStatus, Held, Seats, SessionStatus } from '@luotsi/calendar/model';
import { timesOf } from '../sessions/session-row';

/** The columns of `calendar.session s` that the rules of enrolment read. */
export const SEATS_COLUMNS = `
  s.status, s.capacity, s.confirmed_count, s.offered_count, s.waitlist_count, s.applied_count,
  s.approval, s.promotion, s.offer_hours, s.shared_until, s.due_at, s.enrolment_opens,
  s.enrolment_closes, s.first_start, s.last_end`;

/** A row of SEATS_COLUMNS. */
export interface SeatsRow {
  readonly status: SessionStatus;
  readonly capacity: number;
  readonly confirmed_count: number;
  readonly offered_count: number;
  readonly waitlist_count: number;
  readonly applied_count: number;
  readonly approval: boolean;
  readonly promotion: Seats['promotion'];
  readonly offer_hours: number;
  readonly shared_until: Date | null;
  readonly due_at: Date | null;
  readonly enrolment_opens: Date | null;
  readonly enrolment_closes: Date | null;
  readonly first_start: Date | null;
  readonly last_end: Date | null;
}

/** A row of SHARES. */
export interface ShareRow {
  readonly session_id: string;
  readonly region_code: string;
  readonly seats: number;
  readonly taken: number;
}

/** A session's row as the rules of enrolment see it. @param shares its shares, as far as they hold */
export function seatsOf(row: SeatsRow, shares: readonly ShareRow[] = []): Seats {
  return {
    ...timesOf(row),
    capacity: row.capacity,
    confirmed: row.confirmed_count,
    offered: row.offered_count,
    waitlisted: row.waitlist_count,
    applied: row.applied_count,
    approval: row.approval,
    promotion: row.promotion,
    offerHours: row.offer_hours,
    sharedUntil: row.shared_until?.getTime() ?? null,
    shares: shares.map(({ region_code: region, seats, taken }) => ({ region, seats, taken })),
    due: row.due_at?.getTime() ?? null,
  };
}

/** A row of HELD_COLUMNS. */
export interface HeldRow {
  /** The enrolment. */
  readonly id: string;
  readonly session_id: string;
  readonly person_id: string;
  readonly status: EnrolmentStatus;
  readonly ticket: number;
  readonly sequence: number;
  readonly offer_expires: Date | null;
  readonly by_offer: boolean;
  readonly region_code: string | null;
}

/** How someone stands, as the rules see it. */
export const toHeld = (row: HeldRow): Held => ({
  personId: row.person_id,
  status: row.status,
  ticket: row.ticket,
  sequence: row.sequence,
  offerExpires: row.offer_expires?.getTime() ?? null,
  byOffer: row.by_offer,
  region: row.region_code,
});

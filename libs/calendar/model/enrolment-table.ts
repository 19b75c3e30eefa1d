import type { EnrolmentStatus } from './enrolment-status';

/** How someone stands in a session before a deed. */
export type Standing = 'none' | EnrolmentStatus;

/** What is done to an enrolment: by the person, by the organiser, or by the service's own rules. */
export type EnrolmentDeed =
  // the person
  | 'enrol'
  | 'cancel'
  | 'accept'
  | 'decline'
  // for the organiser
  | 'approve'
  | 'refuse'
  | 'add'
  | 'remove'
  | 'seat'
  | 'queue'
  | 'invite'
  | 'review'
  // the service
  | 'promote'
  | 'expire'
  | 'forget';

/**
 * Where a deed leads.
 * - `entry`: an application where the session asks for approval, else as `seat or line`.
 * - `seat or line`: a seat, if there is one that the person may have and nobody waits for it; else the
 *   waiting list. Whoever was only interested in the session is offered the seat.
 * - `offer or line`: an offered seat, else the waiting list; an application where approval is asked for.
 * - `seat or offer`: the seat at once or as an offer that expires, as the session says; within 48 hours
 *   of the start always an offer.
 * - `seat`: a seat if any is free, else refused. `line`: the end of the waiting list.
 * - `stays`: nothing happens.
 */
export type Landing =
  | 'entry'
  | 'seat or line'
  | 'offer or line'
  | 'seat or offer'
  | 'seat'
  | 'line'
  | 'stays'
  | 'applied'
  | 'confirmed'
  | 'declined'
  | 'cancelled'
  | StandingRefusal;

/** Refused because of where the person stands: the name of a problem. */
export type StandingRefusal = 'no-offer' | 'offer-expired' | 'enrolment-moved-on';

/**
 * Enrolment, as a coordinator reads it: to someone who stands there, this deed does that.
 *
 * Whoever cancels, declines, or lets an offer pass keeps no place anywhere: enrolling again means the
 * end of the line, and a new approval where one is asked for. `review` is done to those who wait without
 * having been approved when a session begins to ask for approval: nobody gets round it by the line.
 */
// prettier-ignore
export const enrolmentTable: Record<EnrolmentDeed, Record<Standing, Landing>> = {
  // The person:
  enrol:   { none: 'entry',              applied: 'stays',              confirmed: 'stays',              waitlisted: 'stays',              offered: 'stays',              declined: 'entry',              cancelled: 'entry' },
  cancel:  { none: 'stays',              applied: 'cancelled',          confirmed: 'cancelled',          waitlisted: 'cancelled',          offered: 'cancelled',          declined: 'stays',              cancelled: 'stays' },
  accept:  { none: 'no-offer',           applied: 'no-offer',           confirmed: 'stays',              waitlisted: 'no-offer',           offered: 'confirmed',          declined: 'offer-expired',      cancelled: 'no-offer' },
  decline: { none: 'no-offer',           applied: 'no-offer',           confirmed: 'no-offer',           waitlisted: 'no-offer',           offered: 'declined',           declined: 'stays',              cancelled: 'stays' },
  // For the organiser:
  approve: { none: 'enrolment-moved-on', applied: 'seat or line',       confirmed: 'stays',              waitlisted: 'stays',              offered: 'stays',              declined: 'enrolment-moved-on', cancelled: 'enrolment-moved-on' },
  refuse:  { none: 'enrolment-moved-on', applied: 'declined',           confirmed: 'enrolment-moved-on', waitlisted: 'enrolment-moved-on', offered: 'enrolment-moved-on', declined: 'stays',              cancelled: 'enrolment-moved-on' },
  add:     { none: 'seat or line',       applied: 'seat or line',       confirmed: 'stays',              waitlisted: 'stays',              offered: 'stays',              declined: 'seat or line',       cancelled: 'seat or line' },
  remove:  { none: 'enrolment-moved-on', applied: 'cancelled',          confirmed: 'cancelled',          waitlisted: 'cancelled',          offered: 'cancelled',          declined: 'stays',              cancelled: 'stays' },
  seat:    { none: 'enrolment-moved-on', applied: 'seat',               confirmed: 'stays',              waitlisted: 'seat',               offered: 'confirmed',          declined: 'enrolment-moved-on', cancelled: 'enrolment-moved-on' },
  queue:   { none: 'enrolment-moved-on', applied: 'seat or line',       confirmed: 'line',               waitlisted: 'stays',              offered: 'line',               declined: 'enrolment-moved-on', cancelled: 'enrolment-moved-on' },
  invite:  { none: 'offer or line',      applied: 'stays',              confirmed: 'stays',              waitlisted: 'stays',              offered: 'stays',              declined: 'offer or line',      cancelled: 'offer or line' },
  review:  { none: 'stays',              applied: 'stays',              confirmed: 'stays',              waitlisted: 'applied',            offered: 'stays',              declined: 'stays',              cancelled: 'stays' },
  // The service: to the first in line when a seat is free, to whoever didn't answer, to whoever is gone.
  promote: { none: 'stays',              applied: 'stays',              confirmed: 'stays',              waitlisted: 'seat or offer',      offered: 'stays',              declined: 'stays',              cancelled: 'stays' },
  expire:  { none: 'stays',              applied: 'stays',              confirmed: 'stays',              waitlisted: 'stays',              offered: 'declined',           declined: 'stays',              cancelled: 'stays' },
  forget:  { none: 'stays',              applied: 'cancelled',          confirmed: 'cancelled',          waitlisted: 'cancelled',          offered: 'cancelled',          declined: 'stays',              cancelled: 'stays' },
};

const refusals: ReadonlySet<string> = new Set<StandingRefusal>([
  'no-offer',
  'offer-expired',
  'enrolment-moved-on',
]);

/** Whether a landing of the table is a refusal. */
export function isStandingRefusal(landing: Landing): landing is StandingRefusal {
  return refusals.has(landing);
}

import { refuse, type Refusal } from '@luotsi/platform/model';

/** What is looked at to say whether the parts of a session go together. */
export interface Whole {
  readonly capacity: number;
  readonly regionalSeats: readonly { readonly seats: number }[];
  readonly enrolmentOpens?: string | null | undefined;
  readonly enrolmentCloses?: string | null | undefined;
}

/** Why the parts of a session don't go together: the name of a problem. */
export type WholeRefusal =
  'meetings-missing' | 'enrolment-closes-first' | 'regional-seats-too-many';

/**
 * What holds of a session as a whole, whichever part of it is written: it is at some time, enrolment
 * opens before it closes, and no more seats are kept for regions than there are.
 * @param isSometime whether it has meetings, or is planned
 * @returns why it doesn't, or null
 */
export function whyNotWhole(session: Whole, isSometime: boolean): Refusal<WholeRefusal> | null {
  const { capacity, regionalSeats, enrolmentOpens: opens, enrolmentCloses: closes } = session;
  if (!isSometime) return refuse('meetings-missing');
  if (opens && closes && Date.parse(opens) >= Date.parse(closes))
    return refuse('enrolment-closes-first');
  const shared = regionalSeats.reduce((sum, { seats }) => sum + seats, 0);
  return shared > capacity ? refuse('regional-seats-too-many', { shared, capacity }) : null;
}

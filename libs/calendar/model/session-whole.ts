import { refuse, type Refusal } from '@luotsi/platform/model';

/** What is looked at to say whether the parts of a session go together. */
export interface Whole extends EnrolmentWindow {
  readonly capacity: number;
  readonly regionalSeats: readonly { readonly seats: number }[];
}

/** When enrolment opens and closes, as instants; null: at once, and when the session begins. */
export interface EnrolmentWindow {
  readonly enrolmentOpens?: string | null | undefined;
  readonly enrolmentCloses?: string | null | undefined;
}

/** When the first meeting begins and the last one ends. */
export interface Span {
  readonly starts: string;
  readonly ends: string;
}

/** Why enrolment can't be at that time: the name of a problem. */
export type WindowRefusal =
  'enrolment-closes-first' | 'enrolment-closes-late' | 'enrolment-opens-late';

/** Why the parts of a session don't go together: the name of a problem. */
export type WholeRefusal = 'meetings-missing' | 'regional-seats-too-many' | WindowRefusal;

/**
 * What holds of a session as a whole, whichever part of it is written: it is at some time, one can
 * enrol before it is over, and no more seats are kept for regions than there are.
 * @param isSometime whether it has meetings, or is planned
 * @param span of its meetings; null: not known, or not looked at
 * @returns why it doesn't, or null
 */
export function whyNotWhole(
  session: Whole,
  isSometime: boolean,
  span: Span | null,
): Refusal<WholeRefusal> | null {
  const { capacity, regionalSeats } = session;
  if (!isSometime) return refuse('meetings-missing');
  const untimely = whyNotTimely(session, span);
  if (untimely) return untimely;
  const shared = regionalSeats.reduce((sum, { seats }) => sum + seats, 0);
  return shared > capacity ? refuse('regional-seats-too-many', { shared, capacity }) : null;
}

/**
 * Whether enrolment opens before it closes, and while there is something to enrol in: it closes on the
 * last day of the meetings at the latest, at whatever hour of it, and opens before it would close.
 * @returns why not, with the instant that it goes against, or null
 */
export function whyNotTimely(
  { enrolmentOpens: opens, enrolmentCloses: closes }: EnrolmentWindow,
  span: Span | null,
): Refusal<WindowRefusal> | null {
  if (opens && closes && Date.parse(opens) >= Date.parse(closes))
    return refuse('enrolment-closes-first', { opens });
  if (!span) return null;
  const { starts, ends } = span;
  if (closes && dayOf(closes) > dayOf(ends)) return refuse('enrolment-closes-late', { ends });
  const closed = Math.min(Date.parse(closes ?? starts), Date.parse(ends));
  return opens && Date.parse(opens) >= closed
    ? refuse('enrolment-opens-late', { closes: new Date(closed).toISOString() })
    : null;
}

/** The day of an instant in Finland, whose days enrolment goes by: `2027-03-11`. */
function dayOf(instant: string): string {
  const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('sv', { ...day, timeZone: 'Europe/Helsinki' });
  return format.format(Date.parse(instant));
}

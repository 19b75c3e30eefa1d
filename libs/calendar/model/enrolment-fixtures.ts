import { enter, type EnrolmentRequest, type Held, type Opening } from './enrolment-book';
import { freeSeats, type Seats } from './enrolment-rules';

// What the tests of enrolment share; nothing else imports it.

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const NOW = Date.parse('2027-03-01T12:00:00Z');

/** A session of three seats in ten days, open for enrolment. */
export const seats = (more: Partial<Seats> = {}): Seats => ({
  status: 'published',
  opens: null,
  closes: NOW + 10 * DAY,
  firstStart: NOW + 10 * DAY,
  lastEnd: NOW + 11 * DAY,
  capacity: 3,
  confirmed: 0,
  offered: 0,
  waitlisted: 0,
  applied: 0,
  approval: false,
  promotion: 'seat',
  offerHours: 48,
  sharedUntil: null,
  shares: [],
  due: null,
  ...more,
});

const FREES: ReadonlySet<string> = new Set(['cancel', 'decline', 'remove', 'queue', 'forget']);

/** What is kept of one session, as the database would: no more is read of it than the database gives. */
export class Kept {
  nextTicket = 1;
  readonly people = new Map<string, Held>();
  constructor(public seats: Seats) {}

  /** Takes requests together. */
  take(requests: readonly EnrolmentRequest[], now = NOW, opening: Opening | null = null) {
    const asking = new Set(requests.map(({ personId }) => personId));
    const leaving = requests.filter(({ wish }) => FREES.has(wish)).length;
    const { sharedUntil, due, waitlisted, shares, capacity, confirmed } = this.seats;
    const isDeep =
      opening !== null ||
      sharedUntil !== null ||
      (due !== null && due <= now) ||
      (waitlisted > 0 && freeSeats(this.seats) > 0);
    const most = leaving + capacity - confirmed;
    const line = this.with('waitlisted');
    const ofRegions = shares.flatMap(({ region }) =>
      line.filter((held) => held.region === region).slice(0, most),
    );
    const entries = enter(
      {
        seats: this.seats,
        nextTicket: this.nextTicket,
        held: [...this.people.values()].filter(({ personId }) => asking.has(personId)),
        line: isDeep || leaving > 0 ? [...line.slice(0, most), ...ofRegions] : null,
        offers: isDeep ? this.with('offered') : null,
      },
      requests,
      now,
      opening,
    );
    this.seats = entries.seats;
    this.nextTicket = entries.nextTicket;
    for (const person of entries.people) this.people.set(person.personId, person);
    return entries;
  }

  /** Those who stand so, in order of arrival. */
  with(status: Held['status']): Held[] {
    return [...this.people.values()]
      .filter((held) => held.status === status)
      .sort((one, other) => one.ticket - other.ticket);
  }

  /** Their names. */
  names(status: Held['status']): string[] {
    return this.with(status).map(({ personId }) => personId);
  }
}

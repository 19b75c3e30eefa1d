import { isRefusal, type Refusal } from '@luotsi/platform/model';
import type { EnrolmentStatus, StepReason } from './enrolment';
import { admit, cancel, promoted, promotions, type Seats } from './enrolment-rules';

/** How a person stands in a session, as kept. */
export interface Held {
  readonly personId: string;
  readonly status: EnrolmentStatus;
  /** Order of arrival in the session. */
  readonly ticket: number;
  /** Rises with every step (RFC 5545 §3.8.7.4: a client ignores what is no newer). */
  readonly sequence: number;
}

/** What someone asks for. */
export interface EnrolmentRequest {
  readonly personId: string;
  readonly wish: 'enrol' | 'cancel';
}

/** One step that someone took, or that was taken for them. */
export interface EnrolmentStep {
  readonly personId: string;
  readonly from: EnrolmentStatus | null;
  readonly to: EnrolmentStatus;
  /** The person's sequence after it: with it, the step is named. */
  readonly sequence: number;
  readonly reason: StepReason;
  /** Who did it; whose cancellation it was, when someone was promoted. */
  readonly by: string;
}

/** What came of one request: where the person stands now, and whether anything happened. */
export interface EnrolmentOutcome {
  readonly status: EnrolmentStatus | 'none';
  readonly changed: boolean;
  /** On the waiting list: the place, when it was given just now. */
  readonly position?: number;
}

/** A session's seats, those concerned, and the front of its waiting list, as they were read. */
export interface EnrolmentBook {
  readonly seats: Seats;
  readonly nextTicket: number;
  /** How those who ask stand. */
  readonly held: readonly Held[];
  /** The front of the line in order: as many as may be promoted or leave it. */
  readonly line: readonly Held[];
}

/** What is to be kept, and what is to be answered to each request, in their order. */
export interface EnrolmentEntries {
  readonly seats: Seats;
  readonly nextTicket: number;
  readonly people: readonly Held[];
  readonly steps: readonly EnrolmentStep[];
  readonly outcomes: readonly (EnrolmentOutcome | Refusal)[];
}

/**
 * Takes the requests that wait for the same session together, each by the rules, in the order in
 * which they arrived; after each, whoever is first in line gets what seat is free.
 * @param now milliseconds since the epoch
 */
export function enter(
  book: EnrolmentBook,
  requests: readonly EnrolmentRequest[],
  now: number,
): EnrolmentEntries {
  let { seats, nextTicket } = book;
  const people = new Map([...book.line, ...book.held].map((held) => [held.personId, held]));
  const line = book.line.map(({ personId }) => personId);
  const changed = new Set<string>();
  const steps: EnrolmentStep[] = [];

  const step = (personId: string, to: EnrolmentStatus, reason: StepReason, by: string) => {
    const before = people.get(personId);
    const ticket = reason === 'enrolled' ? nextTicket++ : (before?.ticket ?? 0);
    const sequence = before ? before.sequence + 1 : 0;
    people.set(personId, { personId, status: to, ticket, sequence });
    changed.add(personId);
    steps.push({ personId, from: before?.status ?? null, to, sequence, reason, by });
  };

  const outcomes = requests.map(({ personId, wish }): EnrolmentOutcome | Refusal => {
    const status = people.get(personId)?.status ?? 'none';
    const isIn = status === 'confirmed' || status === 'waitlisted';
    if (isIn === (wish === 'enrol')) return { status, changed: false };
    const next = isIn ? cancel(seats, status, now) : admit(seats, now);
    if (isRefusal(next)) return next;
    seats = next.seats;
    step(personId, next.status, isIn ? 'cancelled-by-person' : 'enrolled', personId);
    if (next.status === 'waitlisted') line.push(personId);
    else if (line.includes(personId)) line.splice(line.indexOf(personId), 1);
    for (let free = promotions(seats, now); free > 0 && line.length > 0; free--) {
      seats = promoted(seats, 1);
      step(line.shift() ?? '', 'confirmed', 'promoted', personId);
    }
    return next.status === 'waitlisted'
      ? { status: next.status, changed: true, position: seats.waitlisted }
      : { status: next.status, changed: true };
  });

  const entered = [...changed].flatMap((personId) => people.get(personId) ?? []);
  return { seats, nextTicket, people: entered, steps, outcomes };
}

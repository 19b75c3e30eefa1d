import { refuse, type Refusal } from '@luotsi/platform/model';
import type { StepActor, StepOccasion, StepReason } from './enrolment';
import type { EnrolmentStatus } from './enrolment-status';
import { Ledger } from './enrolment-ledger';
import type { Seats } from './enrolment-rules';
import type { EnrolmentDeed } from './enrolment-table';

/** How a person stands in a session, as kept. */
export interface Held {
  readonly personId: string;
  readonly status: EnrolmentStatus;
  /** Order of arrival in the session. */
  readonly ticket: number;
  /** Rises with every step (RFC 5545 §3.8.7.4: a client ignores what is no newer). */
  readonly sequence: number;
  /** While offered: until when the seat has to be taken. */
  readonly offerExpires: number | null;
  /** Has only been interested: is offered a seat, never given one. */
  readonly byOffer: boolean;
  /** The region that the person's seat counts for, where seats are shared out. */
  readonly region: string | null;
}

/** What is to be done to one enrolment. */
export interface EnrolmentRequest {
  readonly personId: string;
  readonly wish: EnrolmentWish;
  /** Who asks, when it isn't the person. */
  readonly by?: string | null;
  /** Why, in their own words. */
  readonly note?: string | null;
  /** What it is part of, when it isn't a deed of its own. */
  readonly occasion?: StepOccasion;
  /** The person's confirmed region, where seats are shared out. */
  readonly region?: string | null;
}

/** What can be asked for; the rest of the deeds follow from it. */
export type EnrolmentWish = Exclude<EnrolmentDeed, 'promote' | 'expire'>;

/** One step that someone took, or that was taken for them. */
export interface EnrolmentStep {
  readonly personId: string;
  readonly from: EnrolmentStatus | null;
  readonly to: EnrolmentStatus;
  /** The person's sequence after it: with it, the step is named. */
  readonly sequence: number;
  readonly reason: StepReason;
  readonly actor: StepActor;
  /** Who did it; whose cancellation it was, when someone was promoted. */
  readonly by: string | null;
  readonly occasion: StepOccasion | null;
  readonly note: string | null;
  /** The place in line that the step led to, as far as it is known. */
  readonly position: number | null;
  readonly offerExpires: number | null;
}

/** What came of one request: where the person stands now, and whether anything happened. */
export interface EnrolmentOutcome {
  readonly status: EnrolmentStatus | 'none';
  readonly changed: boolean;
  /** On the waiting list: the place, when it was given just now. */
  readonly position?: number;
  /** Offered a seat: until when, milliseconds since the epoch. */
  readonly offerExpires?: number;
}

/** A session's seats and those concerned, as they were read. */
export interface EnrolmentBook {
  readonly seats: Seats;
  readonly nextTicket: number;
  /** How those who ask stand. */
  readonly held: readonly Held[];
  /**
   * The front of the line in order, overall and of each region with a share: as many as may be
   * promoted or leave it. Null: not read, since nothing that is asked can free a seat.
   */
  readonly line: readonly Held[] | null;
  /** Every standing offer. Null: not read, since none is due. */
  readonly offers: readonly Held[] | null;
}

/** What the session's organiser has done meanwhile, before anything that is asked. */
export interface Opening {
  /** Why seats may have become free. */
  readonly occasion: StepOccasion;
  /** Standing offers run anew: the session has a new date. */
  readonly renewOffers?: boolean;
  readonly by: string | null;
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
 * which they arrived. First comes what is due: offers that have expired, shares that are released.
 * After each, whoever is first in line gets what seat is free.
 * @param now milliseconds since the epoch
 */
export function enter(
  book: EnrolmentBook,
  requests: readonly EnrolmentRequest[],
  now: number,
  opening: Opening | null = null,
): EnrolmentEntries {
  const ledger = new Ledger(book, now);
  // Who has to be approved first gets no seat that is free.
  const isReview = ({ wish }: EnrolmentRequest) => wish === 'review';
  const reviewed = requests.filter(isReview).map((request) => ledger.take(request));
  ledger.settle(opening);
  const outcomes = requests.map((request) =>
    isReview(request) ? (reviewed.shift() ?? refuse('not-found')) : ledger.take(request),
  );
  return { ...ledger.entries(), outcomes };
}

import { refuse, type Refusal } from '@luotsi/platform/model';
import type { StepOccasion, StepReason } from './enrolment';
import type { EnrolmentStatus } from './enrolment-status';
import type {
  EnrolmentBook,
  EnrolmentEntries,
  EnrolmentOutcome,
  EnrolmentRequest,
  EnrolmentStep,
  Held,
  Opening,
} from './enrolment-book';
import { counted } from './enrolment-count';
import { actorOf, reasonFor } from './enrolment-deeds';
import {
  freeFor,
  freeSeats,
  isAsked,
  movesLine,
  offerUntil,
  whyNotNow,
  type Seats,
} from './enrolment-rules';
import {
  enrolmentTable,
  isStandingRefusal,
  type EnrolmentDeed,
  type Landing,
} from './enrolment-table';

/** A step before it is numbered. */
interface Taken {
  readonly to: EnrolmentStatus;
  readonly reason: StepReason;
  readonly deed: EnrolmentDeed;
  readonly by: string | null;
  readonly note?: string | null | undefined;
  readonly occasion?: StepOccasion;
  /** A new place at the end of the line: a new arrival. */
  readonly arrives?: boolean;
  readonly byOffer?: boolean;
  readonly region?: string | null;
}

/** One session's book while steps are entered in it. */
export class Ledger {
  private seats: Seats;
  private nextTicket: number;
  private readonly people: Map<string, Held>;
  /** Who waits, in order, as far as it was read. */
  private readonly line: string[];
  private readonly hasLine: boolean;
  private readonly changed = new Set<string>();
  private readonly steps: EnrolmentStep[] = [];

  constructor(
    private readonly book: EnrolmentBook,
    private readonly now: number,
  ) {
    this.seats = book.seats;
    this.nextTicket = book.nextTicket;
    const everyone = [...(book.line ?? []), ...(book.offers ?? []), ...book.held];
    this.people = new Map(everyone.map((held) => [held.personId, held]));
    this.hasLine = book.line !== null;
    this.line = [...this.people.values()]
      .filter(({ status }) => this.hasLine && status === 'waitlisted')
      .sort((one, other) => one.ticket - other.ticket)
      .map(({ personId }) => personId);
  }

  /**
   * Does what is due, each in its time, however late it is: expired offers go on, shares are released,
   * free seats go to the line.
   */
  settle(opening: Opening | null): void {
    const isOn = this.seats.status === 'published';
    const offers = isOn ? [...(this.book.offers ?? [])] : [];
    offers.sort((one, other) => (one.offerExpires ?? 0) - (other.offerExpires ?? 0));
    for (const offer of offers) {
      if (opening?.renewOffers) this.renew(offer);
      else this.expire(offer);
    }
    this.release(this.now);
    this.moveLine(opening?.occasion ?? 'seat-freed', opening?.by ?? null);
  }

  private expire({ personId, offerExpires }: Held): void {
    if (offerExpires === null || offerExpires > this.now) return;
    this.release(offerExpires);
    this.step(personId, { to: 'declined', reason: 'offer-expired', deed: 'expire', by: null });
    this.moveLine('seat-freed', null);
  }

  /** What is left of shares goes to everyone, if they hold until then and no longer. */
  private release(time: number): void {
    const { sharedUntil } = this.seats;
    if (sharedUntil === null || time < sharedUntil) return;
    this.seats = { ...this.seats, sharedUntil: null, shares: [] };
    this.moveLine('seats-released', null);
  }

  /** Does what someone asks for, by the table; then whoever is next gets what seat is free. */
  take(request: EnrolmentRequest): EnrolmentOutcome | Refusal {
    const { personId, wish } = request;
    const landing = enrolmentTable[wish][this.people.get(personId)?.status ?? 'none'];
    if (landing === 'stays') return this.outcome(personId, false);
    const refusal =
      (isStandingRefusal(landing) ? refuse(landing) : whyNotNow(wish, this.seats, this.now)) ??
      this.land(landing, request);
    if (refusal) return refusal;
    // Whoever is behind someone to be approved gets no seat before all of them have left the line.
    if (wish !== 'review')
      this.moveLine('seat-freed', request.by === undefined ? personId : request.by);
    return this.outcome(personId, true);
  }

  /** What there is to keep. */
  entries(): Omit<EnrolmentEntries, 'outcomes'> {
    const people = [...this.changed].flatMap((personId) => this.people.get(personId) ?? []);
    const seats = { ...this.seats, due: this.due() };
    return { seats, nextTicket: this.nextTicket, people, steps: this.steps };
  }

  private land(landing: Landing, request: EnrolmentRequest): Refusal | null {
    const { personId, wish, note, occasion, region = null } = request;
    const held = this.people.get(personId);
    const by = request.by === undefined ? personId : request.by;
    const taken = { deed: wish, by, note, ...(occasion ? { occasion } : {}) };
    const isApplied = held?.status === 'applied';
    const enters = isApplied
      ? { ...taken, reason: 'approved' as const }
      : { ...taken, arrives: true, reason: reasonFor[wish], region, byOffer: wish === 'invite' };
    switch (landing) {
      case 'entry':
      case 'offer or line':
        if (!this.seats.approval) this.seatOrLine(personId, enters);
        else {
          const reason = wish === 'enrol' ? 'applied' : enters.reason;
          this.step(personId, { ...enters, to: 'applied', reason });
        }
        return null;
      case 'seat or line':
        this.seatOrLine(personId, enters);
        return null;
      case 'seat':
        if (freeSeats(this.seats) === 0) return refuse('no-free-seat');
        this.step(personId, {
          ...taken,
          to: 'confirmed',
          reason: isApplied ? 'approved' : 'moved',
        });
        return null;
      case 'line':
        if (held && !this.hasTaker(held)) return refuse('nobody-waits');
        this.step(personId, { ...taken, to: 'waitlisted', reason: 'moved', arrives: true });
        return null;
      case 'applied':
      case 'confirmed':
      case 'declined':
      case 'cancelled':
        this.step(personId, { ...taken, to: landing, reason: reasonFor[wish] });
        return null;
      case 'seat or offer':
      case 'stays':
        return null;
      default:
        return refuse(landing);
    }
  }

  /** A seat, if there is one for them and nobody waits for it; else the waiting list. */
  private seatOrLine(personId: string, taken: Omit<Taken, 'to'>): void {
    const held = this.people.get(personId);
    const region = taken.region === undefined ? (held?.region ?? null) : taken.region;
    const isFree = freeFor(this.seats, region) && !this.isWaitedFor();
    const seat = (taken.byOffer ?? held?.byOffer) ? 'offered' : 'confirmed';
    const isInvited = isFree && taken.deed === 'invite';
    this.step(personId, {
      ...{ ...taken, to: isFree ? seat : 'waitlisted' },
      ...(isInvited ? { reason: 'offered', occasion: 'date-set' } : {}),
    });
  }

  /** Whether someone may wait for a seat that is free. Where the line was read, it has moved. */
  private isWaitedFor(): boolean {
    return !this.hasLine && this.seats.waitlisted > 0;
  }

  /** Whether someone in line would take a person's seat. */
  private hasTaker(held: Held): boolean {
    return (
      !movesLine(this.seats, this.now) ||
      this.firstFor(counted(this.seats, held, null)) !== undefined
    );
  }

  /** The first in line for whom there is a seat. */
  private firstFor(seats: Seats): Held | undefined {
    for (const personId of this.line) {
      const held = this.people.get(personId);
      if (held && freeFor(seats, held.region)) return held;
    }
    return undefined;
  }

  /** Gives free seats to those first in line who may have them. */
  private moveLine(occasion: StepOccasion, by: string | null): void {
    if (!this.hasLine || !movesLine(this.seats, this.now)) return;
    while (freeSeats(this.seats) > 0) {
      const next = this.firstFor(this.seats);
      if (!next) return;
      const asked = isAsked(this.seats, next.byOffer, this.now);
      this.step(next.personId, {
        ...{ deed: 'promote', by, occasion },
        ...(asked ? { to: 'offered', reason: 'offered' } : { to: 'confirmed', reason: 'promoted' }),
      });
    }
  }

  /** An offer that stands runs anew. No step: the person stands where they stood. */
  private renew(offer: Held): void {
    const offerExpires = offerUntil(this.seats, this.now);
    this.people.set(offer.personId, { ...offer, offerExpires });
    this.changed.add(offer.personId);
  }

  private step(personId: string, taken: Taken): void {
    const before = this.people.get(personId);
    const { to, reason, deed, by } = taken;
    const held: Held = {
      personId,
      status: to,
      ticket: taken.arrives || !before ? this.nextTicket++ : before.ticket,
      sequence: before ? before.sequence + 1 : 0,
      offerExpires: to === 'offered' ? offerUntil(this.seats, this.now) : null,
      byOffer: taken.byOffer ?? before?.byOffer ?? false,
      region: taken.region === undefined ? (before?.region ?? null) : taken.region,
    };
    this.people.set(personId, held);
    this.changed.add(personId);
    this.seats = counted(this.seats, before ?? null, held);
    if (this.hasLine) this.lineUp(held);
    this.steps.push({
      ...{ personId, from: before?.status ?? null, to, sequence: held.sequence, reason },
      ...{ actor: actorOf[deed], by, occasion: taken.occasion ?? null, note: taken.note ?? null },
      position:
        to === 'waitlisted' && taken.arrives && deed !== 'queue' ? this.seats.waitlisted : null,
      offerExpires: held.offerExpires,
    });
  }

  /** Takes someone out of the line, and puts them where they stand in it now. */
  private lineUp({ personId, status, ticket }: Held): void {
    const place = this.line.indexOf(personId);
    if (place >= 0) this.line.splice(place, 1);
    if (status !== 'waitlisted') return;
    const after = this.line.findIndex((other) => (this.people.get(other)?.ticket ?? 0) > ticket);
    this.line.splice(after < 0 ? this.line.length : after, 0, personId);
  }

  private outcome(personId: string, changed: boolean): EnrolmentOutcome {
    const held = this.people.get(personId);
    const last = held?.status === 'waitlisted' && held.ticket === this.nextTicket - 1;
    return {
      status: held?.status ?? 'none',
      changed,
      ...(changed && last ? { position: this.seats.waitlisted } : {}),
      ...(held?.offerExpires ? { offerExpires: held.offerExpires } : {}),
    };
  }

  /** When there is next something to settle. */
  private due(): number | null {
    if (this.seats.status !== 'published') return this.book.offers ? null : this.seats.due;
    const offers = [...this.people.values()].flatMap(({ offerExpires }) => offerExpires ?? []);
    const known = this.book.offers ? [] : [this.seats.due ?? Infinity];
    const next = Math.min(...offers, ...known, this.seats.sharedUntil ?? Infinity);
    return Number.isFinite(next) ? next : null;
  }
}

import * as fc from 'fast-check';
import { isRefusal } from '@luotsi/platform/model';
import { isActive, type EnrolmentStatus } from './enrolment-status';
import type { EnrolmentRequest, EnrolmentStep, EnrolmentWish } from './enrolment-book';
import { DAY, HOUR, Kept, NOW, seats } from './enrolment-fixtures';
import { freeFor, movesLine, type Seats } from './enrolment-rules';

/** Who stands where, as someone with paper and a pencil would note it. */
interface Card {
  status: EnrolmentStatus;
  arrived: number;
  region: string | null;
  expires: number;
  onlyAsked: boolean;
}

/**
 * The simplest thing that could be right: a card a person, looked through from the top each time.
 * Written from the product's sentences, not from the rules.
 */
class Paper {
  readonly cards = new Map<string, Card>();
  private arrivals = 0;
  private readonly reserved: ReadonlyMap<string, number>;
  constructor(
    public capacity: number,
    private readonly session: Seats,
  ) {
    this.reserved = new Map(session.shares.map(({ region, seats }) => [region, seats]));
  }

  take({ personId, wish, region = null }: EnrolmentRequest, now: number): void {
    const card = this.cards.get(personId);
    const is = card && isActive(card.status) ? card.status : 'out';
    switch (wish) {
      case 'enrol':
        if (is === 'out' && now < this.session.closes)
          this.arrive(personId, region, this.session.approval ? 'applied' : 'waitlisted', false);
        break;
      case 'add':
        if (is === 'out') this.arrive(personId, region, 'waitlisted', false);
        if (is === 'applied' && card) card.status = 'waitlisted';
        break;
      case 'invite':
        if (is === 'out')
          this.arrive(personId, region, this.session.approval ? 'applied' : 'waitlisted', true);
        break;
      case 'approve':
        if (is === 'applied' && card) card.status = 'waitlisted';
        break;
      case 'refuse':
        if (is === 'applied' && card) card.status = 'declined';
        break;
      case 'accept':
        if (is === 'offered' && card) card.status = 'confirmed';
        break;
      case 'decline':
        if (is === 'offered' && card) card.status = 'declined';
        break;
      case 'cancel':
      case 'remove':
      case 'forget':
        if (is !== 'out' && card) card.status = 'cancelled';
        break;
    }
    // Whoever has just come, or has just been approved, is answered at once and isn't asked again.
    const comes = wish === 'enrol' || wish === 'add' || wish === 'approve';
    this.fill(now, comes ? personId : null);
  }

  /** What time has brought: offers that have passed, seats for everyone. */
  pass(now: number): void {
    const passed = [...this.cards.values()]
      .filter(({ status, expires }) => status === 'offered' && expires <= now)
      .sort((one, other) => one.expires - other.expires);
    for (const card of passed) {
      this.fill(now, null, card.expires);
      card.status = 'declined';
      this.fill(now, null, card.expires);
    }
    this.fill(now, null);
  }

  standing(status: EnrolmentStatus): string[] {
    return [...this.cards]
      .filter(([, card]) => card.status === status)
      .sort(([, one], [, other]) => one.arrived - other.arrived)
      .map(([personId]) => personId);
  }

  private arrive(personId: string, region: string | null, status: EnrolmentStatus, ask: boolean) {
    const arrived = ++this.arrivals;
    this.cards.set(personId, { status, arrived, region, expires: 0, onlyAsked: ask });
  }

  /** @param at when it should have been done: by that goes what is still reserved */
  private fill(now: number, coming: string | null, at = now): void {
    for (const personId of this.standing('waitlisted')) {
      const card = this.cards.get(personId);
      if (!card || !this.fits(card, at)) continue;
      const left = this.session.firstStart - now;
      const asks =
        card.onlyAsked ||
        (personId !== coming && (this.session.promotion === 'offer' || left < 48 * HOUR));
      card.status = asks ? 'offered' : 'confirmed';
      card.expires = Math.round(now + Math.min(this.session.offerHours * HOUR, left / 2));
    }
  }

  /** Whether everybody who has a seat, and one more, can sit on the seats as they are reserved. */
  private fits(one: Card, now: number): boolean {
    return this.needed(now, one) <= this.capacity;
  }

  /** How many seats there have to be for those who have one, with what is reserved beside. */
  needed(now: number, one?: Card): number {
    const seated = [...this.cards.values()].filter(
      ({ status }) => status === 'confirmed' || status === 'offered',
    );
    const everyone = one ? [...seated, one] : seated;
    const holds = this.session.sharedUntil !== null && now < this.session.sharedUntil;
    const empty = [...(holds ? this.reserved : [])].map(([region, seats]) =>
      Math.max(0, seats - everyone.filter((card) => card.region === region).length),
    );
    return everyone.length + empty.reduce((sum, seats) => sum + seats, 0);
  }
}

const NAMES = 'abcdefghij';
/** Everybody keeps their region: a third each of one with a share, another with one, one without. */
const regionOf = (name: string) => [null, '19', '01'][NAMES.indexOf(name) % 3] ?? null;

const wishes: readonly EnrolmentWish[] = [
  ...(['enrol', 'enrol', 'enrol', 'cancel', 'accept', 'decline'] as const),
  ...(['approve', 'approve', 'refuse', 'add', 'remove', 'invite', 'forget'] as const),
];
const request = fc
  .record({ personId: fc.constantFrom(...NAMES), wish: fc.constantFrom(...wishes) })
  .map(({ personId, wish }) => ({ personId, wish, region: regionOf(personId) }));

const turn = fc.record({
  requests: fc.array(request, { maxLength: 8 }),
  hours: fc.constantFrom(0, 0, 1, 20, 50),
  more: fc.constantFrom(0, 0, 0, 1, 3, -1, -2),
});

const session = fc
  .record({
    capacity: fc.integer({ min: 2, max: 6 }),
    approval: fc.boolean(),
    promotion: fc.constantFrom('seat' as const, 'offer' as const),
    offerHours: fc.constantFrom(2, 24, 48),
    shared: fc.option(fc.integer({ min: 1, max: 120 }), { nil: null }),
  })
  .map(({ shared, ...more }) =>
    seats({
      ...more,
      closes: NOW + 9 * DAY,
      sharedUntil: shared === null ? null : NOW + shared * HOUR,
      shares:
        shared === null
          ? []
          : [
              { region: '19', seats: 1, taken: 0 },
              { region: '01', seats: 1, taken: 0 },
            ],
    }),
  );

const STATUSES = [
  ...(['applied', 'confirmed', 'waitlisted', 'offered', 'declined', 'cancelled'] as const),
];

/** Plays turns on the book and on paper, and looks after each at what is checked. */
function play(
  begins: Seats,
  turns: readonly { requests: EnrolmentRequest[]; hours: number; more: number }[],
  check: (kept: Kept, paper: Paper, now: number, steps: readonly EnrolmentStep[]) => void,
) {
  const kept = new Kept(begins);
  const paper = new Paper(begins.capacity, begins);
  let now = NOW;
  for (const { requests, hours, more } of turns) {
    // What comes after the start is in the book’s own examples.
    now = Math.min(now + hours * HOUR, begins.firstStart - HOUR);
    const capacity = Math.max(paper.needed(NOW), 2, kept.seats.capacity + more);
    const isChanged = capacity !== kept.seats.capacity;
    kept.seats = { ...kept.seats, capacity };
    const { steps } = kept.take(
      requests,
      now,
      isChanged ? { occasion: 'seats-added', by: null } : null,
    );
    paper.capacity = capacity;
    paper.pass(now);
    requests.forEach((one) => paper.take(one, now));
    check(kept, paper, now, steps);
  }
}

describe('enrolment, against paper and a pencil', () => {
  const turns = fc.array(turn, { maxLength: 14 });

  it('leaves everybody where they would stand on paper, in the same order', () => {
    fc.assert(
      fc.property(session, turns, (begins, given) => {
        play(begins, given, (kept, paper) => {
          for (const status of STATUSES)
            expect([status, kept.names(status)]).toEqual([status, paper.standing(status)]);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('never gives more seats than there are, counts right, and skips nobody', () => {
    fc.assert(
      fc.property(session, turns, (begins, given) => {
        play(begins, given, (kept, _, now) => {
          const { confirmed, offered, waitlisted, applied, capacity } = kept.seats;
          expect(confirmed + offered).toBeLessThanOrEqual(capacity);
          expect({ confirmed, offered, waitlisted, applied }).toEqual({
            confirmed: kept.names('confirmed').length,
            offered: kept.names('offered').length,
            waitlisted: kept.names('waitlisted').length,
            applied: kept.names('applied').length,
          });
          if (movesLine(kept.seats, now))
            expect(
              kept.with('waitlisted').filter((held) => freeFor(kept.seats, held.region)),
            ).toEqual([]);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('notes every step once: each begins where the one before ended, its sequence one higher', () => {
    fc.assert(
      fc.property(session, turns, (begins, given) => {
        const steps: EnrolmentStep[] = [];
        play(begins, given, (kept, _, __, more) => {
          steps.push(...more);
          for (const { personId, status, sequence } of kept.people.values()) {
            const own = steps.filter((step) => step.personId === personId);
            expect(own.map((step) => step.sequence)).toEqual(own.map((_, place) => place));
            own.forEach((step, place) => expect(step.from).toBe(own[place - 1]?.to ?? null));
            expect(own.at(-1)).toMatchObject({ to: status, sequence });
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('comes to the same however requests come together', () => {
    fc.assert(
      fc.property(session, fc.array(request, { maxLength: 30 }), (begins, requests) => {
        const [together, apart] = [new Kept(begins), new Kept(begins)];
        const answers = together.take(requests).outcomes;
        const single = requests.flatMap((one) => apart.take([one]).outcomes);
        expect([...together.people]).toEqual([...apart.people]);
        const plain = (outcome: (typeof answers)[number]) =>
          isRefusal(outcome) ? outcome.refused : outcome;
        expect(answers.map(plain)).toEqual(single.map(plain));
      }),
      { numRuns: 200 },
    );
  });
});

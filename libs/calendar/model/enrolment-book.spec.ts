import * as fc from 'fast-check';
import { isRefusal } from '@luotsi/platform/model';
import { enter, type EnrolmentRequest, type Held } from './enrolment-book';
import type { Seats } from './enrolment-rules';

const NOW = Date.parse('2027-03-01T12:00:00Z');
const DAY = 86_400_000;

const seats = (more: Partial<Seats> = {}): Seats => ({
  status: 'published',
  opens: null,
  closes: NOW + 10 * DAY,
  firstStart: NOW + 10 * DAY,
  lastEnd: NOW + 11 * DAY,
  capacity: 3,
  confirmed: 0,
  waitlisted: 0,
  ...more,
});

/** What is kept of one session, as the database would. */
class Kept {
  nextTicket = 1;
  readonly people = new Map<string, Held>();
  constructor(public seats: Seats) {}

  /** Takes requests together, reading no more of the line than the database gives. */
  take(requests: readonly EnrolmentRequest[], now = NOW) {
    const asking = new Set(requests.map(({ personId }) => personId));
    const leaving = requests.filter(({ wish }) => wish === 'cancel').length;
    const entries = enter(
      {
        seats: this.seats,
        nextTicket: this.nextTicket,
        held: [...this.people.values()].filter(({ personId }) => asking.has(personId)),
        line: leaving > 0 ? this.line().slice(0, leaving) : [],
      },
      requests,
      now,
    );
    this.seats = entries.seats;
    this.nextTicket = entries.nextTicket;
    for (const person of entries.people) this.people.set(person.personId, person);
    return entries;
  }

  count(status: Held['status']): number {
    return [...this.people.values()].filter((held) => held.status === status).length;
  }

  line(): Held[] {
    return [...this.people.values()]
      .filter(({ status }) => status === 'waitlisted')
      .sort((one, other) => one.ticket - other.ticket);
  }
}

/** The simplest thing that could be right: two lists of names. */
class Simple {
  readonly confirmed: string[] = [];
  readonly line: string[] = [];
  constructor(private readonly capacity: number) {}

  take({ personId, wish }: EnrolmentRequest): void {
    const isIn = this.confirmed.includes(personId) || this.line.includes(personId);
    if (wish === 'enrol' && !isIn) this.line.push(personId);
    if (wish === 'cancel')
      for (const list of [this.confirmed, this.line])
        if (list.includes(personId)) list.splice(list.indexOf(personId), 1);
    while (this.confirmed.length < this.capacity && this.line.length > 0)
      this.confirmed.push(this.line.shift() ?? '');
  }
}

const request = fc.record({
  personId: fc.constantFrom(...'abcdefghij'),
  wish: fc.constantFrom('enrol' as const, 'enrol' as const, 'cancel' as const),
});

describe('the book of a session', () => {
  it('does what two lists of names would, however requests come together', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.array(request, { maxLength: 12 }), { maxLength: 12 }),
        (capacity, batches) => {
          const kept = new Kept(seats({ capacity }));
          const simple = new Simple(capacity);
          for (const batch of batches) {
            kept.take(batch);
            batch.forEach((one) => simple.take(one));
            expect(kept.line().map(({ personId }) => personId)).toEqual(simple.line);
            const confirmed = [...kept.people.values()].filter((one) => one.status === 'confirmed');
            expect(confirmed.map(({ personId }) => personId).sort()).toEqual(
              [...simple.confirmed].sort(),
            );
            expect(kept.seats.confirmed).toBe(kept.count('confirmed'));
            expect(kept.seats.waitlisted).toBe(kept.count('waitlisted'));
            expect(kept.seats.confirmed).toBeLessThanOrEqual(capacity);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('notes every step once: each begins where the one before ended, its sequence one higher', () => {
    fc.assert(
      fc.property(fc.array(fc.array(request, { maxLength: 8 }), { maxLength: 8 }), (batches) => {
        const kept = new Kept(seats({ capacity: 2 }));
        const steps = batches.flatMap((batch) => kept.take(batch).steps);
        for (const { personId, status, sequence } of kept.people.values()) {
          const own = steps.filter((step) => step.personId === personId);
          expect(own.map((step) => step.sequence)).toEqual(own.map((_, place) => place));
          own.forEach((step, place) => expect(step.from).toBe(own[place - 1]?.to ?? null));
          expect(own.at(-1)).toMatchObject({ to: status, sequence });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('answers with the place in line, and with where one stands when nothing happens', () => {
    const kept = new Kept(seats({ capacity: 1 }));
    const wishes = ['a', 'b', 'c', 'b'].map((personId) => ({ personId, wish: 'enrol' as const }));
    expect(kept.take(wishes).outcomes).toEqual([
      { status: 'confirmed', changed: true },
      { status: 'waitlisted', changed: true, position: 1 },
      { status: 'waitlisted', changed: true, position: 2 },
      { status: 'waitlisted', changed: false },
    ]);
    expect(kept.take([{ personId: 'z', wish: 'cancel' }]).outcomes).toEqual([
      { status: 'none', changed: false },
    ]);
  });

  it('keeps no place for whoever cancels', () => {
    const kept = new Kept(seats({ capacity: 1 }));
    const ask = (personId: string, wish: 'enrol' | 'cancel') => kept.take([{ personId, wish }]);
    ask('a', 'enrol');
    ask('b', 'enrol');
    ask('c', 'enrol');
    ask('b', 'cancel');
    expect(ask('b', 'enrol').outcomes).toEqual([
      { status: 'waitlisted', changed: true, position: 2 },
    ]);
    expect(kept.line().map(({ personId }) => personId)).toEqual(['c', 'b']);
  });

  it('says whose cancellation promoted someone', () => {
    const kept = new Kept(seats({ capacity: 1 }));
    kept.take(['a', 'b'].map((personId) => ({ personId, wish: 'enrol' })));
    expect(kept.take([{ personId: 'a', wish: 'cancel' }]).steps).toEqual([
      {
        ...{ personId: 'a', from: 'confirmed', to: 'cancelled', sequence: 1 },
        ...{ reason: 'cancelled-by-person', by: 'a' },
      },
      {
        ...{ personId: 'b', from: 'waitlisted', to: 'confirmed', sequence: 1 },
        ...{ reason: 'promoted', by: 'a' },
      },
    ]);
  });

  it.each([
    ['not-found', { status: 'draft' }],
    ['session-cancelled', { status: 'cancelled' }],
    ['session-postponed', { status: 'postponed' }],
    ['session-past', { lastEnd: NOW }],
    ['enrolment-not-open', { opens: NOW + 1 }],
    ['enrolment-closed', { closes: NOW }],
  ] as const)('refuses with %s', (name, more) => {
    const [outcome] = new Kept(seats(more)).take([{ personId: 'a', wish: 'enrol' }]).outcomes;
    expect(isRefusal(outcome) && outcome.refused).toBe(name);
  });

  it('lets people cancel after enrolment has closed, but not after the session', () => {
    const kept = new Kept(seats({ capacity: 1 }));
    kept.take(['a', 'b', 'c'].map((personId) => ({ personId, wish: 'enrol' })));
    const cancel = (personId: string, now: number) =>
      kept.take([{ personId, wish: 'cancel' }], now).outcomes[0];
    // The session has begun: the seat stays empty.
    expect(cancel('a', NOW + 10 * DAY)).toMatchObject({ status: 'cancelled' });
    expect(kept.count('confirmed')).toBe(0);
    expect(cancel('b', NOW + 11 * DAY)).toMatchObject({ refused: 'session-past' });
  });
});

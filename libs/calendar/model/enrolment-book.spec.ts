import { isRefusal } from '@luotsi/platform/model';
import type { EnrolmentRequest, EnrolmentWish } from './enrolment-book';
import { DAY, HOUR, Kept, NOW, seats } from './enrolment-fixtures';

const ask = (wish: EnrolmentWish, ...people: string[]): EnrolmentRequest[] =>
  people.map((personId) => ({ personId, wish }));
const forOrganiser = (wish: EnrolmentWish, personId: string, note?: string) => [
  { personId, wish, by: 'organiser', note: note ?? null },
];
const ofRegion = (region: string | null, ...people: string[]) =>
  people.map((personId) => ({ personId, wish: 'enrol' as const, region }));

describe('enrolling', () => {
  it('answers with the place in line, and with where one stands when nothing happens', () => {
    const kept = new Kept(seats({ capacity: 1 }));
    expect(kept.take(ask('enrol', 'a', 'b', 'c', 'b')).outcomes).toEqual([
      { status: 'confirmed', changed: true },
      { status: 'waitlisted', changed: true, position: 1 },
      { status: 'waitlisted', changed: true, position: 2 },
      { status: 'waitlisted', changed: false },
    ]);
    expect(kept.take(ask('cancel', 'z')).outcomes).toEqual([{ status: 'none', changed: false }]);
  });

  it('keeps no place for whoever cancels', () => {
    const kept = new Kept(seats({ capacity: 1 }));
    kept.take(ask('enrol', 'a', 'b', 'c'));
    kept.take(ask('cancel', 'b'));
    expect(kept.take(ask('enrol', 'b')).outcomes).toEqual([
      { status: 'waitlisted', changed: true, position: 2 },
    ]);
    expect(kept.names('waitlisted')).toEqual(['c', 'b']);
  });

  it('says of each step who took it, why, and what gave someone their turn', () => {
    const kept = new Kept(seats({ capacity: 1 }));
    kept.take(ask('enrol', 'a', 'b'));
    const { steps } = kept.take([{ personId: 'a', wish: 'cancel', note: 'Sairas' }]);
    expect(steps).toMatchObject([
      {
        ...{ personId: 'a', from: 'confirmed', to: 'cancelled', sequence: 1, note: 'Sairas' },
        ...{ reason: 'cancelled-by-person', actor: 'self', by: 'a', occasion: null },
      },
      {
        ...{ personId: 'b', from: 'waitlisted', to: 'confirmed', sequence: 1, note: null },
        ...{ reason: 'promoted', actor: 'system', by: 'a', occasion: 'seat-freed' },
      },
    ]);
  });

  it.each([
    ['not-found', { status: 'draft' }],
    ['session-cancelled', { status: 'cancelled' }],
    ['session-postponed', { status: 'postponed' }],
    ['session-past', { lastEnd: NOW }],
    ['session-without-date', { firstStart: Infinity, lastEnd: Infinity }],
    ['enrolment-not-open', { opens: NOW + 1 }],
    ['enrolment-closed', { closes: NOW }],
  ] as const)('refuses with %s', (name, more) => {
    const [outcome] = new Kept(seats(more)).take(ask('enrol', 'a')).outcomes;
    expect(isRefusal(outcome) && outcome.refused).toBe(name);
  });

  it('lets people cancel after enrolment has closed, but not after the session', () => {
    const kept = new Kept(seats({ capacity: 1 }));
    kept.take(ask('enrol', 'a', 'b', 'c'));
    const cancel = (person: string, now: number) => kept.take(ask('cancel', person), now);
    // The session has begun: the seat stays empty.
    expect(cancel('a', NOW + 10 * DAY).outcomes).toMatchObject([{ status: 'cancelled' }]);
    expect(kept.names('confirmed')).toEqual([]);
    expect(cancel('b', NOW + 11 * DAY).outcomes).toMatchObject([{ refused: 'session-past' }]);
  });
});

describe('approval', () => {
  it('can’t be got round: neither through the waiting list nor by coming back', () => {
    const kept = new Kept(seats({ capacity: 1, approval: true }));
    kept.take(ask('enrol', 'a', 'b', 'c'));
    expect(kept.names('applied')).toEqual(['a', 'b', 'c']);
    kept.take(forOrganiser('approve', 'b'));
    kept.take(forOrganiser('approve', 'c'));
    expect([kept.names('confirmed'), kept.names('waitlisted')]).toEqual([['b'], ['c']]);
    kept.take(ask('cancel', 'b'));
    expect([kept.names('confirmed'), kept.names('applied')]).toEqual([['c'], ['a']]);
    kept.take(ask('enrol', 'b'));
    expect(kept.names('applied')).toEqual(['a', 'b']);
  });

  it('keeps the order in which people applied, not the one in which they were approved', () => {
    const kept = new Kept(seats({ capacity: 1, approval: true }));
    kept.take(ask('enrol', 'a', 'b', 'c'));
    for (const person of ['a', 'c', 'b']) kept.take(forOrganiser('approve', person));
    expect(kept.names('waitlisted')).toEqual(['b', 'c']);
  });

  it('is refused with a reason, once; what has moved on meanwhile is not touched', () => {
    const kept = new Kept(seats({ approval: true }));
    kept.take(ask('enrol', 'a', 'b'));
    expect(kept.take(forOrganiser('refuse', 'a', 'Toinen kohderyhmä')).steps).toMatchObject([
      { to: 'declined', reason: 'refused', actor: 'organiser', note: 'Toinen kohderyhmä' },
    ]);
    expect(kept.take(forOrganiser('refuse', 'a')).steps).toEqual([]);
    kept.take(ask('cancel', 'b'));
    expect(kept.take(forOrganiser('approve', 'b')).outcomes).toMatchObject([
      { refused: 'enrolment-moved-on' },
    ]);
  });
});

describe('offers', () => {
  const full = (more = {}) => {
    const kept = new Kept(seats({ capacity: 1, ...more }));
    kept.take(ask('enrol', 'a', 'b', 'c'));
    return kept;
  };

  it('keep the seat until they are taken, declined or expire, then go on', () => {
    const kept = full({ promotion: 'offer', offerHours: 24 });
    const { steps } = kept.take(ask('cancel', 'a'));
    expect(steps[1]).toMatchObject({ to: 'offered', offerExpires: NOW + 24 * HOUR });
    expect(kept.take(ask('enrol', 'd')).outcomes).toMatchObject([{ status: 'waitlisted' }]);
    kept.take(ask('decline', 'b'));
    expect(kept.names('offered')).toEqual(['c']);
    // Nobody did anything at the time; whoever comes next finds it done.
    const late = kept.take(ask('accept', 'c'), NOW + 30 * HOUR);
    expect(late.outcomes).toMatchObject([{ refused: 'offer-expired' }]);
    expect(late.steps).toMatchObject([
      { personId: 'c', to: 'declined', reason: 'offer-expired', actor: 'system' },
      { personId: 'd', to: 'offered', offerExpires: NOW + 54 * HOUR },
    ]);
    expect(kept.take(ask('accept', 'd'), NOW + 31 * HOUR).outcomes).toEqual([
      { status: 'confirmed', changed: true },
    ]);
    expect(kept.seats).toMatchObject({ confirmed: 1, offered: 0, waitlisted: 0 });
  });

  it('are always made within 48 hours of the start, half of the time at most', () => {
    const kept = full();
    const soon = NOW + 9 * DAY;
    expect(kept.take(ask('cancel', 'a'), soon).steps[1]).toMatchObject({
      to: 'offered',
      offerExpires: soon + 12 * HOUR,
    });
  });

  it('run anew when the session has a new date', () => {
    const kept = full({ promotion: 'offer' });
    kept.take(ask('cancel', 'a'));
    kept.seats = { ...kept.seats, firstStart: NOW + 40 * DAY, lastEnd: NOW + 41 * DAY };
    const later = NOW + 20 * DAY;
    kept.take([], later, { occasion: 'seat-freed', renewOffers: true, by: null });
    expect(kept.with('offered')).toMatchObject([
      { personId: 'b', offerExpires: later + 48 * HOUR, sequence: 1 },
    ]);
  });

  it('go to the interested in their order when the date is set; the rest are asked in turn', () => {
    const kept = new Kept(seats({ capacity: 1 }));
    kept.take(['a', 'b'].map((personId) => ({ personId, wish: 'invite', by: 'organiser' })));
    expect([kept.names('offered'), kept.names('waitlisted')]).toEqual([['a'], ['b']]);
    kept.take(ask('decline', 'a'));
    expect(kept.names('offered')).toEqual(['b']);
  });
});

describe('seats shared out by region', () => {
  const shared = () =>
    new Kept(
      seats({
        capacity: 3,
        sharedUntil: NOW + DAY,
        shares: [{ region: '19', seats: 2, taken: 0 }],
      }),
    );

  it('are kept for people of the region; the others have the rest', () => {
    const kept = shared();
    kept.take([...ofRegion('01', 'a', 'b'), ...ofRegion(null, 'c'), ...ofRegion('19', 'd')]);
    expect([kept.names('confirmed'), kept.names('waitlisted')]).toEqual([
      ['a', 'd'],
      ['b', 'c'],
    ]);
    // Whoever of the region comes third takes one of the rest, if there is any.
    kept.take(ask('cancel', 'a'));
    expect(kept.names('confirmed')).toEqual(['b', 'd']);
  });

  it('are released to everyone at the time, in order, also when nothing happens at the time', () => {
    const kept = shared();
    kept.take([...ofRegion('01', 'a', 'b', 'c', 'd')]);
    const { steps, outcomes } = kept.take(ofRegion('19', 'e'), NOW + 2 * DAY);
    expect(steps.slice(0, 2)).toMatchObject([
      { personId: 'b', reason: 'promoted', occasion: 'seats-released' },
      { personId: 'c', reason: 'promoted', occasion: 'seats-released' },
    ]);
    expect(outcomes).toMatchObject([{ status: 'waitlisted', position: 2 }]);
    expect(kept.seats).toMatchObject({ sharedUntil: null, due: null });
  });
});

describe('the organiser', () => {
  const raised = { occasion: 'seats-added', by: 'organiser' } as const;

  it('gives as many seats to the line as are added', () => {
    const kept = new Kept(seats({ capacity: 1 }));
    kept.take(ask('enrol', 'a', 'b', 'c', 'd'));
    kept.seats = { ...kept.seats, capacity: 3 };
    expect(kept.take([], NOW, raised).steps).toMatchObject([
      { personId: 'b', occasion: 'seats-added', by: 'organiser' },
      { personId: 'c', occasion: 'seats-added', by: 'organiser' },
    ]);
  });

  it('adds people also after enrolment has closed, and approves by that', () => {
    const kept = new Kept(seats({ closes: NOW - 1, approval: true }));
    expect(kept.take(forOrganiser('add', 'a')).outcomes).toMatchObject([{ status: 'confirmed' }]);
  });

  it('moves someone to the end of the line, when someone else would take the seat', () => {
    const kept = new Kept(seats({ capacity: 1 }));
    kept.take(ask('enrol', 'a'));
    expect(kept.take(forOrganiser('queue', 'a')).outcomes).toMatchObject([
      { refused: 'nobody-waits' },
    ]);
    kept.take(ask('enrol', 'b', 'c'));
    kept.take(forOrganiser('queue', 'a'));
    expect([kept.names('confirmed'), kept.names('waitlisted')]).toEqual([['b'], ['c', 'a']]);
    expect(kept.take(forOrganiser('seat', 'a')).outcomes).toMatchObject([
      { refused: 'no-free-seat' },
    ]);
  });
});

import fc from 'fast-check';
import {
  continueAt,
  mayMark,
  positionOf,
  shareOf,
  unitsInOrder,
  type ProgrammeSteps,
  type UnitSteps,
} from './progress';

const reading = (id: string) => ({ id, kind: 'reading' as const });
const unit = (id: string, ...activities: string[]): UnitSteps => ({
  id,
  activities: activities.map(reading),
});
const voyage: ProgrammeSteps = {
  modules: [
    { id: 'P1', units: [unit('u1', 'a'), unit('u2', 'b', 'c')] },
    { id: 'P2', units: [unit('u3', 'd')] },
  ],
};
const units = unitsInOrder(voyage);
const noneDone = new Set<string>();

describe('where to continue', () => {
  it('is the beginning for whoever has not begun', () => {
    expect(continueAt(units, noneDone, null)).toEqual({
      activityId: 'a',
      unitId: 'u1',
      resumed: false,
    });
  });

  it('is where one was, when that was left unfinished', () => {
    expect(continueAt(units, new Set(['a']), 'c')).toEqual({
      activityId: 'c',
      unitId: 'u2',
      resumed: true,
    });
  });

  it('is what follows where one was, when that is done', () => {
    expect(continueAt(units, new Set(['b']), 'b')).toMatchObject({ activityId: 'c' });
  });

  it('goes back to what was skipped when the rest is done', () => {
    expect(continueAt(units, new Set(['b', 'c', 'd']), 'd')).toMatchObject({ activityId: 'a' });
  });

  it('begins anew when the place one was at is no longer part of the programme', () => {
    expect(continueAt(units, new Set(['a']), 'gone')).toMatchObject({ activityId: 'b' });
  });

  it('is nowhere when everything is done or there is nothing to do', () => {
    expect(continueAt(units, new Set(['a', 'b', 'c', 'd']), 'b')).toBeNull();
    expect(continueAt([unit('empty')], noneDone, null)).toBeNull();
  });

  it('is always open, and nowhere only when nothing is open', () => {
    const ids = ['a', 'b', 'c', 'd'];
    fc.assert(
      fc.property(fc.subarray(ids), fc.option(fc.constantFrom(...ids, 'gone')), (done, last) => {
        const there = continueAt(units, new Set(done), last);
        if (done.length === ids.length) expect(there).toBeNull();
        else expect(done).not.toContain(there?.activityId);
      }),
    );
  });
});

describe('the share that is done', () => {
  it('counts activities, not marks for something else', () => {
    expect(shareOf(units, new Set(['a', 'c', 'gone']))).toEqual({ done: 2, total: 4 });
  });

  it('is never more than there is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'x')), (done) => {
        const share = shareOf(units, new Set(done));
        expect(share.done).toBeLessThanOrEqual(share.total);
      }),
    );
  });
});

describe('where a unit or a module stands', () => {
  const done = new Set(['a', 'd']);
  const continuation = continueAt(units, done, null);
  const stands = (part: readonly UnitSteps[]) => positionOf(part, done, continuation);

  it('is behind when all of it is done, wherever it stands', () => {
    expect([units.slice(0, 1), units.slice(2)].map(stands)).toEqual(['done', 'done']);
  });

  it('is lit when one continues in it, also when a part of it is done', () => {
    expect([units.slice(1, 2), units.slice(0, 2)].map(stands)).toEqual(['next', 'next']);
  });

  it('is ahead otherwise; with nothing in it, it is never done', () => {
    expect(positionOf([unit('empty')], done, continuation)).toBe('ahead');
    expect(positionOf(units.slice(2), noneDone, continueAt(units, noneDone, null))).toBe('ahead');
  });
});

describe('marking', () => {
  it('is for what one does alone; the rest is marked by taking part or by a coach', () => {
    expect(mayMark(reading('a'))).toBeNull();
    for (const kind of ['contactPeriod', 'personalAssignment', 'peerWork'] as const) {
      expect(mayMark({ id: 'a', kind })).toMatchObject({ refused: 'activity-not-self-marked' });
    }
  });
});

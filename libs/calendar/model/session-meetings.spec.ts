import { isRefusal } from '@luotsi/platform/model';
import * as fc from 'fast-check';
import { matchMeetings } from './session-meetings';

const match = (standing: string[], given: (string | null)[]) => {
  const matched = matchMeetings(
    standing,
    given.map((id) => (id === null ? {} : { id })),
  );
  return isRefusal(matched)
    ? matched.refused
    : { kept: matched.kept.map(({ id }) => id), left: matched.left };
};

describe('the meetings that an organiser sends', () => {
  it.each([
    ['in their places without ids', ['a', 'b'], [null, null], ['a', 'b'], []],
    ['one more', ['a', 'b'], [null, null, null], ['a', 'b', null], []],
    ['the last left out', ['a', 'b'], [null], ['a'], ['b']],
    ['the first left out, by id', ['a', 'b'], ['b'], ['b'], ['a']],
    ['in another order', ['a', 'b'], ['b', 'a'], ['b', 'a'], []],
    ['a new one between two', ['a', 'b'], ['a', null, 'b'], ['a', null, 'b'], []],
  ])('are matched: %s', (_, standing, given, kept, left) => {
    expect(match(standing, given)).toEqual({ kept, left });
  });

  it('name none twice, and none that is not there', () => {
    expect(match(['a', 'b'], ['a', 'a'])).toBe('meeting-unknown');
    expect(match(['a', 'b'], ['c'])).toBe('meeting-unknown');
  });

  it('each become one meeting, and each that stands is kept once or left out', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const some = fc.uniqueArray(fc.constantFrom(...ids));
    fc.assert(
      fc.property(some, some, fc.array(fc.nat(9), { maxLength: 4 }), (standing, named, news) => {
        const given: (string | null)[] = named.filter((id) => standing.includes(id));
        for (const place of news) given.splice(place, 0, null);
        const matched = match(standing, given);
        if (typeof matched === 'string') throw new Error(matched);
        expect(matched.kept).toHaveLength(given.length);
        const kept = matched.kept.filter((id) => id !== null);
        expect([...kept, ...matched.left].sort()).toEqual([...standing].sort());
      }),
      { numRuns: 200 },
    );
  });
});

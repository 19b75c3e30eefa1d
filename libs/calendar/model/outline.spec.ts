import fc from 'fast-check';
import { emptyOutline, nextVersion, tidyOutline } from './outline-rules';
import { outlineChanges } from './outline-changes';
import {
  composeDescription,
  outlineMeetings,
  partsOfDescription,
  replaceInDescription,
} from './outline-session';
import type { OutlineContent, OutlineSlot } from './outline';
import { movedLike, recurrenceOf } from './series-rules';

const fi = (text: string) => ({ fi: text, sv: '', en: '' });
const slot = (id: string, day: number, start: string, end: string): OutlineSlot => ({
  ...{ id, day, start, end },
  ...{ title: fi(id), text: fi('') },
});
const outline = (slots: OutlineSlot[]): OutlineContent => ({ ...emptyOutline, slots });

describe('an outline', () => {
  it('becomes a version when it has slots and says something new', () => {
    const written = outline([slot('a', 1, '09:00', '10:00')]);
    expect(nextVersion(emptyOutline, null)).toMatchObject({ refused: 'outline-without-slots' });
    expect(nextVersion(written, null)).toBe(1);
    expect(nextVersion(written, { number: 3, content: written })).toMatchObject({
      refused: 'outline-unchanged',
    });
    const longer = outline([slot('a', 1, '09:00', '10:30')]);
    expect(nextVersion(longer, { number: 3, content: written })).toBe(4);
  });

  it('changes slot by slot, whatever the order they were written in', () => {
    const [a, b, c] = [
      slot('a', 1, '09:00', '10:00'),
      slot('b', 1, '10:00', '11:00'),
      slot('c', 2, '09:00', '10:00'),
    ];
    const tidy = tidyOutline(outline([c, a, b]), () => 'new');
    expect(tidy.slots.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    const moved = { ...b, start: '08:00', end: '09:00' };
    expect(outlineChanges(tidy, outline([moved, a]))).toEqual([
      { type: 'slot', part: 'slots', before: b, after: moved },
      { type: 'slot', part: 'slots', before: c, after: null },
    ]);
  });

  it('gives meetings a day each; days without a date follow, all move alike', () => {
    const slots = [slot('a', 1, '09:00', '16:00'), slot('b', 3, '10:00', '12:00')];
    expect(outlineMeetings(slots, { dates: ['2027-12-31'], start: '10:30' })).toEqual([
      { start: '2027-12-31T10:30', end: '2027-12-31T17:30' },
      { start: '2028-01-01T11:30', end: '2028-01-01T13:30' },
    ]);
  });

  it('replaces one section of a description and keeps every other word', () => {
    const word = fc.stringMatching(/^[a-zäö][a-zäö ]{0,20}[a-zäö]$/);
    fc.assert(
      fc.property(word, word, word, word, (intro, outcomes, own, next) => {
        const parts = { intro: fi(intro), outcomes: fi(outcomes), slots: fi('- 9.00') };
        const described = composeDescription(parts);
        const written = { ...described, fi: `${described.fi}\n\n## Oma\n\n${own}` };
        const replaced = replaceInDescription(written, 'outcomes', fi(next));
        expect(partsOfDescription(replaced)).toEqual({ ...parts, outcomes: fi(next) });
        expect(replaced.fi.endsWith(`## Oma\n\n${own}`)).toBe(true);
        expect(replaceInDescription(replaced, 'outcomes', fi(outcomes))).toEqual(written);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a series', () => {
  const rule = { frequency: 'monthly', every: 2, day: 'weekday', times: 6, skip: [] } as const;

  it('is a recurrence rule of RFC 5545', () => {
    expect(recurrenceOf({ ...rule, skip: [] }, '2027-02-09')).toBe(
      'FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU;COUNT=6',
    );
    expect(
      recurrenceOf(
        {
          ...rule,
          frequency: 'yearly',
          every: 1,
          day: 'date',
          times: null,
          until: '2030-01-01',
          skip: [],
        },
        '2027-11-11',
      ),
    ).toBe('FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=11;UNTIL=20300101T000000Z');
  });

  it('moves its others by as many days, to the same time of the day', () => {
    const [was, now] = [
      [{ start: '2027-03-09T13:00', end: '2027-03-09T15:00' }],
      [{ start: '2027-03-11T17:00', end: '2027-03-11T18:30' }],
    ];
    const other = [{ start: '2027-04-13T12:00', end: '2027-04-13T15:00' }];
    expect(movedLike(other, was, now)).toEqual([
      { start: '2027-04-15T17:00', end: '2027-04-15T18:30' },
    ]);
    expect(movedLike([...other, ...other], was, now)).toBeNull();
  });
});

import fc from 'fast-check';
import { CODE_STAYS } from './attendance-rules';
import {
  ARRIVES_WITHIN,
  takeMarks,
  type AttendanceMark,
  type AttendanceRecord,
} from './attendance-marks';

const END = 1_000;
const OVER = END + CODE_STAYS + 1;
const meeting = { end: END };

const mark = (person: string, present: boolean, at: number, more = {}): AttendanceMark => ({
  person,
  present,
  at,
  source: 'list',
  by: 'coach',
  reason: null,
  press: null,
  ...more,
});

/** What stands after marks, one after another as they arrive. */
function after(
  marks: readonly (AttendanceMark & { readonly arrived?: number })[],
  enrolled = new Set(['a', 'b', 'c']),
) {
  const records = new Map<string, AttendanceRecord>();
  const history: AttendanceMark[] = [];
  const refused: string[] = [];
  for (const one of marks) {
    const taken = takeMarks(records, [one], { enrolled, meeting, arrived: one.arrived ?? one.at });
    for (const record of taken.records) records.set(record.person, record);
    history.push(...taken.history);
    refused.push(...taken.refused.map(({ person, why }) => `${person}: ${why}`));
  }
  return { records, history, refused };
}

describe('marks of who is there', () => {
  it('are put right by another tap while people come and go; the history tells of each', () => {
    const { records, history, refused } = after([
      mark('a', true, 1),
      mark('a', false, 2),
      mark('a', true, 3),
    ]);
    expect(records.get('a')).toMatchObject({ present: true, at: 3 });
    expect(history.map(({ present }) => present)).toEqual([true, false, true]);
    expect(refused).toEqual([]);
  });

  it('that say what stands already change nothing but the time', () => {
    const { records, history } = after([
      mark('a', true, 1, { source: 'code', by: 'a' }),
      mark('a', true, 5),
    ]);
    expect(records.get('a')).toMatchObject({ source: 'code', by: 'a', at: 5 });
    expect(history).toHaveLength(1);
  });

  it('need a reason once the meeting is over, when they correct something', () => {
    const { records, refused } = after([
      mark('a', true, 1),
      mark('a', false, OVER),
      mark('b', true, OVER),
    ]);
    expect(refused).toEqual(['a: attendance-reason-needed']);
    expect([...records.values()].map(({ present }) => present)).toEqual([true, true]);
    const corrected = after([
      mark('a', true, 1),
      mark('a', false, OVER, { reason: 'Lähti ennen alkua' }),
    ]);
    expect(corrected.records.get('a')?.present).toBe(false);
    expect(corrected.history.at(-1)?.reason).toBe('Lähti ennen alkua');
  });

  it('stand on the press that made them until anything else is said of the person', () => {
    const press = (...marks: AttendanceMark[]) => after(marks).records.get('a')?.press;
    const pressed = mark('a', true, 5, { press: 'p' });
    expect(press(pressed)).toBe('p');
    // Sent again, because the answer was lost on its way.
    expect(press(pressed, { ...pressed, at: 6 })).toBe('p');
    expect(press(pressed, mark('a', true, 6, { source: 'code', by: 'a' }))).toBeNull();
    expect(press(pressed, mark('a', false, 6))).toBeNull();
    // Undone and pressed again, before either has arrived.
    expect(press(pressed, { ...pressed, at: 6, press: 'q' })).toBe('q');
    // A colleague’s, which comes late; and one that stood before.
    expect(press(pressed, mark('a', true, 4, { by: 'other' }))).toBeNull();
    expect(press(pressed, mark('a', false, 4, { by: 'other' }))).toBeNull();
    expect(press(mark('a', true, 4, { by: 'other' }), pressed)).toBeNull();
  });

  it('that were made in the meeting and sent after it need none', () => {
    const sent = (arrived: number) =>
      after([mark('a', true, 1), { ...mark('a', false, 2), arrived }]).refused;
    expect(sent(2)).toEqual([]);
    expect(sent(OVER + ARRIVES_WITHIN - 1)).toEqual([]);
  });

  it('that arrive a day later need one, whenever they say they were made', () => {
    const late = { ...mark('a', false, 2), arrived: OVER + ARRIVES_WITHIN };
    expect(after([mark('a', true, 1), late]).refused).toEqual(['a: attendance-reason-needed']);
    const { records } = after([mark('a', true, 1), { ...late, reason: 'Väärä henkilö' }]);
    expect(records.get('a')?.present).toBe(false);
  });

  it('of someone without a seat are refused, unless something stands of them', () => {
    expect(after([mark('x', true, 1)]).refused).toEqual(['x: attendance-not-enrolled']);
    const stood = new Map([['x', mark('x', true, 1)]]);
    const taken = takeMarks(stood, [mark('x', false, 2)], {
      enrolled: new Set(),
      meeting,
      arrived: 2,
    });
    expect(taken.refused).toEqual([]);
  });

  it('of several coaches come to the same whatever the order in which they arrive', () => {
    const marks = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean(), fc.integer({ min: 1, max: 20 })),
      { maxLength: 12 },
    );
    const says = (all: readonly AttendanceMark[]) =>
      [...after(all).records.values()]
        .map(({ person, present, at }) => `${person} ${String(present)} ${String(at)}`)
        .sort();
    fc.assert(
      fc.property(
        marks.chain((given) => {
          const all = given.map(([person, present, at]) => mark(person, present, at));
          return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }));
        }),
        ([sent, arrived]) => {
          expect(says(arrived)).toEqual(says(sent));
          const last = new Map<string, boolean>();
          for (const { person, present, at } of [...sent].sort(
            (one, other) => one.at - other.at || Number(one.present) - Number(other.present),
          )) {
            expect(at).toBeGreaterThan(0);
            last.set(person, present);
          }
          for (const { person, present } of after(arrived).records.values())
            expect(present).toBe(last.get(person));
        },
      ),
      { numRuns: 200 },
    );
  });
});

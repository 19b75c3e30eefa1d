import fc from 'fast-check';
import { isRefusal } from '@luotsi/platform/model';
import {
  attended,
  attendedAfter,
  CODE_STAYS,
  CORRECTIONS_STAY,
  meetingAt,
  OPENS_BEFORE,
  whyNoCode,
  whyNoMark,
  type AttendedMeeting,
} from './attendance-rules';

const HOUR = 3_600_000;
const meeting = (id: string, start: number, cancelled = false): AttendedMeeting => ({
  id,
  start: start * HOUR,
  end: (start + 3) * HOUR,
  cancelled,
});

/** Meetings at any hours of a month, some cancelled. */
const meetings = fc
  .array(fc.record({ start: fc.integer({ min: 0, max: 700 }), cancelled: fc.boolean() }), {
    maxLength: 6,
  })
  .map((all) => all.map(({ start, cancelled }, at) => meeting(String(at), start, cancelled)));
const presence = fc
  .uniqueArray(fc.integer({ min: 0, max: 5 }).map(String))
  .map((ids) => new Set(ids));
const rule = fc.option(fc.integer({ min: 1, max: 7 }));
const time = fc.integer({ min: -10, max: 720 }).map((hours) => hours * HOUR);

describe('when a session counts as attended', () => {
  const two = [meeting('a', 0), meeting('b', 24), meeting('c', 48, true)];

  it.each([
    ['every meeting unless said otherwise', null, ['a', 'b'], 99, 'attended'],
    ['not with one missed', null, ['a'], 99, 'missed'],
    ['while one is ahead, it can be reached', null, ['a'], 10, 'under-way'],
    ['while one goes on, it can be reached', null, ['a'], 26, 'under-way'],
    ['as many as the rule asks', 1, ['b'], 99, 'attended'],
    ['never more than there are', 3, ['a', 'b'], 99, 'attended'],
    ['what was cancelled counts for nobody', 2, ['a', 'c'], 99, 'missed'],
  ] as const)('%s', (_, needed, present, hour, verdict) => {
    expect(attended(two, needed, new Set(present), hour * HOUR)).toBe(verdict);
  });

  it.each([
    ['nothing noted is no absence', null, {}, 'unnoted'],
    ['nor half of it', null, { a: true }, 'unnoted'],
    ['what is out of reach is missed', null, { a: false }, 'missed'],
    ['what is reached is reached, the rest unnoted', 1, { a: true }, 'attended'],
    ['one may still do', 1, { a: false }, 'unnoted'],
    ['none did', 1, { a: false, b: false }, 'missed'],
    ['what was cancelled doesn’t count', null, { a: true, b: true, c: false }, 'attended'],
  ] as const)('afterwards: %s', (_, needed, noted, verdict) => {
    expect(attendedAfter(two, needed, new Map(Object.entries(noted)))).toBe(verdict);
  });

  it('is nobody’s where every meeting was cancelled', () => {
    expect(attended([meeting('a', 0, true)], null, new Set(['a']), 0)).toBe('missed');
  });

  it('is not lost by being at one more, and not gained by being at one less', () => {
    const order = { missed: 0, 'under-way': 1, attended: 2 };
    fc.assert(
      fc.property(meetings, rule, presence, time, (all, needed, present, now) => {
        for (const { id } of all) {
          const without = new Set([...present].filter((other) => other !== id));
          const more = attended(all, needed, new Set([...without, id]), now);
          expect(order[more]).toBeGreaterThanOrEqual(order[attended(all, needed, without, now)]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('once everything is over, is decided; and what could be reached, could be', () => {
    fc.assert(
      fc.property(meetings, rule, presence, time, (all, needed, present, now) => {
        expect(attended(all, needed, present, 800 * HOUR)).not.toBe('under-way');
        const ahead = all.filter(({ end }) => end > now).map(({ id }) => id);
        const best = attended(all, needed, new Set([...present, ...ahead]), 800 * HOUR);
        expect(attended(all, needed, present, now) === 'missed').toBe(best === 'missed');
      }),
      { numRuns: 200 },
    );
  });
});

describe('when attendance is noted', () => {
  const session = { status: 'published', lastEnd: 27 * HOUR } as const;
  const it1 = meeting('a', 24);
  const why = (
    ask: typeof whyNoMark | typeof whyNoCode,
    now: number,
    more: { status?: 'draft' | 'cancelled' | 'postponed'; cancelled?: boolean } = {},
  ) => {
    const { cancelled = false, ...other } = more;
    const refusal = ask({ ...session, ...other }, { ...it1, cancelled }, now);
    return isRefusal(refusal) ? refusal.refused : null;
  };

  it('begins an hour before the meeting, and ends a year after the session', () => {
    const opens = it1.start - OPENS_BEFORE;
    expect(why(whyNoMark, opens - 1)).toBe('attendance-too-early');
    expect(why(whyNoMark, opens)).toBeNull();
    expect(why(whyNoMark, session.lastEnd + CORRECTIONS_STAY)).toBeNull();
    expect(why(whyNoMark, session.lastEnd + CORRECTIONS_STAY + 1)).toBe('attendance-closed');
  });

  it('by the code, as long as people are in the room', () => {
    expect(why(whyNoCode, it1.start - OPENS_BEFORE - 1)).toBe('attendance-too-early');
    expect(why(whyNoCode, it1.end + CODE_STAYS)).toBeNull();
    expect(why(whyNoCode, it1.end + CODE_STAYS + 1)).toBe('attendance-code-over');
  });

  it('never of what does not take place', () => {
    for (const ask of [whyNoMark, whyNoCode]) {
      expect(why(ask, it1.start, { status: 'draft' })).toBe('not-found');
      expect(why(ask, it1.start, { status: 'cancelled' })).toBe('meeting-off');
      expect(why(ask, it1.start, { status: 'postponed' })).toBe('meeting-off');
      expect(why(ask, it1.start, { cancelled: true })).toBe('meeting-off');
    }
  });
});

describe('the meeting that is meant when nobody says which', () => {
  it('is the one that goes on, else the next, else the last; never one that is cancelled', () => {
    const all = [meeting('b', 24), meeting('a', 0), meeting('c', 48, true), meeting('d', 72)];
    const at = (hour: number) => meetingAt(all, hour * HOUR)?.id;
    expect([-9, 1, 10, 23.5, 25, 49, 73, 999].map(at)).toEqual([
      'a',
      'a',
      'b',
      'b',
      'b',
      'd',
      'd',
      'd',
    ]);
    expect(meetingAt([meeting('c', 48, true)], 0)).toBeUndefined();
  });

  it('is there whenever any meeting is left', () => {
    fc.assert(
      fc.property(meetings, time, (all, now) => {
        const found = meetingAt(all, now);
        expect(found === undefined).toBe(all.every(({ cancelled }) => cancelled));
        expect(found?.cancelled ?? false).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});

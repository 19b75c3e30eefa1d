import fc from 'fast-check';
import { whyNotTimely, whyNotWhole } from './session-whole';

const span = { starts: '2055-03-11T07:00:00.000Z', ends: '2055-03-12T14:00:00.000Z' };
const refused = (enrolmentOpens: string | null, enrolmentCloses: string | null) =>
  whyNotTimely({ enrolmentOpens, enrolmentCloses }, span)?.refused ?? null;

describe('when one can enrol', () => {
  it.each([
    [null, null, null],
    [null, '2055-03-11T10:00:00Z', null],
    // The last day's end in Finland, which is how a form without a time of the day means it.
    [null, '2055-03-12T21:59:00Z', null],
    [null, '2055-03-12T22:00:00Z', 'enrolment-closes-late'],
    ['2055-03-01T00:00:00Z', null, null],
    ['2055-03-11T06:59:00Z', null, null],
    ['2055-03-11T07:00:00Z', null, 'enrolment-opens-late'],
    ['2055-03-11T07:00:00Z', '2055-03-12T10:00:00Z', null],
    ['2055-03-12T14:00:00Z', '2055-03-12T20:00:00Z', 'enrolment-opens-late'],
    ['2055-03-02T00:00:00Z', '2055-03-02T02:00:00+02:00', 'enrolment-closes-first'],
    ['2056-03-02T00:00:00Z', '2056-01-02T00:00:00Z', 'enrolment-closes-first'],
  ])('opening %s and closing %s is %s', (opens, closes, why) => {
    expect(refused(opens, closes)).toBe(why);
  });

  it('is some time before it is over, whenever it is not refused', () => {
    const hour = fc.integer({ min: 0, max: 24 * 60 }).map((hours) => {
      const at = Date.parse('2055-02-20T00:00:00Z') + hours * 3_600_000;
      return new Date(at).toISOString();
    });
    const moment = fc.option(hour);
    fc.assert(
      fc.property(moment, moment, fc.tuple(hour, hour), (opens, closes, times) => {
        const [starts = '', ends = ''] = times.toSorted();
        const window = { enrolmentOpens: opens, enrolmentCloses: closes };
        const until = [closes ?? starts, ends].sort()[0] ?? '';
        const isRefused = whyNotTimely(window, { starts, ends }) !== null;
        if (opens !== null && opens >= until) expect(isRefused).toBe(true);
        else if (closes === null || closes <= ends) expect(isRefused).toBe(false);
      }),
    );
  });

  it('is looked at against the meetings only where they are known', () => {
    const late = { enrolmentOpens: null, enrolmentCloses: '2056-01-01T00:00:00Z' };
    expect(whyNotTimely(late, null)).toBeNull();
    const whole = { ...late, capacity: 2, regionalSeats: [{ seats: 3 }] };
    expect(whyNotWhole(whole, true, span)?.refused).toBe('enrolment-closes-late');
    expect(whyNotWhole(whole, true, null)?.refused).toBe('regional-seats-too-many');
    expect(whyNotWhole(whole, false, span)?.refused).toBe('meetings-missing');
  });
});

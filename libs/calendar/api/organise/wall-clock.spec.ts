import { readClock } from '@luotsi/calendar/model';
import { isRefusal } from '@luotsi/platform/model';
import * as fc from 'fast-check';
import { instantOf } from './wall-clock';

const zones = [
  'Europe/Helsinki',
  'Europe/Mariehamn',
  'Europe/London',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];

describe('a wall clock as the form reads it', () => {
  it('means what it means to the API, in every zone', () => {
    // Hours around a clock change are as likely as all others together.
    const change = fc.constantFrom('2027-03-28', '2027-10-31', '2027-03-14', '2027-11-07');
    const other = fc
      .date({ min: new Date('2024-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const two = (number: number) => String(number).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.oneof(change, other),
        fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 23 })),
        fc.constantFrom(0, 15, 30, 59),
        fc.constantFrom(...zones),
        (date, hour, minute, zone) => {
          const wall = `${date}T${two(hour)}:${two(minute)}`;
          const read = readClock(wall, zone);
          const meant = instantOf(wall, zone);
          if (!isRefusal(meant)) expect(read.map(({ instant }) => instant)).toEqual([meant]);
          else expect(read).toHaveLength(meant.refused === 'meeting-time-skipped' ? 0 : 2);
          for (const { instant, offset } of read)
            expect(instantOf(wall, zone, offset)).toEqual(instant);
        },
      ),
      { numRuns: 500 },
    );
  });
});

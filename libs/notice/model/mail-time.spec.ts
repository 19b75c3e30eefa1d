import fc from 'fast-check';
import { instantOf, minuteOf, wallTimeOf } from './helsinki-clock';
import { whenToMail, type MailRhythm } from './mail-time';

const at = (iso: string) => Date.parse(iso);
const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());
const anytime: MailRhythm = { bundleAt: null, quiet: null };
const mail = (writtenAt: string, rhythm: Partial<MailRhythm> = {}, pressing = false) =>
  iso(whenToMail({ wanted: true, pressing, writtenAt: at(writtenAt) }, { ...anytime, ...rhythm }));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const timeOfDay = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) =>
    [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, '0')).join(':'),
  );
const quiet = fc
  .record({ from: timeOfDay, until: timeOfDay })
  .filter(({ from, until }) => from !== until);
/** Any minute of two years, and the nights of clock changes more often than they come. */
const instant = fc
  .oneof(
    fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2028-01-01T00:00Z') }),
    fc.integer({ min: at('2027-03-27T20:00Z'), max: at('2027-03-29T04:00Z') }),
    fc.integer({ min: at('2026-10-24T20:00Z'), max: at('2026-10-26T04:00Z') }),
  )
  .map((ms) => ms - (ms % MINUTE));

describe('when a notice is mailed', () => {
  it('is at once, unless something else is wished', () => {
    expect(mail('2027-03-11T07:00Z')).toBe('2027-03-11T07:00:00.000Z');
    expect(
      whenToMail({ wanted: false, pressing: true, writtenAt: at('2027-03-11T07:00Z') }, anytime),
    ).toBeNull();
  });

  it('is after quiet hours, also past midnight, by Finland’s clocks', () => {
    const night = { quiet: { from: '21:00', until: '07:00' } };
    expect(mail('2027-01-11T18:59Z', night)).toBe('2027-01-11T18:59:00.000Z');
    expect(mail('2027-01-11T19:00Z', night)).toBe('2027-01-12T05:00:00.000Z');
    expect(mail('2027-01-12T04:59Z', night)).toBe('2027-01-12T05:00:00.000Z');
    expect(mail('2027-01-12T05:00Z', night)).toBe('2027-01-12T05:00:00.000Z');
    expect(mail('2027-07-11T18:30Z', night)).toBe('2027-07-12T04:00:00.000Z');
    expect(mail('2027-01-11T10:30Z', { quiet: { from: '12:00', until: '13:00' } })).toBe(
      '2027-01-11T11:00:00.000Z',
    );
  });

  it('is at once in quiet hours too, when it is owed and can’t wait', () => {
    const rhythm = { bundleAt: '16:00', quiet: { from: '21:00', until: '07:00' } };
    expect(mail('2027-01-11T22:00Z', rhythm, true)).toBe('2027-01-11T22:00:00.000Z');
  });

  it('is with the daily bundle, where one is wished', () => {
    expect(mail('2027-01-11T10:00Z', { bundleAt: '16:00' })).toBe('2027-01-11T14:00:00.000Z');
    expect(mail('2027-01-11T14:01Z', { bundleAt: '16:00' })).toBe('2027-01-12T14:00:00.000Z');
    const both = { bundleAt: '06:00', quiet: { from: '21:00', until: '07:30' } };
    expect(mail('2027-01-11T10:00Z', both)).toBe('2027-01-12T05:30:00.000Z');
  });

  it('takes a time that is skipped in spring as the end of the leap, one that comes twice once', () => {
    expect(mail('2027-03-27T22:00Z', { bundleAt: '03:30' })).toBe('2027-03-28T01:00:00.000Z');
    expect(mail('2026-10-24T22:00Z', { bundleAt: '03:30' })).toBe('2026-10-25T00:30:00.000Z');
    expect(mail('2026-10-25T01:00Z', { bundleAt: '03:30' })).toBe('2026-10-26T01:30:00.000Z');
    // The hour that comes twice is quiet once: the second time round the quiet hours are over.
    const early = { quiet: { from: '22:00', until: '03:30' } };
    expect(mail('2026-10-25T00:10Z', early)).toBe('2026-10-25T00:30:00.000Z');
    expect(mail('2026-10-25T01:10Z', early)).toBe('2026-10-25T01:10:00.000Z');
  });

  it('is never before it was written, nor later than the next bundle and one quiet time', () => {
    const rhythm = fc.record({
      bundleAt: fc.option(timeOfDay),
      quiet: fc.option(quiet),
    });
    fc.assert(
      fc.property(instant, rhythm, (writtenAt, rhythm) => {
        const when = whenToMail({ wanted: true, pressing: false, writtenAt }, rhythm) ?? 0;
        expect(when).toBeGreaterThanOrEqual(writtenAt);
        expect(when - writtenAt).toBeLessThanOrEqual(50 * HOUR);
      }),
    );
  });

  it('comes in the order in which they were written', () => {
    fc.assert(
      fc.property(
        instant,
        fc.nat({ max: 3_000 }),
        fc.record({ bundleAt: fc.option(timeOfDay), quiet: fc.option(quiet) }),
        (writtenAt, minutes, rhythm) => {
          const one = { wanted: true, pressing: false, writtenAt };
          const later = { ...one, writtenAt: writtenAt + minutes * MINUTE };
          expect(whenToMail(later, rhythm)).toBeGreaterThanOrEqual(whenToMail(one, rhythm) ?? 0);
        },
      ),
    );
  });

  it('is outside quiet hours, and stays where it is when asked again', () => {
    fc.assert(
      fc.property(instant, quiet, (writtenAt, quiet) => {
        const rhythm = { bundleAt: null, quiet };
        const notice = { wanted: true, pressing: false };
        const when = whenToMail({ ...notice, writtenAt }, rhythm) ?? 0;
        expect(whenToMail({ ...notice, writtenAt: when }, rhythm)).toBe(when);
        // Either nothing was quiet, or the clock has just come to the end of it (or leapt over it).
        const { minute } = wallTimeOf(when);
        const ends = minuteOf(quiet.until);
        expect(when === writtenAt || minute === ends || minute - ends <= 60).toBe(true);
      }),
    );
  });
});

describe('Finland’s clock', () => {
  it('is read and set alike, except for what it leaps over or shows twice', () => {
    fc.assert(
      fc.property(instant, (instant) => {
        const back = instantOf(wallTimeOf(instant));
        expect([0, HOUR]).toContain(instant - back);
      }),
    );
  });
});

import { LONGEST_PAUSE, LONGEST_WAIT, pauseAfter, waitAfter } from './patience';

describe('patience with a mail server', () => {
  it('grows, and ends at half a minute', () => {
    expect([1, 2, 3, 20, 2_000].map((times) => pauseAfter(times, 0.5))).toEqual([
      500,
      1_000,
      2_000,
      LONGEST_PAUSE,
      LONGEST_PAUSE,
    ]);
  });

  it('with one recipient ends at five minutes', () => {
    expect([1, 2, 50].map((times) => waitAfter(times, 0.5))).toEqual([2_000, 4_000, LONGEST_WAIT]);
  });

  it('is spread, so that those who wait do not come back at once', () => {
    expect(pauseAfter(1, 0)).toBe(375);
    expect(pauseAfter(1, 1)).toBe(625);
  });
});

/** The longest that a mail server which does not answer is left alone, in milliseconds. */
export const LONGEST_PAUSE = 30_000;

/** The longest that one recipient's letters wait for another try, in milliseconds. */
export const LONGEST_WAIT = 300_000;

/** A letter that can't be delivered for so long is given up (RFC 5321 §4.5.4.1: 4 to 5 days). */
export const GIVEN_UP_AFTER_DAYS = 5;

/**
 * How long to leave the mail server alone after it has failed `times` in a row: half a second and
 * then ever longer, spread so that several do not come back at the same moment. Milliseconds.
 */
export function pauseAfter(times: number, random = Math.random()): number {
  return doubled(500, times, LONGEST_PAUSE) * (0.75 + random / 2);
}

/** How long a recipient's letters wait after the mail server has put off `times`. Milliseconds. */
export function waitAfter(times: number, random = Math.random()): number {
  return doubled(2_000, times, LONGEST_WAIT) * (0.75 + random / 2);
}

const doubled = (first: number, times: number, longest: number) =>
  Math.min(longest, first * 2 ** Math.min(20, Math.max(0, times - 1)));

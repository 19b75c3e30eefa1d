/** What codes of time change with, in milliseconds. */
const HALF_MINUTE = 30_000;

/**
 * Does something within one half minute of the clock, by which one-time codes go: a code of half a
 * minute ago would be a whole one old when the next begins meanwhile. Does it anew when one has.
 * @param work may be done more than once; told the time (milliseconds) to reckon with
 */
export async function withinHalfMinute<Done>(work: (now: number) => Promise<Done>): Promise<Done> {
  for (;;) {
    const now = Date.now();
    const done = await work(now);
    if (Math.floor(Date.now() / HALF_MINUTE) === Math.floor(now / HALF_MINUTE)) return done;
  }
}

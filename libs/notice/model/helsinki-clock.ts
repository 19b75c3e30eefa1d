/** The zone by whose clock quiet hours and daily bundles are kept. */
export const clockZone = 'Europe/Helsinki';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A time on the wall: a day (counted from 1970-01-01) and the minute of that day. */
export interface WallTime {
  readonly day: number;
  readonly minute: number;
}

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: clockZone,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});

/** What Finland's clocks show at an instant (milliseconds since the epoch). */
export function wallTimeOf(instant: number): WallTime {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return { day: Date.UTC(year, month - 1, day) / DAY, minute: hour * 60 + minute };
}

/**
 * The first instant at which Finland's clocks show a time, or have passed it: a time that occurs twice
 * in autumn is taken at its first coming, one that is skipped in spring as the end of the leap.
 */
export function instantOf({ day, minute }: WallTime): number {
  const wall = day * DAY + minute * MINUTE;
  // Three hours before UTC in summer, two in winter.
  let instant = wall - 180 * MINUTE;
  for (const last = wall - 120 * MINUTE; instant < last; instant += MINUTE) {
    const shown = wallTimeOf(instant);
    if (shown.day * DAY + shown.minute * MINUTE >= wall) return instant;
    // In winter the summer's guess shows exactly an hour less: nothing lies between.
    if (wallMatches(last, wall)) return last;
  }
  return instant;
}

function wallMatches(instant: number, wall: number): boolean {
  const { day, minute } = wallTimeOf(instant);
  return day * DAY + minute * MINUTE === wall;
}

/** The minute of the day that `07:30` names. */
export function minuteOf(timeOfDay: string): number {
  return Number(timeOfDay.slice(0, 2)) * 60 + Number(timeOfDay.slice(3, 5));
}

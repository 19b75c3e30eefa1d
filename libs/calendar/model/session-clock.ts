/** An instant that a wall clock can mean, and how far from UTC the clocks are then. */
export interface ClockReading {
  readonly instant: Date;
  /** `+03:00` */
  readonly offset: string;
}

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Every instant that a wall-clock time means in a zone, in order: one; none in the hour that is
 * skipped in spring; two in the hour that occurs twice in autumn.
 * @param wall `2027-03-27T09:00`
 * @param timeZone an IANA name
 */
export function readClock(wall: string, timeZone: string): ClockReading[] {
  const local = Date.parse(`${wall}Z`);
  // Clocks change at most once within two days, so these are all offsets that can be meant.
  const offsets = new Set([local - DAY, local + DAY].map((at) => offsetAt(at, timeZone)));
  return [...offsets]
    .map((offset) => ({ offset, at: local - offset }))
    .filter(({ offset, at }) => offsetAt(at, timeZone) === offset)
    .sort((one, other) => one.at - other.at)
    .map(({ offset, at }) => ({ instant: new Date(at), offset: offsetText(offset) }));
}

/** Milliseconds by which a zone's clocks are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  formats.set(timeZone, format);
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

/** `+03:00` of milliseconds. */
function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

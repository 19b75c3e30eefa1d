import { refuse, type Refusal } from '@luotsi/platform/model';
import { Temporal } from 'temporal-polyfill';

/** Why a wall-clock time means no one instant. */
export type WallClockRefusal = 'meeting-time-skipped' | 'meeting-time-twice';

/**
 * The instant that a wall-clock time means in a zone. The hour that is skipped in spring is refused;
 * the hour that occurs twice in autumn is taken with its offset, and refused without.
 * @param wall `2027-03-27T09:00`
 * @param timeZone an IANA name
 * @param offset `+03:00`; only looked at for an hour that occurs twice
 */
export function instantOf(
  wall: string,
  timeZone: string,
  offset?: string,
): Date | Refusal<WallClockRefusal> {
  const time = Temporal.PlainDateTime.from(wall);
  const earlier = time.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = time.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (!earlier.toPlainDateTime().equals(time))
    return refuse('meeting-time-skipped', { time: wall, timeZone });
  const meant = [earlier, later].find((one) => one.offset === offset) ?? earlier;
  if (!earlier.equals(later) && meant.offset !== offset) {
    const offsets = { earlier: earlier.offset, later: later.offset };
    return refuse('meeting-time-twice', { time: wall, timeZone, ...offsets });
  }
  return new Date(meant.epochMilliseconds);
}

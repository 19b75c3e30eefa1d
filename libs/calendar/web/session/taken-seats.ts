import type { SessionItem } from '@luotsi/calendar/model';

/** Seats that nobody else can have: confirmed, or offered to someone. */
export function takenSeats({
  confirmedCount,
  offeredCount = 0,
}: Pick<SessionItem, 'confirmedCount' | 'offeredCount'>): number {
  return confirmedCount + offeredCount;
}

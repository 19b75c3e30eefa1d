import type { Chance } from './chance';

const DAY = 86_400_000;

/**
 * A working day some months from a day: any of that month's, or with no chance the next one after it.
 * Never in July, when nothing is held, nor at Christmas. As `2027-03-11`.
 */
export function workingDay(from: Date, months: number, chance: Chance | null): string {
  const month = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  let day = chance
    ? new Date(month.getTime() + chance.between(0, 27) * DAY)
    : new Date(from.getTime() + DAY);
  while (isFree(day)) day = new Date(day.getTime() + DAY);
  return day.toISOString().slice(0, 10);
}

function isFree(day: Date): boolean {
  const [weekday, month, date] = [day.getUTCDay(), day.getUTCMonth() + 1, day.getUTCDate()];
  return (
    weekday === 0 ||
    weekday === 6 ||
    month === 7 ||
    (month === 12 && date > 20) ||
    (month === 1 && date < 7) ||
    (month === 5 && date === 1) ||
    (month === 12 && date === 6)
  );
}

/** `13:00` and 120 minutes: `15:00`. */
export function addMinutes(time: string, minutes: number): string {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  const total = hours * 60 + rest + minutes;
  return [Math.floor(total / 60), total % 60].map((n) => String(n).padStart(2, '0')).join(':');
}

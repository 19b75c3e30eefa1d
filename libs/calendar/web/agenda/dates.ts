import { dateOf, finland } from '@luotsi/platform/web';

/** The instant at which a calendar date begins on Finland's clocks, ISO 8601. */
export function startOfDay(date: string): string {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // Finland is two or three hours ahead of UTC; whichever lands on midnight is right.
  const ahead = [3, 2].find((hours) => {
    const at = new Date(midnight - hours * 3_600_000);
    return dateOf(at, finland) === date && dateOf(new Date(at.getTime() - 1), finland) !== date;
  });
  return new Date(midnight - (ahead ?? 2) * 3_600_000).toISOString();
}

/** The month so many months from one: `addMonths('2026-12', 1)` is `2027-01`. */
export function addMonths(month: string, count: number): string {
  const [year = 0, at = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, at - 1 + count, 1)).toISOString().slice(0, 7);
}

/** The day so many days from one. */
export function addDays(date: string, count: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** The weeks of a month, Monday first; days of other months are null. */
export function weeksOf(month: string): (string | null)[][] {
  const first = `${month}-01`;
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days: (string | null)[] = Array.from({ length: before }, () => null);
  for (let date = first; date.startsWith(month); date = addDays(date, 1)) days.push(date);
  while (days.length % 7 > 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

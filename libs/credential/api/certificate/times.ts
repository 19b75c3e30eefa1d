import type { AttendanceFacts } from '@luotsi/credential/model';
import { locales, type Language } from '@luotsi/platform/model';

/** Between date and time, and hours and minutes as they are written. */
const clock: Readonly<Record<Language, string>> = { fi: 'klo', sv: 'kl.', en: '' };

/** A meeting's time as it stands on paper: `27.3.2027 klo 9.00–16.00`, by the clock of its place. */
export function meetingTime(
  { start, end, timeZone }: AttendanceFacts['meetings'][number],
  language: Language,
): string {
  const write = (options: Intl.DateTimeFormatOptions, at: string) =>
    new Intl.DateTimeFormat(locales[language], { ...options, timeZone }).format(new Date(at));
  const day = (at: string) =>
    write({ day: 'numeric', month: language === 'en' ? 'long' : 'numeric', year: 'numeric' }, at);
  const time = (at: string) => write({ hour: 'numeric', minute: '2-digit', hour12: false }, at);
  const until = day(start) === day(end) ? time(end) : ` ${moment(day(end), time(end))}`;
  return `${moment(day(start), time(start))}–${until}`;

  function moment(date: string, hour: string): string {
    return [date, clock[language], hour].filter((part) => part !== '').join(' ');
  }
}

/** A date as it stands on paper: `29.3.2027`, by Finland's clock. */
export function dateOf(instant: string, language: Language): string {
  const month = language === 'en' ? 'long' : 'numeric';
  return new Intl.DateTimeFormat(locales[language], {
    ...{ day: 'numeric', month, year: 'numeric' },
    timeZone: 'Europe/Helsinki',
  }).format(new Date(instant));
}

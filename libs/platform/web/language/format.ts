import { locales, type Language } from '@luotsi/platform/model';

/** The zone that Finland's clocks show. */
export const finland = 'Europe/Helsinki';

/** An instant or a calendar date, as the contract carries it, or a Date. */
export type Moment = string | Date;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A formatter, made once: making one costs far more than using it. */
function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options]);
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], options);
  formats.set(key, kept);
  return kept;
}

/** A calendar date (`2027-03-11`) has no zone: it is read, and shown, as UTC. */
function at(moment: Moment, zone: string): { readonly date: Date; readonly timeZone: string } {
  const bare = typeof moment === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(moment);
  return { date: new Date(moment), timeZone: bare ? 'UTC' : zone };
}

function write(
  moment: Moment,
  language: Language,
  options: Intl.DateTimeFormatOptions,
  zone: string,
): string {
  const { date, timeZone } = at(moment, zone);
  return formatter(language, { ...options, timeZone })
    .format(date)
    .replace(/\u202f/g, ' ');
}

const numeric = (language: Language): Intl.DateTimeFormatOptions => ({
  day: 'numeric',
  month: language === 'en' ? 'short' : 'numeric',
});

/** A day: `to 11.3.2027`, `tors 11.3.2027`, `Thu 11 Mar 2027`. */
export function day(moment: Moment, language: Language, zone = finland): string {
  const options = { ...numeric(language), weekday: 'short', year: 'numeric' } as const;
  return write(moment, language, options, zone).replace(',', '');
}

/** A day in full: `torstai 11. maaliskuuta 2027`. */
export function longDay(moment: Moment, language: Language, zone = finland): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  // Finnish writes a whole date as 'on Thursday'; a heading says 'Thursday'.
  return write(moment, language, options, zone)
    .replace(',', '')
    .replace(/^(\p{L}+)na /u, '$1 ');
}

/**
 * A day within a sentence, without the year while that is this one: `torstaina 11. maaliskuuta`.
 * @param today tells which year is this one
 */
export function onDay(
  moment: Moment,
  language: Language,
  zone = finland,
  today: Moment = new Date(),
): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const whole = write(moment, language, options, zone).replace(',', '');
  const year = dateOf(moment, zone).slice(0, 4);
  return dateOf(today, zone).startsWith(year) ? whole.replace(` ${year}`, '') : whole;
}

/** A date without its weekday: `11.3.2027`, `11 Mar 2027`. */
export function shortDate(moment: Moment, language: Language, zone = finland): string {
  return write(moment, language, { ...numeric(language), year: 'numeric' }, zone);
}

/** A month: `maaliskuu 2027`. */
export function month(moment: Moment, language: Language, zone = finland): string {
  return write(moment, language, { month: 'long', year: 'numeric' }, zone);
}

/** A time of day: `9.00`, `9:00`. */
export function time(moment: Moment, language: Language, zone = finland): string {
  return write(moment, language, { hour: 'numeric', minute: '2-digit', hour12: false }, zone);
}

/** The calendar date (`2027-03-11`) that an instant falls on in a zone; for grouping by day. */
export function dateOf(moment: Moment, zone = finland): string {
  const { date, timeZone } = at(moment, zone);
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(date);
}

const clockWord: Record<Language, string> = { fi: ' klo ', sv: ' kl. ', en: ', ' };

/** A moment: `to 11.3.2027 klo 9.00`. */
export function dayAndTime(moment: Moment, language: Language, zone = finland): string {
  return `${day(moment, language, zone)}${clockWord[language]}${time(moment, language, zone)}`;
}

/** From one time of day to another: `9.00–16.00`. */
export function timeSpan(start: Moment, end: Moment, language: Language, zone = finland): string {
  return `${time(start, language, zone)}–${time(end, language, zone)}`;
}

/** A meeting: `to 11.3.2027 klo 9.00–16.00`; over several days both ends have their day. */
export function meetingTime(
  start: Moment,
  end: Moment,
  language: Language,
  zone = finland,
): string {
  return dateOf(start, zone) === dateOf(end, zone)
    ? `${day(start, language, zone)}${clockWord[language]}${timeSpan(start, end, language, zone)}`
    : `${dayAndTime(start, language, zone)} – ${dayAndTime(end, language, zone)}`;
}

/** The parts of a day, for the big quiet date of an agenda. */
export function dayParts(moment: Moment, language: Language, zone = finland) {
  return {
    weekday: write(moment, language, { weekday: 'short' }, zone),
    day: write(moment, 'en', { day: 'numeric' }, zone),
    month: write(moment, language, { month: 'long' }, zone),
    year: write(moment, language, { year: 'numeric' }, zone),
  };
}

/** A number: `1 234,5`. */
export function number(value: number, language: Language, digits = 1): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits }).format(value);
}

/** A share as a percentage: `42 %`. */
export function percent(share: number, language: Language): string {
  const options = { style: 'percent', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locales[language], options).format(share);
}

/** A list in words: `a, b ja c`. */
export function list(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items);
}

/** Sorts by a text as the language does (å, ä, ö last in Finnish and Swedish; 2 before 10). */
export function sortedBy<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
  language: Language,
): Item[] {
  const collator = new Intl.Collator(locales[language], { numeric: true });
  return [...items].sort((one, other) => collator.compare(textOf(one), textOf(other)));
}

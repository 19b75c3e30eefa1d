import { locales, type Language } from '@luotsi/platform/model';

/** What stands on a sign-in sheet. */
export const sheetWords = {
  fi: {
    sheet: 'Läsnäololista',
    time: 'Aika',
    place: 'Paikka',
    people: 'Ilmoittautuneita',
    number: 'Nro',
    name: 'Nimi',
    signature: 'Allekirjoitus',
    online: 'Verkossa',
    page: 'Sivu {page}/{pages}',
  },
  sv: {
    sheet: 'Närvarolista',
    time: 'Tid',
    place: 'Plats',
    people: 'Anmälda',
    number: 'Nr',
    name: 'Namn',
    signature: 'Underskrift',
    online: 'På nätet',
    page: 'Sida {page}/{pages}',
  },
  en: {
    sheet: 'Sign-in sheet',
    time: 'Time',
    place: 'Place',
    people: 'Enrolled',
    number: 'No.',
    name: 'Name',
    signature: 'Signature',
    online: 'Online',
    page: 'Page {page} of {pages}',
  },
} as const satisfies Record<Language, Record<string, string>>;

const clockWord: Record<Language, string> = { fi: ' klo ', sv: ' kl. ', en: ', ' };

/** A meeting's time as a heading says it: `torstai 11.3.2027 klo 9.00–16.00`. */
export function meetingTime(
  { start, end, timeZone }: { start: number; end: number; timeZone: string },
  language: Language,
): string {
  const write = (at: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { ...options, timeZone }).format(at);
  const date = {
    day: 'numeric',
    month: language === 'en' ? 'long' : 'numeric',
    year: 'numeric',
  } as const;
  const day = (at: number) => `${write(at, { weekday: 'long' })} ${write(at, date)}`;
  const time = (at: number) => write(at, { hour: 'numeric', minute: '2-digit', hour12: false });
  const first = `${day(start)}${clockWord[language]}${time(start)}`;
  return day(start) === day(end)
    ? `${first}–${time(end)}`
    : `${first} – ${day(end)}${clockWord[language]}${time(end)}`;
}

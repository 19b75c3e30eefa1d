import { inLanguage, languages, type Language, type Localised } from '@luotsi/platform/model';
import type { OutlineContent, OutlineSlot } from './outline';

/** A day of an outline: from its first slot to the end of its last. */
export interface OutlineDay {
  readonly day: number;
  readonly start: string;
  readonly end: string;
}

/** The days that an outline's slots make up, in order. */
export function outlineDays(slots: readonly OutlineSlot[]): OutlineDay[] {
  const days = [...new Set(slots.map(({ day }) => day))].sort((one, other) => one - other);
  return days.map((day) => {
    const ofDay = slots.filter((slot) => slot.day === day);
    return {
      day,
      start: ofDay.map(({ start }) => start).sort()[0] ?? '',
      end:
        ofDay
          .map(({ end }) => end)
          .sort()
          .at(-1) ?? '',
    };
  });
}

/** Minutes since midnight of a time of day (`09:30`). */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** How long an outline takes, all its days together, in minutes. */
export function outlineMinutes(slots: readonly OutlineSlot[]): number {
  return outlineDays(slots).reduce(
    (sum, { start, end }) => sum + minutesOf(end) - minutesOf(start),
    0,
  );
}

/** A wall-clock time (`2027-03-11T09:00`) so many minutes later, without any zone. */
export function wallClockLater(wall: string, minutes: number): string {
  return new Date(Date.parse(`${wall}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

/** When a session is held that is started from an outline. */
export interface OutlineDates {
  /** The date of each day, in order: `2027-03-11`; those left out follow on the next days. */
  readonly dates: readonly string[];
  /** When the first day starts; as the outline says unless given. Other days move as much. */
  readonly start?: string | undefined;
}

/** By how many minutes a session's days are moved against its outline's. */
export function shiftOf(slots: readonly OutlineSlot[], start: string | undefined): number {
  const [first] = outlineDays(slots);
  return first && start !== undefined ? minutesOf(start) - minutesOf(first.start) : 0;
}

/** The wall-clock times of the meetings that an outline's days become. */
export function outlineMeetings(
  slots: readonly OutlineSlot[],
  { dates, start }: OutlineDates,
): { readonly start: string; readonly end: string }[] {
  const shift = shiftOf(slots, start);
  let before = '';
  return outlineDays(slots).map((day, place) => {
    const date = dates[place] ?? wallClockLater(`${before}T00:00`, 24 * 60).slice(0, 10);
    before = date;
    return {
      start: wallClockLater(`${date}T${day.start}`, shift),
      end: wallClockLater(`${date}T${day.end}`, shift),
    };
  });
}

/** The sections that an outline writes into a session's description, after its introduction. */
export const outlineSections = ['outcomes', 'slots'] as const;
export type OutlineSection = (typeof outlineSections)[number];

const headings: Readonly<Record<OutlineSection, Localised>> = {
  outcomes: { fi: 'Mitä opit', sv: 'Vad du lär dig', en: 'What you will learn' },
  slots: { fi: 'Ohjelma', sv: 'Program', en: 'Timetable' },
};
const dayWord: Localised = { fi: '{n}. päivä', sv: 'Dag {n}', en: 'Day {n}' };

/** A piece of a description: what stands before any heading of ours, a section of ours, or another. */
interface Piece {
  readonly key: 'intro' | 'other' | OutlineSection;
  readonly text: string;
}

/** The texts of a description that come from an outline, by where they stand. */
export type DescriptionParts = Readonly<Record<'intro' | OutlineSection, Localised>>;

/**
 * What an outline writes into the description of a session (Markdown), section by section. A section
 * stands in a language when something of it has been written in that language.
 * @param shift minutes by which the session's times differ from the outline's
 */
export function descriptionParts(
  content: Pick<OutlineContent, 'description' | 'outcomes' | 'slots'>,
  shift: number,
): DescriptionParts {
  const { description, outcomes, slots } = content;
  const has = (texts: readonly Localised[], language: Language) =>
    texts.some((text) => text[language] !== '');
  const inAll = (write: (language: Language) => string): Localised => ({
    fi: write('fi'),
    sv: write('sv'),
    en: write('en'),
  });
  return {
    intro: inAll((language) => description[language].trim()),
    outcomes: inAll((language) =>
      has(
        outcomes.map(({ text }) => text),
        language,
      )
        ? outcomes.map(({ text }) => `- ${inLanguage(text, language).text}`).join('\n')
        : '',
    ),
    slots: inAll((language) =>
      has(
        slots.map(({ title }) => title),
        language,
      )
        ? timetable(slots, shift, language)
        : '',
    ),
  };
}

function timetable(slots: readonly OutlineSlot[], shift: number, language: Language): string {
  const days = outlineDays(slots);
  return days
    .map(({ day }, place) => {
      const lines = slots
        .filter((slot) => slot.day === day)
        .map(({ start, end, title, text }) => {
          const times = `${clock(start, shift, language)}–${clock(end, shift, language)}`;
          const more = inLanguage(text, language).text;
          return `- **${times}** ${inLanguage(title, language).text}${more ? `: ${more}` : ''}`;
        });
      const heading = `**${dayWord[language].replace('{n}', String(place + 1))}**`;
      return (days.length > 1 ? [heading, '', ...lines] : lines).join('\n');
    })
    .join('\n\n');
}

function clock(time: string, shift: number, language: Language): string {
  const shifted = wallClockLater(`2000-01-01T${time}`, shift).slice(11);
  const [hours = '', minutes = ''] = shifted.split(':');
  return `${String(Number(hours))}${language === 'en' ? ':' : '.'}${minutes}`;
}

/** A description made of an outline's parts, in every language. */
export function composeDescription(parts: DescriptionParts): Localised {
  const compose = (language: Language) =>
    join(
      [
        { key: 'intro', text: parts.intro[language] },
        ...outlineSections.map((key) => ({ key, text: parts[key][language] })),
      ],
      language,
    );
  return { fi: compose('fi'), sv: compose('sv'), en: compose('en') };
}

/**
 * What stands in a description where an outline's parts are: an organiser may have written there,
 * moved sections and added others. A section that is no longer there is empty.
 */
export function partsOfDescription(description: Localised): DescriptionParts {
  const find = (key: Piece['key']): Localised => {
    const texts = languages.map((language) => [
      language,
      split(description[language], language).find((piece) => piece.key === key)?.text ?? '',
    ]);
    return Object.fromEntries(texts) as Localised;
  };
  return { intro: find('intro'), outcomes: find('outcomes'), slots: find('slots') };
}

/** A description in which one part is replaced, and everything else stays as it was written. */
export function replaceInDescription(
  description: Localised,
  key: 'intro' | OutlineSection,
  by: Localised,
): Localised {
  const replace = (language: Language) => {
    const pieces = split(description[language], language);
    const piece: Piece = { key, text: by[language] };
    const stands = pieces.some((one) => one.key === key);
    const swapped = pieces.map((one) => (one.key === key ? piece : one));
    const added = key === 'intro' ? [piece, ...pieces] : [...pieces, piece];
    return join(stands ? swapped : added, language);
  };
  return { fi: replace('fi'), sv: replace('sv'), en: replace('en') };
}

/** The pieces of a description in one language; a heading of the second level or above ends one. */
function split(text: string, language: Language): Piece[] {
  const pieces: { key: Piece['key']; lines: string[] }[] = [{ key: 'intro', lines: [] }];
  for (const line of text.split('\n')) {
    const key = outlineSections.find(
      (section) => line.trim() === `## ${headings[section][language]}`,
    );
    if (key) pieces.push({ key, lines: [] });
    else if (/^##? /.test(line) && pieces.at(-1)?.key !== 'intro')
      pieces.push({ key: 'other', lines: [line] });
    else pieces.at(-1)?.lines.push(line);
  }
  return pieces
    .map(({ key, lines }) => ({ key, text: lines.join('\n').trim() }))
    .filter(({ key, text }) => key !== 'intro' || text !== '');
}

function join(pieces: readonly Piece[], language: Language): string {
  return pieces
    .filter(({ text }) => text !== '')
    .map(({ key, text }) =>
      key === 'intro' || key === 'other' ? text : `## ${headings[key][language]}\n\n${text}`,
    )
    .join('\n\n');
}

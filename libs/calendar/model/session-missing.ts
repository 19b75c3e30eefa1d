import { languages, type Localised } from '@luotsi/platform/model';
import type { SessionForm } from './session';

/** What is looked at to say what a session still lacks. */
export interface MayLack {
  readonly title: Localised;
  readonly summary: Localised;
  readonly form: SessionForm;
  readonly languages: readonly string[];
  readonly place: Localised | null;
  readonly link: string | null;
  readonly contact: string;
  readonly accessibility: Localised;
  readonly theme: string | null;
  readonly competences: readonly string[];
  /** Seats that are kept for regions, and until when. */
  readonly regionalSeats: readonly unknown[];
  readonly regionalSeatsUntil: string | null;
  readonly meetings: readonly {
    readonly place: Localised | null;
    readonly link: string | null;
    readonly cancelled?: boolean;
  }[];
}

const isEmpty = (text: Localised | null) =>
  text === null || languages.every((language) => text[language].trim() === '');

/**
 * What nothing asks for before publishing, and people will ask about: names of fields, with the
 * language (`title.sv`) where only a translation lacks. Nothing of it keeps anyone from publishing.
 */
export function missingOf(session: MayLack): string[] {
  const { title, summary, form, place, link, meetings } = session;
  const held = meetings.filter(({ cancelled }) => !cancelled);
  const somewhere = (own: Localised | null) => !isEmpty(own) || !isEmpty(place);
  const lacksPlace = held.length > 0 ? held.some((one) => !somewhere(one.place)) : isEmpty(place);
  const lacksLink = held.length > 0 ? held.some((one) => !one.link && !link) : !link;
  const translations = (name: string, text: Localised) =>
    languages
      .filter((language) => text[language].trim() === '')
      .map((language) => `${name}.${language}`);
  return [
    ...translations('title', title),
    ...(isEmpty(summary) ? ['summary'] : translations('summary', summary)),
    ...(form !== 'online' && lacksPlace ? ['place'] : []),
    ...(form !== 'onsite' && lacksLink ? ['link'] : []),
    ...(session.languages.length === 0 ? ['languages'] : []),
    ...(session.theme === null ? ['theme'] : []),
    ...(session.competences.length === 0 ? ['competences'] : []),
    ...(isEmpty(session.accessibility) ? ['accessibility'] : []),
    ...(session.contact.trim() === '' ? ['contact'] : []),
    // Else they are kept until nobody can enrol any more.
    ...(session.regionalSeats.length > 0 && session.regionalSeatsUntil === null
      ? ['regionalSeatsUntil']
      : []),
  ];
}

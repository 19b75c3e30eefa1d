import type { Localised } from './localised';

/** A moment within a notice: shown in the words and clock of its reader. */
export interface NoticeMoment {
  /** An instant, ISO 8601. */
  readonly at: string;
  /** An IANA zone; Finland's unless said. */
  readonly timeZone?: string;
}

/** One of several things of a kind that a notice is about: its name, and when it was or is to be. */
export interface NoticeItem {
  readonly name: Localised;
  readonly when: NoticeMoment | null;
}

/**
 * What fills one `{name}` of a notice's texts; null and '' leave out the bracketed part around it. Of
 * several things those of the same name are named once, with all their moments.
 */
export type NoticeFact = string | number | Localised | NoticeMoment | readonly NoticeItem[] | null;

/** What a notice's texts are filled with. They stand in the database: never a secret. */
export type NoticeFacts = Readonly<Record<string, NoticeFact>>;

/**
 * A kind of notice, declared by the slice whose doings cause it. Texts are templates: `{name}` is a
 * fact, `[, {place}]` is left out when a fact within the brackets is missing.
 */
export interface NoticeKind {
  /** What the settings call it: "Koulutuksen peruutus". */
  readonly name: Localised;
  /** What happened, in one line: a mail's subject. */
  readonly title: Localised;
  /** What follows from it. */
  readonly body: Localised;
  /** The words of the way to it: a verb. */
  readonly action: Localised;
  /** Why it can't be turned off, said to whoever would like to; absent: it can. */
  readonly owed?: Localised;
  /** Whether it is mailed unless turned off or on; true unless said. */
  readonly mail?: boolean;
  /** Whether it is listed in Luotsi unless turned off or on; true unless said. */
  readonly app?: boolean;
}

/** A slice's kinds of notices, by their names. */
export type NoticeKinds = Readonly<Record<string, NoticeKind>>;

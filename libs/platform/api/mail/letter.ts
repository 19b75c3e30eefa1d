import type { Language } from '@luotsi/platform/model';

/** A part of a letter; HTML and plain text are made from it alike. */
export type Block =
  /** Paragraphs, an empty line between them. */
  | { readonly type: 'text'; readonly text: string }
  /** The one thing to do: a button, and its address in words. */
  | { readonly type: 'action'; readonly label: string; readonly url: string }
  /** What, when, where: label and value. */
  | { readonly type: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | { readonly type: 'list'; readonly items: readonly string[] }
  /** Something to be typed elsewhere. */
  | { readonly type: 'code'; readonly text: string };

/** What a letter says, in one language. */
export interface LetterContent {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

/** An invitation that goes with a letter (iTIP, RFC 5546). */
export interface LetterCalendar {
  /** `REQUEST`, `CANCEL`, … as in the calendar's own METHOD. */
  readonly method: string;
  readonly uid: string;
  readonly ics: string;
}

/** A letter to one person. */
export interface Letter {
  readonly to: { readonly name: string | null; readonly address: string };
  /** Whose account it is about; null for someone who has none yet. */
  readonly person: string | null;
  /** What it is for: `enrolment-confirmed`. */
  readonly kind: string;
  readonly language: Language;
  readonly content: LetterContent;
  /** Where this kind of letter is turned off with one request (RFC 8058). */
  readonly unsubscribe?: { readonly url: string };
  readonly calendars?: readonly LetterCalendar[];
}

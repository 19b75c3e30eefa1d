import type { Language, Localised } from '@luotsi/platform/model';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { renderPage } from './render-page';

/** What one slice keeps about a person. */
export interface Collected {
  readonly slice: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<string, Localised>>;
}

/** Whose copy it is, when it was made, and what is in it. */
export interface CopyContent {
  readonly name: string;
  readonly at: Date;
  readonly language: Language;
  readonly collected: readonly Collected[];
}

/** More than anybody's data: what is larger points at a fault, and is not made. */
const MOST = 64 * 1_048_576;

const names = {
  fi: 'omat-tiedot',
  sv: 'mina-uppgifter',
  en: 'my-data',
} as const satisfies Record<Language, string>;

/** The name under which a copy is saved: `omat-tiedot-2027-03-11.zip`. */
export function fileNameOf(language: Language, at: Date): string {
  return `${names[language]}-${at.toISOString().slice(0, 10)}.zip`;
}

/**
 * The copy as a ZIP of two files that hold the same: JSON for programs, a page for people.
 * @throws Error when it is larger than anybody's data
 */
export function writeCopy(content: CopyContent): Uint8Array {
  const { language, at, collected } = content;
  const json = JSON.stringify(
    {
      madeAt: at.toISOString(),
      ...Object.fromEntries(collected.map(({ slice, data }) => [slice, data])),
    },
    null,
    2,
  );
  const files = { html: strToU8(renderPage(content)), json: strToU8(json) };
  if (files.html.length + files.json.length > MOST) throw new Error('A copy is too large.');
  const zip: Zippable = {};
  for (const [kind, bytes] of Object.entries(files)) {
    zip[`${names[language]}.${kind}`] = [bytes, { level: 6, mtime: at }];
  }
  return zipSync(zip);
}

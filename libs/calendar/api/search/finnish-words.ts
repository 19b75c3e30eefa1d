import { finnishStems, wordsOf } from '@luotsi/calendar/model';

/** Stands before a stem, so that it is never taken for a word of any language. */
export const STEM_MARK = '~';

/**
 * What `calendar.session.finnish_stems` holds for these texts: their words, for whoever is still
 * typing, and the marked stems of those words.
 */
export function finnishWords(texts: readonly (string | null | undefined)[]): string[] {
  const words = new Set(wordsOf(texts.filter(Boolean).join(' ')));
  const stems = [...words].flatMap(finnishStems).map((stem) => `${STEM_MARK}${stem}`);
  return [...new Set([...words, ...stems])].sort();
}

import { finnishStem, wordsOf } from '@luotsi/calendar/model';

/** What `calendar.session.finnish_stems` holds for these texts: the words and their stems. */
export function finnishStems(texts: readonly (string | null | undefined)[]): string[] {
  const words = new Set(wordsOf(texts.filter(Boolean).join(' ')));
  return [...new Set([...words, ...[...words].map(finnishStem)])]
    .filter((stem) => stem !== '')
    .sort();
}

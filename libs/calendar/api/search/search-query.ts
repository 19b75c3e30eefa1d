import { finnishStem, wordsOf } from '@luotsi/calendar/model';
import type { Values } from '../sessions/select-sessions';

/** How many words of a search count; the rest would narrow nothing. */
const WORDS = 8;

/**
 * The text search of `q` as an SQL expression of type `tsquery`: every word has to be found, in any
 * form of any of the three languages, or as the beginning of a word; null when there are no words.
 */
export function searchQuery(q: string | undefined, values: Values): string | null {
  const words = wordsOf(q ?? '').slice(0, WORDS);
  if (words.length === 0) return null;
  return words.map((word) => queryOfWord(word, values)).join(' && ');
}

function queryOfWord(word: string, values: Values): string {
  const beginning = values.add(`${word}:*`);
  const finnish = values.add(`${finnishStem(word)}:*`);
  return `(${beginning}::text::tsquery || ${finnish}::text::tsquery
    || to_tsquery('swedish', ${beginning}) || to_tsquery('english', ${beginning}))`;
}

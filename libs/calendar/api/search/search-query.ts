import { finnishStems, wordsOf, type SessionFilters } from '@luotsi/calendar/model';
import type { Values } from '../sessions/select-sessions';
import { STEM_MARK } from './finnish-words';

/** How many words of a search count; the rest would narrow nothing. */
const WORDS = 8;
/** A stem this long also finds compounds that begin with it: `ohjauksen` finds `ohjauspalvelu`. */
const LONG_STEM = 5;

/**
 * The text search of `q` as an SQL expression of type `tsquery`: every word has to be found, in any
 * form of any of the three languages, or as the beginning of a word; null when there are no words.
 */
export function searchQuery(q: string | undefined, values: Values): string | null {
  const words = wordsOf(q ?? '').slice(0, WORDS);
  if (words.length === 0) return null;
  return words.map((word) => queryOfWord(word, values)).join(' && ');
}

/** Words are letters and digits only, so nothing in them means anything to `tsquery`. */
function queryOfWord(word: string, values: Values): string {
  const stems = finnishStems(word).map(
    (stem) => `'${STEM_MARK}${stem}'${stem.length >= LONG_STEM ? ':*' : ''}`,
  );
  const beginning = values.add(`'${word}':*`);
  const finnish = values.add([...new Set(stems)].join(' | '));
  return `(${beginning}::text::tsquery || ${finnish}::text::tsquery
    || to_tsquery('swedish', ${beginning}) || to_tsquery('english', ${beginning}))`;
}

/**
 * The marks of `calendar.marks_of` that sessions have which pass these filters, as an SQL expression of
 * type `tsquery`; null when none of the filters is marked.
 */
export function marksQuery(
  { theme, form, language }: Pick<SessionFilters, 'theme' | 'form' | 'language'>,
  values: Values,
): string | null {
  const marks = Object.entries({ theme, form, language })
    .filter(([, wanted]) => wanted.length > 0)
    .map(([kind, wanted]) => `(${wanted.map((one) => quoted(`=${kind}:${one}`)).join(' | ')})`);
  return marks.length > 0 ? `${values.add(marks.join(' & '))}::text::tsquery` : null;
}

/** A lexeme as `tsquery` reads it, whatever is in it. */
const quoted = (lexeme: string) => `'${lexeme.replace(/['\\]/g, '$&$&')}'`;

import type { Language } from '@luotsi/platform/model';

/**
 * The SQL expression of a localised column in a language, falling back to Finnish, to sort by as
 * the language sorts (ICU collation: å, ä, ö last in Finnish and Swedish).
 */
export function nameIn(column: string, language: Language): string {
  return `coalesce(nullif(${column}->>'${language}', ''), ${column}->>'fi') COLLATE "${language}-x-icu"`;
}

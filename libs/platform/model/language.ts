import * as z from 'zod';

/** The languages of the service, the first one being the one that is fallen back to. */
export const languages = ['fi', 'sv', 'en'] as const;

export const language = z.enum(languages).meta({ id: 'Language' });
export type Language = z.infer<typeof language>;

/** BCP 47 tags for `Intl`: the formats of Finland, in each language. */
export const locales: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/**
 * The language to answer in: the first wish that is one of ours, else Finnish.
 * @param wishes language tags, most wished first (`sv-FI`, `en`, …)
 */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const found = languages.find((known) => wish?.toLowerCase().split('-')[0] === known);
    if (found) return found;
  }
  return 'fi';
}

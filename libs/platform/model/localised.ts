import * as z from 'zod';
import { languages, type Language } from './language';

/** A text in every language of the service; an untranslated one is empty. */
export const localised = z
  .object({
    fi: z.string().trim().max(20_000),
    sv: z.string().trim().max(20_000),
    en: z.string().trim().max(20_000),
  })
  .meta({
    id: 'LocalisedText',
    examples: [{ fi: 'Ohjaus', sv: 'Handledning', en: 'Guidance' }],
  });
export type Localised = z.infer<typeof localised>;

/** A localised text that is filled in at least one language. */
export const filledLocalised = localised.refine(
  (texts) => languages.some((language) => texts[language] !== ''),
  { params: { problem: 'text-in-no-language' } },
);

/** A text and the language it is really in, so that a fallback can be marked with `lang`. */
export interface TextInLanguage {
  readonly text: string;
  readonly language: Language;
}

/** The text in the wished language, or in the first language that has it (fi, sv, en). */
export function inLanguage(texts: Localised, wished: Language): TextInLanguage {
  const language = [wished, ...languages].find((candidate) => texts[candidate] !== '') ?? wished;
  return { text: texts[language], language };
}

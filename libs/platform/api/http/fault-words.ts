import { languages, type Language, type Localised } from '@luotsi/platform/model';
import * as z from 'zod';

const ZOD = {
  fi: z.locales.fi().localeError,
  sv: z.locales.sv().localeError,
  en: z.locales.en().localeError,
};

const words = {
  empty: {
    fi: 'Tämä kohta on tyhjä. Kirjoita siihen.',
    sv: 'Det här är tomt. Skriv något.',
    en: 'This is empty. Write something here.',
  },
  missing: {
    fi: 'Tämä puuttuu.',
    sv: 'Det här saknas.',
    en: 'This is missing.',
  },
  long: {
    fi: 'Teksti on liian pitkä. Siinä voi olla enintään {most} merkkiä.',
    sv: 'Texten är för lång. Den får ha högst {most} tecken.',
    en: 'The text is too long. It may have {most} characters at most.',
  },
} as const satisfies Record<string, Localised>;

/**
 * What is wrong with a part of what was sent, in a language: in our own words for what people meet
 * (nothing written, too much written), else in those of zod.
 */
export function faultWords(language: Language): z.core.$ZodErrorMap {
  return (issue) => {
    if (isBlank(issue.input) && issue.code !== 'invalid_type') return words.empty[language];
    if (issue.code === 'invalid_type' && issue.input === undefined) return words.missing[language];
    if (issue.code === 'too_big' && issue.origin === 'string')
      return words.long[language].replace('{most}', String(issue.maximum));
    return ZOD[language](issue);
  };
}

/** A text without anything in it, in whichever languages. */
function isBlank(input: unknown): boolean {
  if (typeof input === 'string') return input.trim() === '';
  return (
    typeof input === 'object' &&
    input !== null &&
    languages.every((language) => isEmptyIn(input, language))
  );
}

function isEmptyIn(texts: object, language: Language): boolean {
  const text = (texts as Partial<Record<Language, unknown>>)[language];
  return typeof text === 'string' && text.trim() === '';
}

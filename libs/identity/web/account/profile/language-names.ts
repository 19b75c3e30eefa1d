import { locales, type Language } from '@luotsi/platform/model';

/** The languages that guidance is given in most often, which the form offers at once. */
export const commonLanguages = [
  'fi',
  'sv',
  'en',
  'se',
  'smn',
  'sms',
  'fse',
  'ru',
  'et',
  'uk',
  'ar',
  'so',
  'fa',
  'ku',
  'de',
  'fr',
  'es',
] as const;

/** What browsers have no name for. */
const own: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  fse: {
    fi: 'suomalainen viittomakieli',
    sv: 'finskt teckenspråk',
    en: 'Finnish Sign Language',
  },
  se: { fi: 'pohjoissaame', sv: 'nordsamiska', en: 'Northern Sámi' },
  smn: { fi: 'inarinsaame', sv: 'enaresamiska', en: 'Inari Sámi' },
  sms: { fi: 'koltansaame', sv: 'skoltsamiska', en: 'Skolt Sámi' },
};

/** The names of languages (ISO 639) in a language of the service. */
export function languageNames(codes: readonly string[], language: Language): string[] {
  const names = new Intl.DisplayNames(locales[language], { type: 'language' });
  return codes.map((code) => own[code]?.[language] ?? names.of(code) ?? code);
}

import type { Language, Localised } from '@luotsi/platform/model';
import * as z from 'zod';

/** How long a password is: characters of Unicode's form NFKC, the form in which it is hashed. */
export const passwordLength = { least: 10, most: 128 } as const;

/** A password that is to be kept. What is wrong with one is told in words of ours, not the schema's. */
export const newPassword = z.string().max(1_024).meta({ id: 'NewPassword' });

/** Why a password is not taken. */
export type PasswordFault = 'tooShort' | 'tooLong' | 'common' | 'personal';

const words: Readonly<Record<PasswordFault, Localised>> = {
  tooShort: {
    fi: 'Salasanassa on oltava vähintään {least} merkkiä. Muutama sana peräkkäin on helppo muistaa.',
    sv: 'Lösenordet måste ha minst {least} tecken. Några ord i rad är lätta att minnas.',
    en: 'The password needs at least {least} characters. A few words in a row are easy to remember.',
  },
  tooLong: {
    fi: 'Salasanassa voi olla enintään {most} merkkiä.',
    sv: 'Lösenordet får ha högst {most} tecken.',
    en: 'The password can have at most {most} characters.',
  },
  common: {
    fi: 'Tämä salasana on yleinen tai helppo arvata. Valitse toinen, esimerkiksi muutama sana, jotka eivät kuulu yhteen.',
    sv: 'Det här lösenordet är vanligt eller lätt att gissa. Välj ett annat, till exempel några ord som inte hör ihop.',
    en: 'This password is common or easy to guess. Choose another, for example a few words that do not belong together.',
  },
  personal: {
    fi: 'Salasanassa on lähinnä nimesi, sähköpostiosoitteesi tai palvelun nimi. Valitse toinen, jota muut eivät arvaa.',
    sv: 'Lösenordet består mest av ditt namn, din e-postadress eller tjänstens namn. Välj ett annat som andra inte gissar.',
    en: 'The password is mostly your name, your e-mail address or the name of this service. Choose another that others will not guess.',
  },
};

/** What is wrong with a password, and what to do, in words. */
export function passwordFaultInWords(fault: PasswordFault, language: Language): string {
  return words[fault][language]
    .replace('{least}', String(passwordLength.least))
    .replace('{most}', String(passwordLength.most));
}

/** Whether a password is too short or too long; the rest is the server's to judge. */
export function faultOfLength(password: string): 'tooShort' | 'tooLong' | null {
  const { length } = [...password.normalize('NFKC')];
  if (length < passwordLength.least) return 'tooShort';
  return length > passwordLength.most ? 'tooLong' : null;
}

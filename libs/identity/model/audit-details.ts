import {
  inLanguage,
  languages,
  locales,
  type Language,
  type Localised,
} from '@luotsi/platform/model';
import { roles, type Role } from './permissions';
import { roleNames } from './role-names';

const scopeWords = {
  country: { fi: 'koko maa', sv: 'hela landet', en: 'the whole country' },
  region: { fi: 'maakunta', sv: 'landskap', en: 'region' },
  group: { fi: 'ryhmä', sv: 'grupp', en: 'group' },
} as const satisfies Record<string, Localised>;

const countWords: Localised = { fi: 'henkilöä', sv: 'personer', en: 'people' };

/** What the fields of a profile and an account are called. */
const fieldWords: Readonly<Record<string, Localised>> = {
  name: { fi: 'nimi', sv: 'namn', en: 'name' },
  email: { fi: 'sähköpostiosoite', sv: 'e-postadress', en: 'e-mail address' },
  language: { fi: 'kieli', sv: 'språk', en: 'language' },
  languages: { fi: 'työkielet', sv: 'arbetsspråk', en: 'working languages' },
  region: { fi: 'maakunta', sv: 'landskap', en: 'region' },
  organisation: { fi: 'organisaatio', sv: 'organisation', en: 'organisation' },
  organisationNamed: { fi: 'organisaatio', sv: 'organisation', en: 'organisation' },
  sector: { fi: 'toimiala', sv: 'sektor', en: 'sector' },
  practitionerType: { fi: 'ohjaajan tehtävä', sv: 'vägledarroll', en: 'kind of practitioner' },
};

/**
 * The facts of an entry in words, in the order in which they are read; those that mean nothing to a
 * reader (ids) are left out. A scope may carry the `name` of its place.
 */
export function auditDetails(
  facts: Readonly<Record<string, unknown>>,
  language: Language,
): string[] {
  const word = (texts: Localised) => inLanguage(texts, language).text;
  const { role, scope, title, count, fields, provider, until } = facts;
  const said: string[] = [];
  if (isRole(role)) said.push(word(roleNames[role]));
  if (isScope(scope)) {
    const kind = [word(scopeWords[scope.type]), scope.id ?? ''].join(' ').trim();
    said.push(isLocalised(scope.name) ? word(scope.name) : kind);
  }
  if (typeof title === 'string') said.push(title);
  else if (isLocalised(title)) said.push(word(title));
  if (Array.isArray(fields)) {
    said.push(
      ...fields.map((field) => word(fieldWords[String(field)] ?? sameInAll(String(field)))),
    );
  }
  if (typeof provider === 'string') said.push(provider);
  if (typeof count === 'number') {
    said.push(`${count.toLocaleString(locales[language])} ${word(countWords)}`);
  }
  if (typeof until === 'string' && !Number.isNaN(Date.parse(until))) {
    said.push(
      `→ ${new Date(until).toLocaleDateString(locales[language], { timeZone: 'Europe/Helsinki' })}`,
    );
  }
  return said;
}

const sameInAll = (text: string): Localised => ({ fi: text, sv: text, en: text });
const isRole = (value: unknown): value is Role => (roles as readonly unknown[]).includes(value);

function isScope(value: unknown): value is {
  type: keyof typeof scopeWords;
  id: string | null;
  name?: unknown;
} {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    String(value.type) in scopeWords
  );
}

function isLocalised(value: unknown): value is Localised {
  return (
    typeof value === 'object' &&
    value !== null &&
    languages.every((language) => typeof (value as Record<string, unknown>)[language] === 'string')
  );
}

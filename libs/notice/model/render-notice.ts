import {
  inLanguage,
  locales,
  type Language,
  type Localised,
  type NoticeFact,
  type NoticeFacts,
  type NoticeItem,
  type NoticeKind,
} from '@luotsi/platform/model';
import { clockZone } from './helsinki-clock';

/** A notice in words. */
export interface NoticeWords {
  readonly title: string;
  readonly body: string;
  readonly action: string;
}

/** A notice in a language. What a fact lacks in it is said in the language that it has. */
export function renderNotice(
  kind: Pick<NoticeKind, 'title' | 'body' | 'action'>,
  facts: NoticeFacts,
  language: Language,
): NoticeWords {
  return {
    title: begun(fill(kind.title[language], facts, language), language),
    body: begun(fill(kind.body[language], facts, language), language),
    action: kind.action[language],
  };
}

/** A sentence that begins with a fact (a weekday) begins with a capital letter all the same. */
function begun(text: string, language: Language): string {
  return text.charAt(0).toLocaleUpperCase(locales[language]) + text.slice(1);
}

/** Fills `{name}`s; a bracketed part goes when one of its own facts is missing. */
function fill(template: string, facts: NoticeFacts, language: Language): string {
  const word = (name: string) => wordOf(facts[name] ?? null, language);
  return template
    .split(/\[([^\]]*)\]/)
    .map((part, place) => {
      const names = [...part.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      const isOptional = place % 2 === 1;
      if (isOptional && names.some((name) => word(name) === '')) return '';
      return part.replace(/\{(\w+)\}/g, (_, name: string) => word(name));
    })
    .join('');
}

function wordOf(fact: NoticeFact, language: Language): string {
  if (fact === null) return '';
  if (typeof fact === 'string') return fact;
  if (typeof fact === 'number') return new Intl.NumberFormat(locales[language]).format(fact);
  if (isList(fact)) return listWords(fact, language);
  return 'at' in fact
    ? momentWords(fact.at, language, fact.timeZone ?? clockZone)
    : inLanguage(fact satisfies Localised, language).text;
}

const isList = (fact: object): fact is readonly NoticeItem[] => Array.isArray(fact);

/** `Kahvila (tiistai 9.2.2027 klo 13.00 ja tiistai 9.3.2027 klo 13.00); Messut (…)`. */
function listWords(items: readonly NoticeItem[], language: Language): string {
  const list = new Intl.ListFormat(locales[language], { type: 'conjunction' });
  const named = new Map<string, string[]>();
  for (const { name, when } of items) {
    const moments = named.get(wordOf(name, language)) ?? [];
    named.set(wordOf(name, language), when ? [...moments, wordOf(when, language)] : moments);
  }
  return [...named]
    .map(([name, moments]) => (moments.length > 0 ? `${name} (${list.format(moments)})` : name))
    .join('; ');
}

const clockWord: Record<Language, string> = { fi: ' klo ', sv: ' kl. ', en: ' at ' };
const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment in words: `torstai 11.3.2027 klo 9.00`, `torsdag 11.3.2027 kl. 9:00`. */
export function momentWords(at: string, language: Language, timeZone: string): string {
  const instant = new Date(at);
  const write = (options: Intl.DateTimeFormatOptions) => {
    const key = JSON.stringify([language, timeZone, options]);
    const format =
      formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...options, timeZone });
    formats.set(key, format);
    return format.format(instant).replace(/\u202f/g, ' ');
  };
  const weekday = write({ weekday: 'long' });
  const month = language === 'en' ? 'long' : 'numeric';
  const date = write({ day: 'numeric', month, year: 'numeric' });
  const time = write({ hour: 'numeric', minute: '2-digit', hour12: false });
  return `${weekday} ${date}${clockWord[language]}${time}`;
}

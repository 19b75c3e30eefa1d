import { auditActions, auditDetails, type AuditEntry } from '@luotsi/identity/model';
import { csvOf } from '@luotsi/platform/api';
import { locales, type Language } from '@luotsi/platform/model';

const words = {
  fi: {
    head: ['Aika', 'Mitä tehtiin', 'Kuka teki', 'Kenen tiedoille', 'Tarkemmin'],
    service: 'palvelu itse',
    deleted: 'poistettu tili',
    more: (count: number) => `ja ${String(count)} muuta`,
  },
  sv: {
    head: ['Tid', 'Vad som gjordes', 'Vem gjorde det', 'Vems uppgifter', 'Närmare'],
    service: 'tjänsten själv',
    deleted: 'raderat konto',
    more: (count: number) => `och ${String(count)} till`,
  },
  en: {
    head: ['Time', 'What was done', 'By whom', 'Whose data', 'Details'],
    service: 'the service itself',
    deleted: 'deleted account',
    more: (count: number) => `and ${String(count)} more`,
  },
} satisfies Record<Language, unknown>;

/** Entries as CSV. */
export function auditCsv(entries: readonly AuditEntry[], language: Language): string {
  const { head, service, deleted, more } = words[language];
  const time = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: 'Europe/Helsinki',
  });
  const rows = entries.map(({ at, action, actor, subjects, subjectCount, facts }) => [
    time.format(new Date(at)),
    auditActions[action][language],
    actor ? (actor.name ?? deleted) : service,
    [
      ...subjects.map(({ name }) => name ?? deleted),
      ...(subjectCount > subjects.length ? [more(subjectCount - subjects.length)] : []),
    ].join(', '),
    auditDetails(facts, language).join(', '),
  ]);
  return csvOf([head, ...rows]);
}

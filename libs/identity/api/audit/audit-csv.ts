import { auditActions, auditDetails, type AuditEntry } from '@luotsi/identity/model';
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

/**
 * Entries as CSV for the spreadsheets of Finland: UTF-8 with a byte order mark, semicolons, CRLF.
 * Cells that a spreadsheet would take for a formula begin with an apostrophe (OWASP, CSV injection).
 */
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
  return `\ufeff${[head, ...rows].map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

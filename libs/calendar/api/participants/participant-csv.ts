import { csvOf } from '@luotsi/platform/api';
import type { EnrolmentStatus } from '@luotsi/calendar/model';
import { inLanguage, locales, type Language } from '@luotsi/platform/model';
import type { ParticipantRow } from './participant-rows';

type States = Readonly<Record<EnrolmentStatus, string>>;
interface Words {
  readonly head: readonly string[];
  readonly needs: readonly string[];
  readonly deleted: string;
  readonly states: States;
}

const words: Readonly<Record<Language, Words>> = {
  fi: {
    head: [
      'Nimi',
      'Sähköposti',
      'Tila',
      'Sija jonossa',
      'Ilmoittautui',
      'Maakunta',
      'Organisaatio',
    ],
    needs: ['Ruokavalio', 'Esteettömyystarpeet'],
    deleted: 'poistettu tili',
    states: {
      applied: 'odottaa hyväksyntää',
      confirmed: 'mukana',
      waitlisted: 'jonossa',
      offered: 'paikka tarjottu',
      declined: 'ei tule',
      cancelled: 'peruttu',
    },
  },
  sv: {
    head: ['Namn', 'E-post', 'Läge', 'Plats i kön', 'Anmäld', 'Landskap', 'Organisation'],
    needs: ['Kost', 'Tillgänglighetsbehov'],
    deleted: 'raderat konto',
    states: {
      applied: 'väntar på godkännande',
      confirmed: 'med',
      waitlisted: 'i kö',
      offered: 'plats erbjuden',
      declined: 'kommer inte',
      cancelled: 'avbokad',
    },
  },
  en: {
    head: ['Name', 'E-mail', 'State', 'Place in line', 'Enrolled', 'Region', 'Organisation'],
    needs: ['Diet', 'Access needs'],
    deleted: 'deleted account',
    states: {
      applied: 'awaits approval',
      confirmed: 'in',
      waitlisted: 'in line',
      offered: 'seat offered',
      declined: 'not coming',
      cancelled: 'cancelled',
    },
  },
};

/** The enrolled as CSV, in words. */
export function participantCsv(
  rows: readonly ParticipantRow[],
  language: Language,
  needsShown: boolean,
): string {
  const { head, needs, deleted, states } = words[language];
  const time = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Helsinki',
  });
  const text = (name: ParticipantRow['region']) => (name ? inLanguage(name, language).text : '');
  return csvOf([
    [...head, ...(needsShown ? needs : [])],
    ...rows.map((row) => [
      row.name ?? deleted,
      row.email ?? '',
      states[row.status],
      row.status === 'waitlisted' ? String(row.position) : '',
      time.format(row.enrolled_at),
      text(row.region),
      text(row.organisation),
      ...(needsShown ? [row.diet ?? '', row.access_needs ?? ''] : []),
    ]),
  ]);
}

import { rowsGone, type RetentionRule } from '@luotsi/platform/api';

/** Interest ends with the date, which makes it an enrolment; with a cancellation; with its year. */
export const interestRetention: RetentionRule = {
  name: 'calendar.session_interest',
  what: {
    fi: 'Kiinnostuksesi koulutuksiin, joilla ei ole vielä aikaa',
    sv: 'Ditt intresse för utbildningar som ännu inte har något datum',
    en: 'Your interest in sessions that have no date yet',
  },
  keptFor: {
    fi: 'kunnes koulutus saa ajan tai perutaan tai sen suunniteltu vuosi on ohi, tai perut kiinnostuksesi',
    sv: 'tills utbildningen får ett datum, ställs in eller det planerade året är slut, eller du tar tillbaka intresset',
    en: 'until the session gets its date or is cancelled or its planned year is over, or you take it back',
  },
  apply: (manager, now) =>
    rowsGone(
      manager,
      `DELETE FROM calendar.session_interest i USING calendar.session s
       WHERE s.id = i.session_id
         AND (s.status = 'cancelled' OR s.first_start IS NOT NULL
           OR s.planned_year < extract(year FROM $1::timestamptz))`,
      [now],
    ),
};

import { rowsGone, type RetentionRule } from '@luotsi/platform/api';
import { NEEDS_KEPT_DAYS } from '@luotsi/calendar/model';

/**
 * Needs go 14 days after the session, and with a session that is cancelled. Whoever is out has theirs
 * deleted at once, by the database itself.
 */
export const needsRetention: RetentionRule = {
  name: 'calendar.enrolment_needs',
  what: {
    fi: 'Ruokavaliot ja esteettömyystarpeet',
    sv: 'Specialkost och tillgänglighetsbehov',
    en: 'Diets and access needs',
  },
  keptFor: {
    fi: `${NEEDS_KEPT_DAYS} päivää koulutuksesta, tai kunnes perut ilmoittautumisesi`,
    sv: `${NEEDS_KEPT_DAYS} dagar från utbildningen, eller tills du avbokar`,
    en: `${NEEDS_KEPT_DAYS} days from the session, or until you cancel`,
  },
  apply: (manager, now) =>
    rowsGone(
      manager,
      `DELETE FROM calendar.enrolment_needs n
       USING calendar.enrolment e, calendar.session s
       WHERE e.id = n.enrolment_id AND s.id = e.session_id
         AND (s.status = 'cancelled'
           OR s.last_end < $1::timestamptz - make_interval(days => $2))`,
      [now, NEEDS_KEPT_DAYS],
    ),
};

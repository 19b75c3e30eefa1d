import { rowsGone, type RetentionRule } from '@luotsi/platform/api';
import { NEEDS_KEPT_DAYS } from '@luotsi/calendar/model';

/**
 * SQL: whether the time of needs at `calendar.session s` is over. A postponed session is still to come:
 * its old date says nothing, but nobody waits for a new one longer than a year.
 * @param at SQL of the time by which it is asked
 */
export const NEEDS_OVER = (at: string) => `
  (s.status = 'cancelled' OR s.last_end < ${at} - CASE s.status
    WHEN 'postponed' THEN interval '1 year' ELSE interval '${String(NEEDS_KEPT_DAYS)} days' END)`;

/**
 * Needs go 14 days after the session's last meeting, and with a session that is cancelled; nobody reads
 * them from then on, also before the nightly deletion. Whoever is out has theirs deleted at once, by the
 * database itself.
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
       WHERE e.id = n.enrolment_id AND s.id = e.session_id AND ${NEEDS_OVER('$1::timestamptz')}`,
      [now],
    ),
};

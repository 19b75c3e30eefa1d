import { Changes, rowsGone, type PersonalData, type RetentionRule } from '@luotsi/platform/api';
import { attendanceData, attendanceRetention } from '../attendance/attendance-data';
import { Enrolments } from '../enrolment/enrolments';
import { feedbackData, feedbackRetention } from '../feedback/feedback-data';
import { PERSON_CHANGED } from '../feed/personal-feeds';
import { interestRetention } from '../interest/interest-retention';
import { needsRetention } from '../needs/needs-retention';
import { forgetOutlines, outlineColumns, outlineRetention, outlinesOf } from './outlines';
import { calendarWords } from './words';

/** Years after a session for which it is kept who was there. */
const YEARS = 6;

/** What the calendar keeps about a person, and how it forgets them: counts stay, people go. */
export const calendarData: PersonalData = {
  columns: [
    'calendar.enrolment.person_id',
    'calendar.enrolment_transition.by_person_id',
    'calendar.personal_feed.person_id',
    'calendar.session.created_by',
    'calendar.session_coach.person_id',
    'calendar.session_interest.person_id',
    ...outlineColumns,
    ...attendanceData.columns,
    ...feedbackData.columns,
  ],
  words: { ...calendarWords, ...attendanceData.words, ...feedbackData.words },
  async collect(manager, person) {
    const [row] = await manager.query<{ data: Record<string, unknown> }[]>(COLLECT, [person]);
    return {
      ...row?.data,
      outlines: await outlinesOf(manager, person),
      ...(await attendanceData.collect(manager, person)),
      ...(await feedbackData.collect(manager, person)),
    };
  },
  async forget(manager, person) {
    await Enrolments.leave(manager, person);
    await manager.query(
      `UPDATE calendar.enrolment_transition t SET note = NULL FROM calendar.enrolment e
       WHERE e.id = t.enrolment_id AND e.person_id = $1 AND t.note IS NOT NULL`,
      [person],
    );
    await attendanceData.forget(manager, person);
    await feedbackData.forget(manager, person);
    await manager.query(WITHOUT_PERSON, [person]);
    await manager.query(
      'UPDATE calendar.enrolment_transition SET by_person_id = NULL WHERE by_person_id = $1',
      [person],
    );
    await manager.query('UPDATE calendar.session SET created_by = NULL WHERE created_by = $1', [
      person,
    ]);
    await manager.query('DELETE FROM calendar.session_coach WHERE person_id = $1', [person]);
    await manager.query('DELETE FROM calendar.session_interest WHERE person_id = $1', [person]);
    await forgetOutlines(manager, person);
    await manager.query('DELETE FROM calendar.personal_feed WHERE person_id = $1', [person]);
    await Changes.announce(manager, PERSON_CHANGED, person);
  },
};

/** How long what the calendar keeps about people is kept. */
export const calendarRetention: readonly RetentionRule[] = [
  {
    name: 'calendar.enrolment',
    what: {
      fi: 'Ilmoittautumiset ja osallistuminen',
      sv: 'Anmälningar och deltagande',
      en: 'Enrolments and attendance',
    },
    keptFor: {
      fi: '6 vuotta tilaisuudesta; sen jälkeen jäljelle jää lukumäärä',
      sv: '6 år från tillfället; därefter återstår antalet',
      en: '6 years from the session; after that only the number remains',
    },
    apply: async (manager, now) => {
      await manager.query(
        `UPDATE calendar.enrolment_transition t SET by_person_id = NULL, note = NULL
         FROM calendar.enrolment e JOIN calendar.session s ON s.id = e.session_id
         WHERE t.enrolment_id = e.id AND (t.by_person_id IS NOT NULL OR t.note IS NOT NULL)
           AND s.last_end < $1::timestamptz - make_interval(years => $2)`,
        [now, YEARS],
      );
      return rowsGone(
        manager,
        `UPDATE calendar.enrolment e SET person_id = NULL FROM calendar.session s
         WHERE s.id = e.session_id AND e.person_id IS NOT NULL
           AND s.last_end < $1::timestamptz - make_interval(years => $2)`,
        [now, YEARS],
      );
    },
  },
  needsRetention,
  interestRetention,
  ...attendanceRetention,
  ...feedbackRetention,
  {
    name: 'calendar.session_coach',
    what: {
      fi: 'Koulutukset, jotka sinulle on annettu valmentajana',
      sv: 'Utbildningar som getts dig som handledare',
      en: 'Sessions given to you as a coach',
    },
    keptFor: {
      fi: '6 vuotta tilaisuudesta',
      sv: '6 år från tillfället',
      en: '6 years from the session',
    },
    apply: (manager, now) =>
      rowsGone(
        manager,
        `DELETE FROM calendar.session_coach c USING calendar.session s
         WHERE s.id = c.session_id
           AND s.last_end < $1::timestamptz - make_interval(years => $2)`,
        [now, YEARS],
      ),
  },
  outlineRetention,
  {
    name: 'calendar.personal_feed',
    what: {
      fi: 'Oman kalenterisyötteesi osoite',
      sv: 'Adressen till ditt eget kalenderflöde',
      en: 'The address of your own calendar feed',
    },
    keptFor: {
      fi: 'kunnes uusit sen, tai niin kauan kuin sinulla on tili',
      sv: 'tills du förnyar den, eller så länge du har ett konto',
      en: 'until you renew it, or as long as you have an account',
    },
  },
];

/**
 * Not where someone is in again who enrolled after leaving, in another transaction: a seat or a place
 * in line belongs to a person. Their account then stays until the next run, which leaves that, too.
 */
const WITHOUT_PERSON = `
  UPDATE calendar.enrolment e SET person_id = NULL FROM calendar.session s
  WHERE e.person_id = $1 AND s.id = e.session_id
    AND (e.status IN ('declined', 'cancelled') OR s.last_end <= clock_timestamp())`;

const COLLECT = `
  SELECT json_build_object(
    'enrolments', coalesce((
      SELECT json_agg(json_build_object('session', s.title, 'starts', s.first_start,
        'ends', s.last_end, 'status', e.status, 'changedAt', e.changed_at,
        'needs', (SELECT json_build_object('diet', n.diet, 'accessNeeds', n.access_needs,
            'changedAt', n.changed_at)
          FROM calendar.enrolment_needs n WHERE n.enrolment_id = e.id),
        'history', (SELECT json_agg(json_build_object('at', t.at, 'status', t.to_status,
            'reason', t.reason, 'by', t.actor, 'note', t.note)
          ORDER BY t.sequence)
          FROM calendar.enrolment_transition t WHERE t.enrolment_id = e.id))
        ORDER BY s.first_start, s.id)
      FROM calendar.enrolment e JOIN calendar.session s ON s.id = e.session_id
      WHERE e.person_id = $1), '[]'),
    'sessionsMade', coalesce((
      SELECT json_agg(json_build_object('session', s.title, 'starts', s.first_start,
        'createdAt', s.created_at) ORDER BY s.created_at, s.id)
      FROM calendar.session s WHERE s.created_by = $1), '[]'),
    'interests', coalesce((
      SELECT json_agg(json_build_object('session', s.title, 'at', i.at) ORDER BY i.place)
      FROM calendar.session_interest i JOIN calendar.session s ON s.id = i.session_id
      WHERE i.person_id = $1), '[]'),
    'sessionsCoached', coalesce((
      SELECT json_agg(json_build_object('session', s.title, 'starts', s.first_start)
        ORDER BY s.first_start, s.id)
      FROM calendar.session_coach c JOIN calendar.session s ON s.id = c.session_id
      WHERE c.person_id = $1), '[]'),
    'personalFeed', coalesce((
      SELECT json_agg(json_build_object('addressesSoFar', f.generation))
      FROM calendar.personal_feed f WHERE f.person_id = $1), '[]')
  ) AS data`;

import { rowsGone, type PersonalData, type RetentionRule } from '@luotsi/platform/api';

/** What is kept of whom feedback was asked: that it was, and whether they answered; never what. */
export const feedbackData: PersonalData = {
  columns: ['calendar.feedback_asked.person_id'],
  words: {
    feedbackAsked: {
      fi: 'Palautepyynnöt; vastauksia ei ole yhdistetty kehenkään',
      sv: 'Begäran om respons; svaren är inte kopplade till någon',
      en: 'Requests for feedback; answers are tied to nobody',
    },
    answered: { fi: 'Vastasit', sv: 'Du svarade', en: 'You answered' },
  },
  async collect(manager, person) {
    const feedbackAsked = await manager.query<object[]>(
      `SELECT s.title AS session, s.first_start AS starts, a.answered
       FROM calendar.feedback_asked a JOIN calendar.session s ON s.id = a.session_id
       WHERE a.person_id = $1 ORDER BY s.first_start, s.id`,
      [person],
    );
    return { feedbackAsked };
  },
  async forget(manager, person) {
    await manager.query('DELETE FROM calendar.feedback_asked WHERE person_id = $1', [person]);
  },
};

export const feedbackRetention: readonly RetentionRule[] = [
  {
    name: 'calendar.feedback_asked',
    what: {
      fi: 'Keneltä palautetta on pyydetty ja kuka on vastannut',
      sv: 'Av vem respons har begärts och vem som har svarat',
      en: 'Who was asked for feedback and who has answered',
    },
    keptFor: {
      fi: '60 päivää tilaisuudesta',
      sv: '60 dagar från tillfället',
      en: '60 days from the session',
    },
    apply: (manager, now) =>
      rowsGone(
        manager,
        `DELETE FROM calendar.feedback_asked a USING calendar.session s
         WHERE s.id = a.session_id AND s.last_end < $1::timestamptz - interval '60 days'`,
        [now],
      ),
  },
  {
    name: 'calendar.feedback_texts',
    what: {
      fi: 'Palautteiden vapaat tekstit, joita ei ole yhdistetty kehenkään',
      sv: 'Fritexter i respons, som inte är kopplade till någon',
      en: 'Free texts of feedback, which are tied to nobody',
    },
    keptFor: {
      fi: '3 vuotta tilaisuudesta; arvosanat jäävät',
      sv: '3 år från tillfället; vitsorden blir kvar',
      en: '3 years from the session; the ratings stay',
    },
    apply: (manager, now) =>
      rowsGone(
        manager,
        `UPDATE calendar.feedback_answer a SET good = '', better = '' FROM calendar.session s
         WHERE s.id = a.session_id AND a.good || a.better <> ''
           AND s.last_end < $1::timestamptz - interval '3 years'`,
        [now],
      ),
  },
];

import type { ProblemTable } from '@luotsi/platform/model';

/** Why someone can’t enrol, and what to do then. */
export const enrolmentProblems = {
  'enrolment-not-open': {
    status: 409,
    title: {
      fi: 'Ilmoittautuminen ei ole vielä auki',
      sv: 'Anmälan har ännu inte öppnat',
      en: 'Enrolment is not open yet',
    },
    detail: {
      fi: 'Sinua ei ilmoitettu. Tilaisuuden sivu kertoo, milloin ilmoittautuminen avautuu.',
      sv: 'Du anmäldes inte. Tillfällets sida berättar när anmälan öppnar.',
      en: 'You were not enrolled. The session’s page says when enrolment opens.',
    },
  },
  'enrolment-closed': {
    status: 409,
    title: {
      fi: 'Ilmoittautuminen on päättynyt',
      sv: 'Anmälan har stängt',
      en: 'Enrolment has closed',
    },
    detail: {
      fi: 'Sinua ei ilmoitettu. Kysy järjestäjältä tai etsi kalenterista toinen tilaisuus.',
      sv: 'Du anmäldes inte. Fråga arrangören eller sök ett annat tillfälle i kalendern.',
      en: 'You were not enrolled. Ask the organiser, or look in the calendar for another session.',
    },
  },
} as const satisfies ProblemTable;

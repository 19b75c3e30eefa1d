import type { ProblemTable } from '@luotsi/platform/model';

/** The refusals of the coaching programme. */
export const programmeProblems = {
  'activity-not-self-marked': {
    status: 409,
    title: {
      fi: 'Tätä ei merkitä tehdyksi itse',
      sv: 'Det här markerar man inte själv',
      en: 'This is not marked done by oneself',
    },
    detail: {
      fi: 'Mitään ei muutettu. Tehtävä merkitään tehdyksi, kun olet osallistunut siihen tai valmentaja on hyväksynyt sen.',
      sv: 'Ingenting ändrades. Uppgiften markeras som gjord när du har deltagit i den eller när coachen har godkänt den.',
      en: 'Nothing was changed. It is marked done when you have taken part in it or a coach has accepted it.',
    },
  },
} as const satisfies ProblemTable;

import type { ProblemTable } from '@luotsi/platform/model';

/** Why diets and access needs can’t be kept, and what to do then. */
export const needsProblems = {
  'not-enrolled': {
    status: 409,
    title: {
      fi: 'Et ole ilmoittautunut',
      sv: 'Du är inte anmäld',
      en: 'You are not enrolled',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Ilmoittaudu ensin tilaisuuden sivulla.',
      sv: 'Ingenting sparades. Anmäl dig först på tillfällets sida.',
      en: 'Nothing was kept. Enrol first on the session’s page.',
    },
  },
  'needs-not-asked': {
    status: 409,
    title: {
      fi: 'Järjestäjä ei kysy tätä enää',
      sv: 'Arrangören frågar inte längre efter detta',
      en: 'The organiser no longer asks for this',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Jos asia on tärkeä, ota yhteyttä järjestäjään.',
      sv: 'Ingenting sparades. Kontakta arrangören om saken är viktig.',
      en: 'Nothing was kept. If it matters, get in touch with the organiser.',
    },
  },
} as const satisfies ProblemTable;

import type { ProblemTable } from '@luotsi/platform/model';

/** What can be refused about frameworks. */
export const frameworkProblems = {
  'framework-unknown': {
    status: 404,
    title: {
      fi: 'Tällaista viitekehystä ei ole',
      sv: 'En sådan referensram finns inte',
      en: 'There is no such framework',
    },
    detail: {
      fi: 'Viitekehystä tai sen versiota ei löydy. Katso luettelosta, mitkä ovat käytössä.',
      sv: 'Referensramen eller dess version hittades inte. Se i listan vilka som är i bruk.',
      en: 'The framework or its version was not found. See in the list which ones are in use.',
    },
  },
} as const satisfies ProblemTable;

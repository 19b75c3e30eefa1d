import type { ProblemTable } from '@luotsi/platform/model';

/** Why a list can’t be gone on with. */
export const listProblems = {
  'cursor-unknown': {
    status: 422,
    title: {
      fi: 'Lista ei jatku tästä kohdasta',
      sv: 'Listan fortsätter inte från det här stället',
      en: 'The list does not go on from here',
    },
    detail: {
      fi: 'Kohtaa, josta listaa jatkettiin, ei löydy. Aloita lista alusta.',
      sv: 'Stället som listan skulle fortsätta från finns inte. Börja listan från början.',
      en: 'The place to go on from is not known. Start the list from its beginning.',
    },
  },
} as const satisfies ProblemTable;

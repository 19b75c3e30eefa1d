import type { ProblemTable } from '@luotsi/platform/model';

/** Why a list can’t be gone on with. */
export const listProblems = {
  'cursor-unknown': {
    status: 422,
    title: { fi: 'Listan kohtaa ei löydy', sv: 'Platsen i listan finns inte', en: 'No such page' },
    detail: {
      fi: 'Aloita lista alusta.',
      sv: 'Börja listan från början.',
      en: 'Start the list from its beginning.',
    },
  },
} as const satisfies ProblemTable;

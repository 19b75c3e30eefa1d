import type { ProblemTable } from '@luotsi/platform/model';

/** What the deletion of an account may be refused with. */
export const privacyProblems = {
  'last-administrator-leaving': {
    status: 409,
    title: {
      fi: 'Olet ainoa ylläpitäjä',
      sv: 'Du är den enda administratören',
      en: 'You are the only administrator',
    },
    detail: {
      fi: 'Tiliä ei poisteta. Anna ensin ylläpitäjän rooli jollekin toiselle, ja pyydä sitten poistoa uudelleen.',
      sv: 'Kontot raderas inte. Ge först administratörsrollen till någon annan och begär sedan raderingen på nytt.',
      en: 'The account is not deleted. Give the role of administrator to someone else first, then ask again.',
    },
  },
} as const satisfies ProblemTable;

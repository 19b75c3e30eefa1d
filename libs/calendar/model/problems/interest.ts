import type { ProblemTable } from '@luotsi/platform/model';

/** Why interest can’t be shown, and what to do then. */
export const interestProblems = {
  'session-dated': {
    status: 409,
    title: {
      fi: 'Tilaisuudella on jo aika',
      sv: 'Tillfället har redan en tid',
      en: 'The session has a date by now',
    },
    detail: {
      fi: 'Kiinnostusta ei tarvitse enää kertoa. Voit ilmoittautua tilaisuuden sivulla.',
      sv: 'Du behöver inte längre visa intresse. Du kan anmäla dig på tillfällets sida.',
      en: 'There is no need to show interest any more. You can enrol on the session’s page.',
    },
  },
} as const satisfies ProblemTable;

import type { ProblemTable } from '@luotsi/platform/model';

/** What telling of an obstacle may be refused with. */
export const accessibilityFeedbackProblems = {
  'too-much-feedback': {
    status: 429,
    title: {
      fi: 'Palautetta on tullut paljon tästä verkosta',
      sv: 'Det har kommit mycket respons från det här nätet',
      en: 'Much feedback has come from this network',
    },
    detail: {
      fi: 'Palautetta ei lähetetty, mutta tekstisi on tallella tällä sivulla. Lähetä se tunnin kuluttua uudelleen tai käytä ylläpidon sähköpostiosoitetta.',
      sv: 'Responsen skickades inte, men texten finns kvar på den här sidan. Skicka den igen om en timme eller använd administratörens e-postadress.',
      en: 'It was not sent, but your text is kept on this page. Send it again in an hour or use the operator’s e-mail address.',
    },
  },
} as const satisfies ProblemTable;

import type { ProblemTable } from '@luotsi/platform/model';

const kept = {
  fi: 'Vastauksesi on yhä tällä laitteella.',
  sv: 'Ditt svar finns kvar på den här enheten.',
  en: 'Your answer is still on this device.',
};

/** Why an answer on feedback isn't taken, and what to do then. */
export const feedbackProblems = {
  'feedback-not-yet': {
    status: 409,
    title: {
      fi: 'Koulutusta ei ole vielä pidetty',
      sv: 'Utbildningen har ännu inte hållits',
      en: 'The session hasn’t been held yet',
    },
    detail: {
      fi: `${kept.fi} Lähetä se koulutuksen jälkeen.`,
      sv: `${kept.sv} Skicka det efter utbildningen.`,
      en: `${kept.en} Send it after the session.`,
    },
  },
  'feedback-not-yours': {
    status: 403,
    title: {
      fi: 'Palautetta kysytään mukana olleilta',
      sv: 'Respons begärs av dem som var med',
      en: 'Feedback is asked of those who were there',
    },
    detail: {
      fi: 'Vastausta ei tallennettu. Jos olit mukana, pyydä järjestäjää merkitsemään läsnäolosi.',
      sv: 'Svaret sparades inte. Om du var med, be arrangören anteckna din närvaro.',
      en: 'The answer was not kept. If you were there, ask the organiser to note your attendance.',
    },
  },
  'feedback-given': {
    status: 409,
    title: {
      fi: 'Palautteesi on jo perillä',
      sv: 'Din respons har redan kommit fram',
      en: 'Your feedback is already in',
    },
    detail: {
      fi: 'Uutta vastausta ei tallennettu. Ensimmäistä ei voi muuttaa, koska mikään ei kerro, mikä vastaus on sinun. Jos haluat lisätä jotakin, kirjoita järjestäjälle.',
      sv: 'Det nya svaret sparades inte. Det första kan inte ändras, eftersom inget berättar vilket svar som är ditt. Skriv till arrangören om du vill tillägga något.',
      en: 'The new answer was not kept. The first can’t be changed, since nothing tells which answer is yours. Write to the organiser if you want to add something.',
    },
  },
  'feedback-closed': {
    status: 409,
    title: {
      fi: 'Palautteen aika on päättynyt',
      sv: 'Tiden för respons är slut',
      en: 'The time for feedback is over',
    },
    detail: {
      fi: 'Vastausta ei tallennettu. Voit kirjoittaa suoraan järjestäjälle.',
      sv: 'Svaret sparades inte. Du kan skriva direkt till arrangören.',
      en: 'The answer was not kept. You can write to the organiser directly.',
    },
  },
} as const satisfies ProblemTable;

import type { ProblemTable } from '@luotsi/platform/model';

/** What notices may refuse with. */
export const noticeProblems = {
  'notice-kind-unknown': {
    status: 422,
    title: {
      fi: 'Tällaista ilmoitusta ei ole',
      sv: 'Det finns ingen sådan avisering',
      en: 'There is no such kind of notice',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Lataa asetukset uudelleen: ilmoitus {kind} on poistunut käytöstä.',
      sv: 'Ingenting sparades. Ladda inställningarna på nytt: aviseringen {kind} används inte längre.',
      en: 'Nothing was saved. Load the settings again: the notice {kind} is no longer in use.',
    },
  },
  'notice-owed': {
    status: 422,
    title: {
      fi: 'Tätä ilmoitusta ei voi kytkeä pois',
      sv: 'Den här aviseringen kan inte stängas av',
      en: 'This notice can’t be turned off',
    },
    detail: {
      fi: 'Mitään ei tallennettu. {reason}',
      sv: 'Ingenting sparades. {reason}',
      en: 'Nothing was saved. {reason}',
    },
  },
  'opt-out-unknown': {
    status: 404,
    title: {
      fi: 'Linkki ei kelpaa',
      sv: 'Länken gäller inte',
      en: 'The link is not valid',
    },
    detail: {
      fi: 'Mitään ei muutettu. Kopioi koko osoite viestistä, tai kirjaudu sisään ja muuta ilmoitusten asetuksia.',
      sv: 'Ingenting ändrades. Kopiera hela adressen ur meddelandet, eller logga in och ändra inställningarna för aviseringar.',
      en: 'Nothing was changed. Copy the whole address from the message, or sign in and change the settings of notices.',
    },
  },
  'too-many-streams': {
    status: 429,
    title: {
      fi: 'Luotsi on auki liian monessa ikkunassa',
      sv: 'Lotsen är öppen i för många fönster',
      en: 'Luotsi is open in too many windows',
    },
    detail: {
      fi: 'Uudet ilmoitukset näkyvät muissa ikkunoissa heti ja tässä, kun lataat sivun uudelleen.',
      sv: 'Nya aviseringar syns genast i de andra fönstren och här när du laddar om sidan.',
      en: 'New notices show at once in the other windows, and here when you load the page again.',
    },
  },
} as const satisfies ProblemTable;

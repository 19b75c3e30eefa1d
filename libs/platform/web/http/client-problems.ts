import type { ProblemTable } from '@luotsi/platform/model';

/** Problems that arise on this side of the connection. */
export const clientProblems = {
  'connection-lost': {
    status: 0,
    title: {
      fi: 'Yhteys katkesi',
      sv: 'Förbindelsen bröts',
      en: 'The connection was lost',
    },
    detail: {
      fi: 'Tältä sivulta ei hävinnyt mitään. Tarkista verkkoyhteys ja yritä uudelleen.',
      sv: 'Inget på sidan har gått förlorat. Kontrollera nätförbindelsen och försök igen.',
      en: 'Nothing on this page was lost. Check your network and try again.',
    },
  },
  'unreadable-answer': {
    status: 0,
    title: {
      fi: 'Palvelun vastausta ei voitu lukea',
      sv: 'Tjänstens svar kunde inte läsas',
      en: 'The answer of the service could not be read',
    },
    detail: {
      fi: 'Palvelu on voinut päivittyä. Lataa sivu uudelleen ja yritä sitten uudestaan.',
      sv: 'Tjänsten kan ha uppdaterats. Ladda om sidan och försök sedan igen.',
      en: 'The service may have been updated. Reload the page, then try again.',
    },
  },
} as const satisfies ProblemTable;

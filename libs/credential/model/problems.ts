import type { ProblemTable } from '@luotsi/platform/model';

/** Why credentials refuse something, and what to do then. */
export const credentialProblems = {
  'credential-unknown': {
    status: 404,
    title: {
      fi: 'Tällä koodilla ei ole todistusta',
      sv: 'Det finns inget intyg med den här koden',
      en: 'There is no certificate with this code',
    },
    detail: {
      fi: 'Tarkista koodi todistuksesta. Jos se on oikein, todistus ei ole aito, tai sen saaja on poistanut tilinsä ja samalla todistuksensa.',
      sv: 'Kontrollera koden på intyget. Om den är rätt är intyget inte äkta, eller så har personen raderat sitt konto och därmed sina intyg.',
      en: 'Check the code on the certificate. If it is right, the certificate isn’t genuine, or the person has deleted their account and with it their certificates.',
    },
  },
  'credential-checks-paused': {
    status: 429,
    title: {
      fi: 'Tästä verkosta on kokeiltu monta väärää koodia',
      sv: 'Många felaktiga koder har prövats från det här nätet',
      en: 'Many wrong codes have been tried from this network',
    },
    detail: {
      fi: 'Koodia ei tarkistettu, joten emme vielä tiedä, onko todistus aito. Yritä {minutes} minuutin kuluttua uudelleen tai avaa osoite toisessa verkossa.',
      sv: 'Koden kontrollerades inte, så vi vet ännu inte om intyget är äkta. Försök igen om {minutes} min eller öppna adressen i ett annat nät.',
      en: 'The code was not checked, so we don’t know yet whether the certificate is genuine. Try again in {minutes} min, or open the address on another network.',
    },
  },
  'credential-revoked': {
    status: 409,
    title: {
      fi: 'Todistus on mitätöity',
      sv: 'Intyget är ogiltigt',
      en: 'The certificate has been revoked',
    },
    detail: {
      fi: 'Sitä ei voi enää ladata. Kysy tilaisuuden järjestäjältä, jos osallistumisesi on merkitty väärin.',
      sv: 'Det kan inte längre laddas ner. Fråga arrangören om ditt deltagande är fel antecknat.',
      en: 'It can no longer be downloaded. Ask the organiser if your attendance is recorded wrongly.',
    },
  },
} as const satisfies ProblemTable;

import type { ProblemTable } from './problem';

/** The problems that any operation may answer with. */
export const platformProblems = {
  'validation-failed': {
    status: 422,
    title: {
      fi: 'Tiedoissa on korjattavaa',
      sv: 'Uppgifterna behöver rättas',
      en: 'Some of the details need correcting',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Korjaa merkityt kohdat ja lähetä uudelleen.',
      sv: 'Ingenting sparades. Rätta de markerade uppgifterna och skicka på nytt.',
      en: 'Nothing was saved. Correct what is marked and send again.',
    },
  },
  'malformed-request': {
    status: 400,
    title: {
      fi: 'Pyyntöä ei voitu lukea',
      sv: 'Begäran kunde inte läsas',
      en: 'The request could not be read',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Lähetä pyyntö JSON-muodossa (application/json).',
      sv: 'Ingenting sparades. Skicka begäran som JSON (application/json).',
      en: 'Nothing was saved. Send the request as JSON (application/json).',
    },
  },
  'too-large': {
    status: 413,
    title: {
      fi: 'Lähetys on liian suuri',
      sv: 'Försändelsen är för stor',
      en: 'What was sent is too large',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Lyhennä tekstiä tai pienennä tiedostoa.',
      sv: 'Ingenting sparades. Förkorta texten eller minska filen.',
      en: 'Nothing was saved. Shorten the text or make the file smaller.',
    },
  },
  'not-found': {
    status: 404,
    title: { fi: 'Sivua ei löydy', sv: 'Sidan finns inte', en: 'There is nothing at this address' },
    detail: {
      fi: 'Osoite on voinut muuttua, tai sinulla ei ole oikeutta nähdä sitä. Etsi kalenterista tai palaa etusivulle.',
      sv: 'Adressen kan ha ändrats, eller så har du inte rätt att se den. Sök i kalendern eller gå till startsidan.',
      en: 'The address may have changed, or you may not be allowed to see it. Search the calendar or return to the front page.',
    },
  },
  'method-unknown': {
    status: 405,
    title: {
      fi: 'Osoite ei tunne tätä pyyntöä',
      sv: 'Adressen känner inte till denna begäran',
      en: 'This address does not know that kind of request',
    },
    detail: {
      fi: 'Mitään ei tehty. Osoite vastaa näihin: {methods}. Rajapinnan kuvaus on osoitteessa /api/docs.',
      sv: 'Ingenting gjordes. Adressen svarar på dessa: {methods}. Gränssnittet beskrivs på /api/docs.',
      en: 'Nothing was done. The address answers these: {methods}. The API is described at /api/docs.',
    },
  },
  'sign-in-needed': {
    status: 401,
    title: { fi: 'Kirjaudu sisään', sv: 'Logga in', en: 'Sign in first' },
    detail: {
      fi: 'Istunto on päättynyt tai et ole kirjautunut. Kirjaudu sisään ja yritä uudelleen.',
      sv: 'Sessionen har upphört eller så är du inte inloggad. Logga in och försök igen.',
      en: 'Your sign-in has ended or you are not signed in. Sign in and try again.',
    },
  },
  'not-allowed': {
    status: 403,
    title: {
      fi: 'Sinulla ei ole oikeutta tähän',
      sv: 'Du har inte rätt till detta',
      en: 'You may not do this',
    },
    detail: {
      fi: 'Toiminto vaatii roolin, jota sinulla ei ole. Pyydä sitä ryhmäsi koordinaattorilta tai ylläpitäjältä.',
      sv: 'Åtgärden kräver en roll som du inte har. Be om den av gruppens koordinator eller administratören.',
      en: 'It needs a role that you do not hold. Ask your group coordinator or the administrator for it.',
    },
  },
  'second-step-needed': {
    status: 403,
    title: {
      fi: 'Vahvista ensin kirjautumisesi',
      sv: 'Bekräfta först din inloggning',
      en: 'Confirm your sign-in first',
    },
    detail: {
      fi: 'Tässä näkyy muiden tietoja, joten pelkkä salasana ei riitä. Mitään ei tehty. Ota toinen vaihe käyttöön tai vahvista se kohdassa Oma tili > Kirjautuminen ja turvallisuus ja yritä uudelleen.',
      sv: 'Här visas andras uppgifter, och då räcker det inte med enbart lösenord. Ingenting gjordes. Ta det andra steget i bruk eller bekräfta det under Mitt konto > Inloggning och säkerhet och försök igen.',
      en: 'This shows other people’s data, so a password alone is not enough. Nothing was done. Set up or confirm your second step under My account > Sign-in and security, then try again.',
    },
  },
  'changed-meanwhile': {
    status: 409,
    title: {
      fi: 'Joku muu muutti tätä samaan aikaan',
      sv: 'Någon annan ändrade detta samtidigt',
      en: 'Someone else changed this meanwhile',
    },
    detail: {
      fi: 'Muutostasi ei tallennettu, mutta se on yhä näkyvissäsi. Lataa uusin versio ja tee muutos siihen.',
      sv: 'Din ändring sparades inte men syns fortfarande hos dig. Hämta den senaste versionen och gör ändringen där.',
      en: 'Your change was not saved, but you can still see it. Load the latest version and make the change there.',
    },
  },
  'foreign-origin': {
    status: 403,
    title: {
      fi: 'Pyyntö tuli toiselta sivustolta',
      sv: 'Begäran kom från en annan webbplats',
      en: 'The request came from another site',
    },
    detail: {
      fi: 'Mitään ei tehty. Avaa Luotsi sen omasta osoitteesta ja yritä uudelleen.',
      sv: 'Ingenting gjordes. Öppna Lotsen på dess egen adress och försök igen.',
      en: 'Nothing was done. Open Luotsi at its own address and try again.',
    },
  },
  'not-ready': {
    status: 503,
    title: { fi: 'Palvelu käynnistyy', sv: 'Tjänsten startar', en: 'The service is starting' },
    detail: {
      fi: 'Yritä hetken kuluttua uudelleen.',
      sv: 'Försök igen om en stund.',
      en: 'Try again in a moment.',
    },
  },
  'server-fault': {
    status: 500,
    title: {
      fi: 'Palvelussa on vika',
      sv: 'Det är ett fel i tjänsten',
      en: 'Something is wrong with the service',
    },
    detail: {
      fi: 'Vika on meidän, ei sinun. Yritä hetken kuluttua uudelleen; jos se toistuu, kerro tunnus {requestId}.',
      sv: 'Felet är vårt, inte ditt. Försök igen om en stund; om det upprepas, uppge koden {requestId}.',
      en: 'The fault is ours, not yours. Try again in a moment; if it happens again, tell us the code {requestId}.',
    },
  },
} as const satisfies ProblemTable;

import type { ProblemTable } from '@luotsi/platform/model';

/**
 * What signing in at another service may end in. Most are read on a page to which the provider's
 * answer leads, from this very table.
 */
export const linkedSignInProblems = {
  'provider-unreachable': {
    status: 503,
    title: {
      fi: 'Tunnistuspalveluun ei saada yhteyttä',
      sv: 'Inloggningstjänsten kan inte nås',
      en: 'The sign-in service can’t be reached',
    },
    detail: {
      fi: 'Vika ei ole sinussa, eikä mitään muuttunut. Yritä muutaman minuutin kuluttua uudelleen tai kirjaudu toisella tavalla.',
      sv: 'Felet är inte ditt och ingenting ändrades. Försök igen om några minuter eller logga in på ett annat sätt.',
      en: 'It is not your doing and nothing has changed. Try again in a few minutes or sign in another way.',
    },
  },
  'departures-paused': {
    status: 429,
    title: {
      fi: 'Kirjautumisia on aloitettu paljon tästä verkosta',
      sv: 'Många inloggningar har påbörjats från det här nätet',
      en: 'Many sign-ins have been started from this network',
    },
    detail: {
      fi: 'Voit kirjautua tunnistuspalvelussa {minutes} minuutin kuluttua. Salasanalla tai pääsyavaimella pääset sisään heti.',
      sv: 'Du kan logga in via inloggningstjänsten om {minutes} minuter. Med ett lösenord eller en lösennyckel kommer du in genast.',
      en: 'You can sign in at the sign-in service in {minutes} min. A password or a passkey lets you in at once.',
    },
  },
  'provider-denied': {
    status: 403,
    title: {
      fi: 'Kirjautuminen keskeytyi tunnistuspalvelussa',
      sv: 'Inloggningen avbröts i inloggningstjänsten',
      en: 'Signing in was cancelled at the sign-in service',
    },
    detail: {
      fi: 'Peruit kirjautumisen, tai palvelu ei antanut sinun jatkaa. Mitään ei muuttunut. Yritä uudelleen tai kirjaudu toisella tavalla.',
      sv: 'Du avbröt inloggningen, eller så lät tjänsten dig inte fortsätta. Ingenting ändrades. Försök igen eller logga in på ett annat sätt.',
      en: 'You cancelled, or the service did not let you go on. Nothing has changed. Try again or sign in another way.',
    },
  },
  'provider-failed': {
    status: 502,
    title: {
      fi: 'Tunnistuspalvelussa on häiriö',
      sv: 'Det är en störning i inloggningstjänsten',
      en: 'The sign-in service has a fault',
    },
    detail: {
      fi: 'Palvelu ilmoitti omasta virheestään. Mitään ei muuttunut. Yritä muutaman minuutin kuluttua uudelleen tai kirjaudu toisella tavalla.',
      sv: 'Tjänsten meddelade om ett fel hos sig. Ingenting ändrades. Försök igen om några minuter eller logga in på ett annat sätt.',
      en: 'The service reported a fault of its own. Nothing has changed. Try again in a few minutes or sign in another way.',
    },
  },
  'provider-answer-refused': {
    status: 502,
    title: {
      fi: 'Tunnistuspalvelun vastausta ei voitu hyväksyä',
      sv: 'Inloggningstjänstens svar kunde inte godkännas',
      en: 'The sign-in service’s answer could not be accepted',
    },
    detail: {
      fi: 'Vastaus oli vanhentunut, jo käytetty tai tarkoitettu muualle, joten sinua ei kirjattu sisään. Aloita kirjautuminen alusta. Jos sama toistuu, kerro ylläpidolle.',
      sv: 'Svaret var föråldrat, redan använt eller avsett för någon annan, så du loggades inte in. Börja om från början. Om det upprepas, berätta för administratören.',
      en: 'It was out of date, already used or meant for somewhere else, so you were not signed in. Start again. If it keeps happening, tell the administrators.',
    },
  },
  'provider-sign-in-used': {
    status: 409,
    title: {
      fi: 'Tämä kirjautuminen on jo käytetty',
      sv: 'Den här inloggningen är redan använd',
      en: 'This sign-in has been used already',
    },
    detail: {
      fi: 'Sivu avattiin toisen kerran. Jos näet nimesi sivun yläreunassa, olet jo kirjautunut. Muuten aloita kirjautuminen alusta.',
      sv: 'Sidan öppnades en andra gång. Om du ser ditt namn högst upp på sidan är du redan inloggad. Annars, börja om från början.',
      en: 'The page was opened a second time. If you see your name at the top, you are signed in already. Otherwise start again.',
    },
  },
  'provider-sign-in-expired': {
    status: 410,
    title: {
      fi: 'Kirjautuminen ei ehtinyt perille ajoissa',
      sv: 'Inloggningen hann inte fram i tid',
      en: 'Signing in took too long',
    },
    detail: {
      fi: 'Kirjautumiseen on kymmenen minuuttia, ja sen on tapahduttava samassa selaimessa, jossa se alkoi. Aloita alusta.',
      sv: 'Du har tio minuter på dig att logga in, i samma webbläsare som du började i. Börja om från början.',
      en: 'There are ten minutes to sign in, in the browser where you began. Start again.',
    },
  },
  'provider-email-unverified': {
    status: 403,
    title: {
      fi: 'Tunnistuspalvelu ei vahvistanut sähköpostiosoitettasi',
      sv: 'Inloggningstjänsten bekräftade inte din e-postadress',
      en: 'The sign-in service did not confirm your e-mail address',
    },
    detail: {
      fi: 'Tiliä ei luotu. Vahvista osoite siinä palvelussa ja yritä uudelleen, tai luo tili sähköpostilla ja liitä palvelu siihen kohdassa Oma tili.',
      sv: 'Inget konto skapades. Bekräfta adressen i den tjänsten och försök igen, eller skapa ett konto med e-post och koppla tjänsten till det under Mitt konto.',
      en: 'No account was made. Confirm the address at that service and try again, or make an account by e-mail and link the service to it under My account.',
    },
  },
  'provider-linked-elsewhere': {
    status: 409,
    title: {
      fi: 'Tunniste on liitetty jo toiseen tiliin',
      sv: 'Inloggningen är redan kopplad till ett annat konto',
      en: 'That sign-in is linked to another account already',
    },
    detail: {
      fi: 'Mitään ei muuttunut. Kirjaudu sillä tilillä, johon tunniste on liitetty, ja poista liitos siellä ensin.',
      sv: 'Ingenting ändrades. Logga in på det konto som inloggningen är kopplad till och ta först bort kopplingen där.',
      en: 'Nothing has changed. Sign in to the account that it is linked to and take it off there first.',
    },
  },
  'link-expired': {
    status: 410,
    title: {
      fi: 'Liittämisen aika on umpeutunut',
      sv: 'Tiden för kopplingen har gått ut',
      en: 'The time for linking is over',
    },
    detail: {
      fi: 'Olet kirjautunut tilillesi, mutta palvelua ei liitetty: siihen on kymmenen minuuttia. Voit liittää sen kohdassa Oma tili > Kirjautuminen ja turvallisuus.',
      sv: 'Du är inloggad på ditt konto, men tjänsten kopplades inte: för det har du tio minuter. Du kan koppla den under Mitt konto > Inloggning och säkerhet.',
      en: 'You are signed in to your account, but the service was not linked: there are ten minutes for it. You can link it under My account > Sign-in and security.',
    },
  },
  'link-for-another': {
    status: 409,
    title: {
      fi: 'Kirjauduit toisella tilillä',
      sv: 'Du loggade in på ett annat konto',
      en: 'You have signed in to another account',
    },
    detail: {
      fi: 'Palvelua ei liitetty, koska sen sähköpostiosoite kuuluu toiselle tilille. Jos haluat liittää sen tähän tiliin, tee se kohdassa Oma tili > Kirjautuminen ja turvallisuus.',
      sv: 'Tjänsten kopplades inte, eftersom dess e-postadress hör till ett annat konto. Om du vill koppla den till det här kontot, gör det under Mitt konto > Inloggning och säkerhet.',
      en: 'The service was not linked, since its e-mail address belongs to another account. To link it to this one, do so under My account > Sign-in and security.',
    },
  },
  'last-way-in': {
    status: 409,
    title: {
      fi: 'Tämä on ainoa tapasi kirjautua',
      sv: 'Det här är ditt enda sätt att logga in',
      en: 'This is your only way of signing in',
    },
    detail: {
      fi: 'Liitosta ei poistettu. Aseta ensin salasana tai liitä toinen kirjautumistapa.',
      sv: 'Kopplingen togs inte bort. Ange först ett lösenord eller koppla ett annat sätt att logga in.',
      en: 'It was not taken off. Set a password first or link another way of signing in.',
    },
  },
} as const satisfies ProblemTable;

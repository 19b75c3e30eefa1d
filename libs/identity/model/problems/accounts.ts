import type { ProblemTable } from '@luotsi/platform/model';

/** What registering, links in letters, passwords and addresses may be refused with. */
export const accountProblems = {
  'address-unverified': {
    status: 403,
    title: {
      fi: 'Sähköpostiosoitettasi ei ole vielä vahvistettu',
      sv: 'Din e-postadress har inte bekräftats ännu',
      en: 'Your e-mail address has not been confirmed yet',
    },
    detail: {
      fi: 'Avaa linkki viestissä, jonka lähetimme rekisteröityessäsi. Jos viestiä ei löydy, pyydä linkki uudelleen.',
      sv: 'Öppna länken i meddelandet som vi skickade när du registrerade dig. Om du inte hittar det kan du be om länken på nytt.',
      en: 'Open the link in the message we sent when you registered. If you cannot find it, ask for the link again.',
    },
  },
  'letters-paused': {
    status: 429,
    title: {
      fi: 'Viestejä on pyydetty liian monta',
      sv: 'För många meddelanden har begärts',
      en: 'Too many messages have been asked for',
    },
    detail: {
      fi: 'Viimeksi lähetetyn viestin linkki toimii. Katso myös roskapostikansio. Uuden viestin voit pyytää {minutes} minuutin kuluttua.',
      sv: 'Länken i det senaste meddelandet fungerar. Titta också i skräpposten. Du kan be om ett nytt meddelande om {minutes} minuter.',
      en: 'The link in the latest message works. Look in the junk folder, too. You can ask for another message in {minutes} min.',
    },
  },
  'letter-link-unknown': {
    status: 404,
    title: {
      fi: 'Linkki ei toimi',
      sv: 'Länken fungerar inte',
      en: 'The link does not work',
    },
    detail: {
      fi: 'Ehkä osa siitä jäi kopioimatta, tai se on hyvin vanha. Avaa se suoraan viestistä tai pyydä uusi.',
      sv: 'Kanske kopierades inte hela länken, eller så är den mycket gammal. Öppna den direkt från meddelandet eller be om en ny.',
      en: 'Part of it may not have been copied, or it is very old. Open it straight from the message or ask for a new one.',
    },
  },
  'letter-link-expired': {
    status: 410,
    title: {
      fi: 'Linkki on vanhentunut',
      sv: 'Länken har gått ut',
      en: 'The link has expired',
    },
    detail: {
      fi: 'Mitään ei muutettu. Pyydä uusi linkki ja avaa se samana päivänä.',
      sv: 'Ingenting ändrades. Be om en ny länk och öppna den samma dag.',
      en: 'Nothing was changed. Ask for a new link and open it the same day.',
    },
  },
  'letter-link-used': {
    status: 410,
    title: {
      fi: 'Linkki on jo käytetty',
      sv: 'Länken har redan använts',
      en: 'The link has been used already',
    },
    detail: {
      fi: 'Se toimii vain kerran, eikä enää, kun uudempi on käytetty tai asia on peruttu. Jos se oli sinulta, voit kirjautua.',
      sv: 'Den fungerar bara en gång, och inte längre när en nyare har använts eller ärendet har återtagits. Om det var du kan du logga in.',
      en: 'It works only once, and no longer when a newer one has been used or the matter was called off. If that was you, you can sign in.',
    },
  },
  'present-password-wrong': {
    status: 403,
    title: {
      fi: 'Salasana on väärin',
      sv: 'Lösenordet är fel',
      en: 'The password is wrong',
    },
    detail: {
      fi: 'Mitään ei muutettu. Tarkista kirjoitusasu ja yritä uudelleen.',
      sv: 'Ingenting ändrades. Kontrollera stavningen och försök igen.',
      en: 'Nothing was changed. Check the spelling and try again.',
    },
  },
  'no-password': {
    status: 409,
    title: {
      fi: 'Tililläsi ei ole salasanaa',
      sv: 'Ditt konto har inget lösenord',
      en: 'Your account has no password',
    },
    detail: {
      fi: 'Kirjaudut muulla tavalla. Jos haluat myös salasanan, pyydä linkki sivulta ”Unohtuiko salasana”.',
      sv: 'Du loggar in på ett annat sätt. Om du också vill ha ett lösenord, be om en länk på sidan ”Har du glömt lösenordet”.',
      en: 'You sign in by other means. If you want a password as well, ask for a link on the page “Forgotten password”.',
    },
  },
  'sign-in-again': {
    status: 403,
    title: {
      fi: 'Kirjaudu ensin uudelleen',
      sv: 'Logga in på nytt först',
      en: 'Sign in again first',
    },
    detail: {
      fi: 'Mitään ei muutettu. Tämän voi tehdä vain, kun kirjautumisesta on enintään 15 minuuttia.',
      sv: 'Ingenting ändrades. Det här kan göras bara inom 15 minuter från inloggningen.',
      en: 'Nothing was changed. This can be done only within 15 minutes of signing in.',
    },
  },
  'same-address': {
    status: 409,
    title: {
      fi: 'Osoite on sama kuin nyt',
      sv: 'Adressen är densamma som nu',
      en: 'The address is the same as now',
    },
    detail: {
      fi: 'Mitään ei muutettu. Kirjoita osoite, johon haluat vaihtaa.',
      sv: 'Ingenting ändrades. Skriv den adress som du vill byta till.',
      en: 'Nothing was changed. Write the address that you want to change to.',
    },
  },
  'account-exists': {
    status: 409,
    title: {
      fi: 'Tällä osoitteella on jo tili',
      sv: 'Det finns redan ett konto med den här adressen',
      en: 'There is an account with this address already',
    },
    detail: {
      fi: 'Mitään ei muutettu. Kirjaudu sillä, tai valitse uusi salasana, jos vanha on unohtunut.',
      sv: 'Ingenting ändrades. Logga in med det, eller välj ett nytt lösenord om du har glömt det gamla.',
      en: 'Nothing was changed. Sign in with it, or choose a new password if you have forgotten the old one.',
    },
  },
} as const satisfies ProblemTable;

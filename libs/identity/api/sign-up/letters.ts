import type { LetterContent } from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';

const words = {
  fi: {
    verify: 'Vahvista sähköpostiosoitteesi',
    verifyText:
      'Tällä osoitteella rekisteröidyttiin Luotsiin. Vahvista osoite linkistä vuorokauden kuluessa. Tarvitset salasanan, jonka valitsit.',
    verifyAction: 'Vahvista osoite',
    notYou:
      'Jos et rekisteröitynyt itse, sinun ei tarvitse tehdä mitään: tiliä ei synny, ja tiedot poistuvat viikossa.',
    exists: 'Sinulla on jo tili',
    existsText:
      'Tällä osoitteella yritettiin rekisteröityä Luotsiin, mutta sinulla on jo tili. Voit kirjautua sillä. Jos salasana on unohtunut, valitse uusi tunnin kuluessa.',
    existsAction: 'Valitse uusi salasana',
    existsNotYou: 'Jos et yrittänyt itse, sinun ei tarvitse tehdä mitään. Mikään ei ole muuttunut.',
    open: 'Viimeistele rekisteröityminen',
    openText:
      'Pyysit linkkiä uuteen salasanaan. Olet aloittanut rekisteröitymisen tällä osoitteella, mutta osoitetta ei ole vahvistettu, joten tiliä ei vielä ole. Rekisteröidy uudelleen ja valitse salasana, jonka muistat.',
    openAction: 'Rekisteröidy',
  },
  sv: {
    verify: 'Bekräfta din e-postadress',
    verifyText:
      'Någon registrerade sig i Lotsen med den här adressen. Bekräfta adressen med länken inom ett dygn. Du behöver lösenordet som du valde.',
    verifyAction: 'Bekräfta adressen',
    notYou:
      'Om det inte var du behöver du inte göra något: inget konto skapas, och uppgifterna raderas inom en vecka.',
    exists: 'Du har redan ett konto',
    existsText:
      'Någon försökte registrera sig i Lotsen med den här adressen, men du har redan ett konto. Du kan logga in med det. Om du har glömt lösenordet kan du välja ett nytt inom en timme.',
    existsAction: 'Välj ett nytt lösenord',
    existsNotYou: 'Om det inte var du behöver du inte göra något. Ingenting har ändrats.',
    open: 'Slutför registreringen',
    openText:
      'Du bad om en länk för att välja ett nytt lösenord. Du har börjat registrera dig med den här adressen, men adressen har inte bekräftats och därför finns det inget konto ännu. Registrera dig på nytt och välj ett lösenord som du minns.',
    openAction: 'Registrera dig',
  },
  en: {
    verify: 'Confirm your e-mail address',
    verifyText:
      'Somebody registered in Luotsi with this address. Confirm the address with the link within a day. You need the password that you chose.',
    verifyAction: 'Confirm the address',
    notYou:
      'If that was not you, you need not do anything: no account is created, and the details are deleted within a week.',
    exists: 'You have an account already',
    existsText:
      'Somebody tried to register in Luotsi with this address, but you have an account already. You can sign in with it. If you have forgotten the password, choose a new one within an hour.',
    existsAction: 'Choose a new password',
    existsNotYou: 'If that was not you, you need not do anything. Nothing has changed.',
    open: 'Finish registering',
    openText:
      'You asked for a link to choose a new password. You have begun to register with this address, but it has not been confirmed, so there is no account yet. Register again and choose a password that you will remember.',
    openAction: 'Register',
  },
} as const;

/** To whoever has registered: confirm that the address is yours. Says no name: anybody can type one. */
export function verifyLetter(language: Language, url: string): LetterContent {
  const t = words[language];
  return {
    subject: t.verify,
    blocks: [
      { type: 'text', text: t.verifyText },
      { type: 'action', label: t.verifyAction, url },
      { type: 'text', text: t.notYou },
    ],
  };
}

/** To whoever has an account and registers again; the link chooses a new password. */
export function accountExistsLetter(language: Language, url: string): LetterContent {
  const t = words[language];
  return {
    subject: t.exists,
    blocks: [
      { type: 'text', text: t.existsText },
      { type: 'action', label: t.existsAction, url },
      { type: 'text', text: t.existsNotYou },
    ],
  };
}

/** To whoever asks for a new password before having confirmed the address. */
export function unfinishedLetter(language: Language, url: string): LetterContent {
  const t = words[language];
  return {
    subject: t.open,
    blocks: [
      { type: 'text', text: t.openText },
      { type: 'action', label: t.openAction, url },
      { type: 'text', text: t.existsNotYou },
    ],
  };
}

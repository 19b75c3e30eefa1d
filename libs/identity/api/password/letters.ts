import type { LetterContent } from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';

const words = {
  fi: {
    reset: 'Valitse uusi salasana',
    resetText:
      'Pyysit linkkiä uuden salasanan valitsemiseen. Linkki toimii tunnin ja vain kerran. Vanha salasana on voimassa, kunnes valitset uuden.',
    resetAction: 'Valitse uusi salasana',
    resetNotYou: 'Jos et pyytänyt linkkiä, sinun ei tarvitse tehdä mitään.',
    changed: 'Salasanasi on vaihdettu',
    changedText: 'Tilisi salasana vaihdettiin. Kaikki muut kirjautumisesi on päätetty.',
    changedNotYou:
      'Jos et vaihtanut sitä itse, valitse heti uusi salasana ja tarkista, missä olet kirjautuneena.',
    changedAction: 'Valitse uusi salasana',
  },
  sv: {
    reset: 'Välj ett nytt lösenord',
    resetText:
      'Du bad om en länk för att välja ett nytt lösenord. Länken fungerar i en timme och bara en gång. Det gamla lösenordet gäller tills du väljer ett nytt.',
    resetAction: 'Välj ett nytt lösenord',
    resetNotYou: 'Om du inte bad om länken behöver du inte göra något.',
    changed: 'Ditt lösenord har bytts',
    changedText: 'Lösenordet till ditt konto byttes. Alla dina andra inloggningar har avslutats.',
    changedNotYou:
      'Om det inte var du, välj genast ett nytt lösenord och kontrollera var du är inloggad.',
    changedAction: 'Välj ett nytt lösenord',
  },
  en: {
    reset: 'Choose a new password',
    resetText:
      'You asked for a link to choose a new password. The link works for an hour and only once. The old password holds until you choose a new one.',
    resetAction: 'Choose a new password',
    resetNotYou: 'If you did not ask for it, you need not do anything.',
    changed: 'Your password has been changed',
    changedText: 'The password of your account was changed. All your other sign-ins have ended.',
    changedNotYou:
      'If that was not you, choose a new password at once and look at where you are signed in.',
    changedAction: 'Choose a new password',
  },
} as const;

/** The link to a new password. */
export function resetLetter(language: Language, url: string): LetterContent {
  const t = words[language];
  return {
    subject: t.reset,
    blocks: [
      { type: 'text', text: t.resetText },
      { type: 'action', label: t.resetAction, url },
      { type: 'text', text: t.resetNotYou },
    ],
  };
}

/** That the password was changed, and what to do if it was somebody else. */
export function passwordChangedLetter(language: Language, url: string): LetterContent {
  const t = words[language];
  return {
    subject: t.changed,
    blocks: [
      { type: 'text', text: t.changedText },
      { type: 'text', text: t.changedNotYou },
      { type: 'action', label: t.changedAction, url },
    ],
  };
}

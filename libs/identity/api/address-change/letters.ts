import type { LetterContent } from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';

const words = {
  fi: {
    fresh: 'Vahvista uusi sähköpostiosoitteesi',
    freshText:
      'Tätä osoitetta pyydettiin Luotsin tilin osoitteeksi. Vahvista se linkistä vuorokauden kuluessa. Osoite vaihtuu, kun vaihto on vahvistettu myös vanhasta osoitteesta.',
    taken: 'Tällä osoitteella on jo tili',
    takenText:
      'Tätä osoitetta pyydettiin toisen Luotsin tilin osoitteeksi, mutta sillä on jo tili. Osoite ei vaihdu. Voit kirjautua tällä osoitteella.',
    takenAction: 'Kirjaudu',
    old: 'Sähköpostiosoitettasi ollaan vaihtamassa',
    oldText:
      'Tilillesi pyydettiin uutta sähköpostiosoitetta. Vahvista tai peru vaihto linkistä vuorokauden kuluessa. Osoite vaihtuu vasta, kun vaihto on vahvistettu molemmista osoitteista.',
    action: 'Vahvista tai peru vaihto',
    notYou:
      'Jos et pyytänyt vaihtoa itse, peru se linkistä ja vaihda salasanasi: joku muu on voinut kirjautua tilillesi.',
    changed: 'Sähköpostiosoitteesi on vaihdettu',
    changedText: 'Kirjaudut tästä lähtien uudella osoitteella. Vanhaan ei enää lähetetä viestejä.',
    changedAction: 'Avaa oma tili',
    newAddress: 'Uusi osoite',
  },
  sv: {
    fresh: 'Bekräfta din nya e-postadress',
    freshText:
      'Den här adressen har angetts som ny adress för ett konto i Lotsen. Bekräfta den med länken inom ett dygn. Adressen byts när bytet har bekräftats också från den gamla adressen.',
    taken: 'Det finns redan ett konto med den här adressen',
    takenText:
      'Den här adressen angavs som ny adress för ett annat konto i Lotsen, men den har redan ett konto. Adressen byts inte. Du kan logga in med den här adressen.',
    takenAction: 'Logga in',
    old: 'Din e-postadress håller på att bytas',
    oldText:
      'En ny e-postadress har begärts för ditt konto. Bekräfta eller avbryt bytet med länken inom ett dygn. Adressen byts först när bytet har bekräftats från båda adresserna.',
    action: 'Bekräfta eller avbryt bytet',
    notYou:
      'Om det inte var du, avbryt bytet med länken och byt lösenord: någon annan kan ha loggat in på ditt konto.',
    changed: 'Din e-postadress har bytts',
    changedText:
      'Från och med nu loggar du in med den nya adressen. Till den gamla skickas inga fler meddelanden.',
    changedAction: 'Öppna mitt konto',
    newAddress: 'Ny adress',
  },
  en: {
    fresh: 'Confirm your new e-mail address',
    freshText:
      'This address was given as the new one of an account in Luotsi. Confirm it with the link within a day. The address changes when it has been confirmed from the old one, too.',
    taken: 'There is an account with this address already',
    takenText:
      'This address was given as the new one of another account in Luotsi, but it has an account already. The address does not change. You can sign in with it.',
    takenAction: 'Sign in',
    old: 'Your e-mail address is being changed',
    oldText:
      'Another e-mail address was asked for your account. Confirm or call off the change with the link within a day. The address changes only when both addresses have confirmed it.',
    action: 'Confirm or call off the change',
    notYou:
      'If that was not you, call it off with the link and change your password: somebody else may have signed in to your account.',
    changed: 'Your e-mail address has been changed',
    changedText:
      'From now on you sign in with the new address. No more messages are sent to the old one.',
    changedAction: 'Open your account',
    newAddress: 'New address',
  },
} as const;

/** To the new address: is it yours? */
export function newAddressLetter(language: Language, url: string): LetterContent {
  const t = words[language];
  return {
    subject: t.fresh,
    blocks: [
      { type: 'text', text: t.freshText },
      { type: 'action', label: t.action, url },
    ],
  };
}

/** To the new address, when it is somebody's already. */
export function addressTakenLetter(language: Language, signIn: string): LetterContent {
  const t = words[language];
  return {
    subject: t.taken,
    blocks: [
      { type: 'text', text: t.takenText },
      { type: 'action', label: t.takenAction, url: signIn },
    ],
  };
}

/** To the old address: was it you? */
export function oldAddressLetter(language: Language, url: string, email: string): LetterContent {
  const t = words[language];
  return {
    subject: t.old,
    blocks: [
      { type: 'text', text: t.oldText },
      { type: 'facts', rows: [[t.newAddress, email]] },
      { type: 'action', label: t.action, url },
      { type: 'text', text: t.notYou },
    ],
  };
}

/** To both: it has been changed. */
export function addressChangedLetter(
  language: Language,
  account: string,
  email: string,
): LetterContent {
  const t = words[language];
  return {
    subject: t.changed,
    blocks: [
      { type: 'text', text: t.changedText },
      { type: 'facts', rows: [[t.newAddress, email]] },
      { type: 'action', label: t.changedAction, url: account },
    ],
  };
}

import type { LetterContent } from '@luotsi/platform/api';
import { locales, type Language } from '@luotsi/platform/model';

const words = {
  fi: {
    asked: 'Tilisi Luotsissa poistetaan viikon kuluttua',
    askedText: (day: string) =>
      `Pyysit, että tilisi Luotsissa poistetaan. Se tapahtuu ${day}. Silloin poistetaan tietosi, itsearviointisi ja etenemisesi valmennusohjelmassa, ja tulevat ilmoittautumisesi perutaan. Menneiden tilaisuuksien osallistujamääriin jää tieto, että paikalla oli joku, mutta ei kuka.`,
    change:
      'Jos muutat mielesi, kirjaudu sisään ja pidä tili. Jos et itse pyytänyt poistoa, tee se heti ja vaihda salasanasi.',
    keep: 'Pidä tili',
    unused: 'Luotsi-tilisi poistetaan, ellet kirjaudu',
    unusedText: (day: string) =>
      `Et ole kirjautunut Luotsiin kolmeen vuoteen. Emme säilytä tietoja turhaan, joten tilisi ja tietosi poistetaan ${day}. Jos haluat pitää tilin, kirjaudu sisään sitä ennen; muuta ei tarvita.`,
    signIn: 'Kirjaudu ja pidä tili',
    gone: 'Tilisi Luotsissa on poistettu',
    goneText:
      'Tilisi ja tietosi on nyt poistettu. Tämä on viimeinen viesti, ja osoitteesi poistetaan, kun se on toimitettu. Kalenteria ja julkisia sivuja voit käyttää ilman tiliä.',
  },
  sv: {
    asked: 'Ditt konto i Lotsen raderas om en vecka',
    askedText: (day: string) =>
      `Du bad att ditt konto i Lotsen raderas. Det sker ${day}. Då raderas dina uppgifter, dina självvärderingar och hur långt du kommit i coachningsprogrammet, och dina kommande anmälningar annulleras. I antalet deltagare vid tidigare tillfällen syns att någon var där, men inte vem.`,
    change:
      'Om du ändrar dig, logga in och behåll kontot. Om du inte själv bad om raderingen, gör det genast och byt lösenord.',
    keep: 'Behåll kontot',
    unused: 'Ditt konto i Lotsen raderas om du inte loggar in',
    unusedText: (day: string) =>
      `Du har inte loggat in i Lotsen på tre år. Vi sparar inte uppgifter i onödan, så ditt konto och dina uppgifter raderas ${day}. Om du vill behålla kontot, logga in före det; mer behövs inte.`,
    signIn: 'Logga in och behåll kontot',
    gone: 'Ditt konto i Lotsen har raderats',
    goneText:
      'Ditt konto och dina uppgifter har nu raderats. Det här är det sista meddelandet, och din adress raderas när det har levererats. Kalendern och de offentliga sidorna kan du använda utan konto.',
  },
  en: {
    asked: 'Your Luotsi account will be deleted in a week',
    askedText: (day: string) =>
      `You asked for your Luotsi account to be deleted. That happens on ${day}. Your details, self-assessments and progress in the coaching programme are then deleted, and your enrolments to come are cancelled. The attendance figures of past sessions keep that somebody was there, but not who.`,
    change:
      'If you change your mind, sign in and keep the account. If it was not you who asked, do so at once and change your password.',
    keep: 'Keep the account',
    unused: 'Your Luotsi account will be deleted unless you sign in',
    unusedText: (day: string) =>
      `You have not signed in to Luotsi for three years. We keep nothing needlessly, so your account and your data will be deleted on ${day}. To keep the account, sign in before that; nothing else is needed.`,
    signIn: 'Sign in and keep the account',
    gone: 'Your Luotsi account has been deleted',
    goneText:
      'Your account and your data have now been deleted. This is the last message, and your address goes when it has been delivered. The calendar and the public pages need no account.',
  },
} satisfies Record<Language, unknown>;

/** At the request: until when, and how to keep the account. */
export function askedLetter(language: Language, due: Date, origin: string): LetterContent {
  const t = words[language];
  const day = dayOf(due, language);
  return {
    subject: t.asked,
    blocks: [
      { type: 'text', text: t.askedText(day) },
      { type: 'text', text: t.change },
      { type: 'action', label: t.keep, url: `${origin}/account/privacy` },
    ],
  };
}

/** To who has not signed in for years: until when the account is theirs. */
export function unusedLetter(language: Language, due: Date, origin: string): LetterContent {
  const t = words[language];
  return {
    subject: t.unused,
    blocks: [
      { type: 'text', text: t.unusedText(dayOf(due, language)) },
      { type: 'action', label: t.signIn, url: `${origin}/sign-in` },
    ],
  };
}

function dayOf(due: Date, language: Language): string {
  return due.toLocaleDateString(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Helsinki',
  });
}

/** At the end: the last one. */
export function goneLetter(language: Language): LetterContent {
  const t = words[language];
  return { subject: t.gone, blocks: [{ type: 'text', text: t.goneText }] };
}

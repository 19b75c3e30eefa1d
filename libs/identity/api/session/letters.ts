import type { LetterContent } from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';

const words = {
  fi: {
    subject: 'Kirjautuminen uudelta laitteelta',
    text: 'Tilillesi kirjauduttiin laitteelta, jota et ole käyttänyt ennen. Jos se olit sinä, sinun ei tarvitse tehdä mitään.',
    device: 'Laite',
    unknown: 'tuntematon',
    notYou: 'Jos se et ollut sinä, kirjaa laite ulos ja vaihda salasanasi.',
    action: 'Katso, missä olet kirjautuneena',
  },
  sv: {
    subject: 'Inloggning från en ny enhet',
    text: 'Någon loggade in på ditt konto från en enhet som du inte har använt förut. Om det var du behöver du inte göra något.',
    device: 'Enhet',
    unknown: 'okänd',
    notYou: 'Om det inte var du, logga ut enheten och byt lösenord.',
    action: 'Se var du är inloggad',
  },
  en: {
    subject: 'Sign-in from a new device',
    text: 'Your account was signed in to from a device that you have not used before. If that was you, you need not do anything.',
    device: 'Device',
    unknown: 'unknown',
    notYou: 'If that was not you, sign the device out and change your password.',
    action: 'See where you are signed in',
  },
} as const;

/** That someone has signed in with a kind of browser or system that the account has not seen. */
export function newDeviceLetter(
  language: Language,
  device: string | null,
  url: string,
): LetterContent {
  const t = words[language];
  return {
    subject: t.subject,
    blocks: [
      { type: 'text', text: t.text },
      { type: 'facts', rows: [[t.device, device ?? t.unknown]] },
      { type: 'text', text: t.notYou },
      { type: 'action', label: t.action, url },
    ],
  };
}

import { Inject, Injectable } from '@nestjs/common';
import {
  CONFIGURATION,
  Mail,
  publicOrigin,
  type Configuration,
  type LetterContent,
} from '@luotsi/platform/api';
import type { Language, Localised } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';

/** What is told by letter, so that a change that someone else has made does not go unnoticed. */
const told = {
  'second-step-on': {
    subject: {
      fi: 'Kertakäyttökoodit ovat käytössä',
      sv: 'Engångskoder är i bruk',
      en: 'One-time codes are set up',
    },
    text: {
      fi: 'Kun kirjaudut Luotsiin salasanalla, sinulta kysytään tästä lähtien myös koodi puhelimesi sovelluksesta. Säilytä palautuskoodit tallessa: niillä pääset sisään, jos puhelin katoaa.',
      sv: 'När du loggar in i Lotsen med lösenord ber vi från och med nu också om en kod från appen i din telefon. Förvara återställningskoderna väl: med dem kommer du in om telefonen försvinner.',
      en: 'From now on, signing in to Luotsi with your password also asks for a code from the app on your phone. Keep the recovery codes safe: they let you in if the phone is lost.',
    },
  },
  'second-step-off': {
    subject: {
      fi: 'Kertakäyttökoodit on poistettu käytöstä',
      sv: 'Engångskoder har tagits ur bruk',
      en: 'One-time codes are turned off',
    },
    text: {
      fi: 'Kun kirjaudut Luotsiin salasanalla, sinulta ei enää kysytä koodia.',
      sv: 'När du loggar in i Lotsen med lösenord ber vi inte längre om en kod.',
      en: 'Signing in to Luotsi with your password no longer asks for a code.',
    },
  },
  'second-step-paused': {
    subject: {
      fi: 'Tilillesi on yritetty väärillä koodeilla',
      sv: 'Någon har försökt med fel koder på ditt konto',
      en: 'Wrong codes have been tried on your account',
    },
    text: {
      fi: 'Joku on kirjautunut Luotsiin oikealla salasanallasi mutta kirjoittanut liian monta väärää koodia. Sisään ei päästy. Jos et yrittänyt itse, vaihda salasanasi heti. Jos yritit, pääset sisään palautuskoodilla.',
      sv: 'Någon har loggat in i Lotsen med ditt rätta lösenord men skrivit för många felaktiga koder. Ingen kom in. Om det inte var du, byt lösenord genast. Om det var du, kommer du in med en återställningskod.',
      en: 'Someone has signed in to Luotsi with your right password but typed too many wrong codes. They did not get in. If it was not you, change your password at once. If it was, a recovery code lets you in.',
    },
  },
  'second-step-reset': {
    subject: {
      fi: 'Ylläpitäjä on nollannut toisen vaiheesi',
      sv: 'Administratören har nollställt ditt andra steg',
      en: 'An administrator has reset your second step',
    },
    text: {
      fi: 'Kertakäyttökoodisi, pääsyavaimesi ja palautuskoodisi eivät enää toimi, ja sinut on kirjattu ulos kaikkialta. Kirjaudu salasanallasi ja ota toinen vaihe uudelleen käyttöön.',
      sv: 'Dina engångskoder, lösennycklar och återställningskoder fungerar inte längre, och du har loggats ut överallt. Logga in med ditt lösenord och inför det andra steget på nytt.',
      en: 'Your one-time codes, passkeys and recovery codes no longer work, and you have been signed out everywhere. Sign in with your password and set up the second step again.',
    },
  },
  'recovery-codes-made': {
    subject: {
      fi: 'Sinulla on uudet palautuskoodit',
      sv: 'Du har nya återställningskoder',
      en: 'You have new recovery codes',
    },
    text: {
      fi: 'Aiemmat palautuskoodit eivät enää kelpaa. Uudet näytettiin kerran.',
      sv: 'De tidigare återställningskoderna gäller inte längre. De nya visades en gång.',
      en: 'The earlier recovery codes no longer work. The new ones were shown once.',
    },
  },
  'recovery-code-used': {
    subject: {
      fi: 'Palautuskoodiasi on käytetty',
      sv: 'Din återställningskod har använts',
      en: 'A recovery code of yours has been used',
    },
    text: {
      fi: 'Koodi ei kelpaa uudelleen. Palautuskoodeja on jäljellä {left}.',
      sv: 'Koden gäller inte igen. Det finns {left} återställningskoder kvar.',
      en: 'The code does not work again. Recovery codes left: {left}.',
    },
  },
  'passkey-added': {
    subject: {
      fi: 'Tilillesi on lisätty pääsyavain',
      sv: 'En lösennyckel har lagts till i ditt konto',
      en: 'A passkey has been added to your account',
    },
    text: {
      fi: 'Pääsyavaimella ”{name}” pääsee Luotsiin ilman salasanaa.',
      sv: 'Med lösennyckeln ”{name}” kommer man in i Lotsen utan lösenord.',
      en: 'The passkey “{name}” opens Luotsi without a password.',
    },
  },
  'passkey-removed': {
    subject: {
      fi: 'Tililtäsi on poistettu pääsyavain',
      sv: 'En lösennyckel har tagits bort från ditt konto',
      en: 'A passkey has been removed from your account',
    },
    text: {
      fi: 'Pääsyavain ”{name}” ei enää avaa Luotsia.',
      sv: 'Lösennyckeln ”{name}” öppnar inte längre Lotsen.',
      en: 'The passkey “{name}” no longer opens Luotsi.',
    },
  },
} as const satisfies Record<string, { readonly subject: Localised; readonly text: Localised }>;

/** What a letter can be about. */
export type SecondStepNews = keyof typeof told;

const notYou: Localised = {
  fi: 'Jos et tehnyt tätä itse, joku muu on päässyt tilillesi: vaihda salasana, kirjaudu ulos muualta ja kerro ylläpitäjälle.',
  sv: 'Om det inte var du har någon annan kommit in på ditt konto: byt lösenord, logga ut från andra ställen och berätta för administratören.',
  en: 'If it was not you, someone else has got into your account: change the password, sign out elsewhere and tell the administrator.',
};
const look: Localised = {
  fi: 'Katso kirjautumistapojasi',
  sv: 'Se dina inloggningssätt',
  en: 'See how you sign in',
};

/** What a letter says. `facts` fill in what is in braces. */
export function secondStepLetter(
  news: SecondStepNews,
  language: Language,
  facts: Readonly<Record<string, string | number>>,
  origin: string,
): LetterContent {
  const { subject, text } = told[news];
  return {
    subject: subject[language],
    blocks: [
      {
        type: 'text',
        text: text[language].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name])),
      },
      { type: 'text', text: notYou[language] },
      { type: 'action', label: look[language], url: `${origin}/account/security` },
    ],
  };
}

/** Tells people by letter of what has changed in how they sign in. */
@Injectable()
export class SecondStepLetters {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly mail: Mail,
  ) {}

  /** Posts a letter to a person, in the transaction of what it tells of. */
  async post(
    manager: EntityManager,
    person: string,
    news: SecondStepNews,
    facts: Readonly<Record<string, string | number>> = {},
  ): Promise<void> {
    const [to] = await manager.query<{ name: string; address: string; language: Language }[]>(
      `SELECT name, email AS address, language FROM identity.person WHERE id = $1`,
      [person],
    );
    if (!to) return;
    const { name, address, language } = to;
    await this.mail.post(manager, {
      to: { name, address },
      person,
      kind: news,
      language,
      content: secondStepLetter(news, language, facts, publicOrigin(this.configuration)),
    });
  }
}

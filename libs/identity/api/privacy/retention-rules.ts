import { rowsGone, type RetentionRule } from '@luotsi/platform/api';
import { LAST_LETTER } from './deletion/forgetting';
import { NOTICE_DAYS, UNUSED_YEARS } from './deletion/unused-accounts';

const account = {
  fi: 'niin kauan kuin sinulla on tili',
  sv: 'så länge du har ett konto',
  en: 'as long as you have an account',
};

const unlessUnused = {
  fi: `${account.fi}; jos et kirjaudu ${String(UNUSED_YEARS)} vuoteen, tili poistetaan, ja kerromme siitä ${String(NOTICE_DAYS)} päivää ennen`,
  sv: `${account.sv}; om du inte loggar in på ${String(UNUSED_YEARS)} år raderas kontot, och vi meddelar dig ${String(NOTICE_DAYS)} dagar innan`,
  en: `${account.en}; if you do not sign in for ${String(UNUSED_YEARS)} years it is deleted, and you are told ${String(NOTICE_DAYS)} days before`,
};

/** What only lives for minutes or days and says by itself until when. */
const passing = [
  'verification',
  'link_token',
  'open_id_attempt',
  'waiting_link',
  'passkey_challenge',
  'half_sign_in',
  'address_change',
] as const;

/** Counters of a window of time, under keyed hashes; `expire` in milliseconds. */
const counters = ['sign_in_failure', 'letter_count'] as const;

/** How long what identity keeps is kept. The reasons stand in the README. */
export const retentionRules: readonly RetentionRule[] = [
  {
    name: 'identity.account',
    what: {
      fi: 'Tili ja profiili: nimi, sähköpostiosoite, kielet, missä ja minä työskentelet',
      sv: 'Konto och profil: namn, e-postadress, språk, var och som vad du arbetar',
      en: 'Account and profile: name, e-mail address, languages, where and as what you work',
    },
    keptFor: unlessUnused,
  },
  {
    name: 'identity.sign_up',
    what: {
      fi: 'Rekisteröityminen, jota ei ole vahvistettu',
      sv: 'Registrering som inte har bekräftats',
      en: 'A registration that has not been confirmed',
    },
    keptFor: { fi: '7 päivää', sv: '7 dagar', en: '7 days' },
    apply: (manager, now) =>
      rowsGone(
        manager,
        `DELETE FROM identity.sign_up WHERE created_at < $1::timestamptz - interval '7 days'`,
        [now],
      ),
  },
  {
    name: 'identity.invitation',
    what: {
      fi: 'Kutsut ja niiden osoitteet',
      sv: 'Inbjudningar och deras adresser',
      en: 'Invitations and their addresses',
    },
    keptFor: {
      fi: '30 päivää siitä, kun kutsu on käytetty, peruttu tai vanhentunut',
      sv: '30 dagar från det att inbjudan använts, återtagits eller gått ut',
      en: '30 days from when the invitation was used, withdrawn or expired',
    },
    apply: (manager, now) =>
      rowsGone(
        manager,
        `DELETE FROM identity.invitation WHERE
           coalesce(accepted_at, withdrawn_at, expires_at) < $1::timestamptz - interval '30 days'`,
        [now],
      ),
  },
  {
    name: 'identity.session',
    what: {
      fi: 'Kirjautumiset: milloin ja millaisella selaimella',
      sv: 'Inloggningar: när och med hurdan webbläsare',
      en: 'Sign-ins: when, and with what kind of browser',
    },
    keptFor: {
      fi: 'kunnes kirjaudut ulos, enintään 7 päivää viimeisestä käynnistä',
      sv: 'tills du loggar ut, högst 7 dagar från ditt senaste besök',
      en: 'until you sign out, at most 7 days from your last visit',
    },
    apply: (manager, now) =>
      rowsGone(manager, 'DELETE FROM identity.session WHERE expires_at < $1', [now]),
  },
  {
    name: 'identity.known_browser',
    what: {
      fi: 'Millaisilla selaimilla olet kirjautunut: uudesta kerrotaan sinulle',
      sv: 'Hurdana webbläsare du loggat in med: du får veta om en ny',
      en: 'The kinds of browser you have signed in with: you are told of a new one',
    },
    keptFor: {
      fi: 'vuosi viimeisestä kirjautumisesta',
      sv: 'ett år från den senaste inloggningen',
      en: 'a year from the last sign-in',
    },
    apply: (manager, now) =>
      rowsGone(
        manager,
        `DELETE FROM identity.known_browser WHERE last_at < $1::timestamptz - interval '1 year'`,
        [now],
      ),
  },
  {
    name: 'identity.link',
    what: {
      fi: 'Viestien linkit ja kesken jääneet kirjautumiset',
      sv: 'Länkar i meddelanden och oavslutade inloggningar',
      en: 'Links in messages, and sign-ins that were left unfinished',
    },
    keptFor: {
      fi: 'päivä siitä, kun ne ovat vanhentuneet',
      sv: 'en dag från det att de gått ut',
      en: 'a day from when they have expired',
    },
    apply: async (manager, now) => {
      let gone = 0;
      for (const table of passing) {
        gone += await rowsGone(
          manager,
          `DELETE FROM identity.${table} WHERE expires_at < $1::timestamptz - interval '1 day'`,
          [now],
        );
      }
      // A phone that was begun to be set up, and no code has confirmed.
      gone += await rowsGone(
        manager,
        `DELETE FROM identity.totp
         WHERE confirmed_at IS NULL AND created_at < $1::timestamptz - interval '1 day'`,
        [now],
      );
      return gone;
    },
  },
  {
    name: 'identity.failure',
    what: {
      fi: 'Väärien salasanojen ja koodien sekä pyydettyjen viestien lukumäärät, ilman osoitteita',
      sv: 'Antalet felaktiga lösenord och koder och begärda meddelanden, utan adresser',
      en: 'Counts of wrong passwords and codes and of messages asked for, without addresses',
    },
    keptFor: {
      fi: 'kunnes voit yrittää uudelleen, enintään päivä',
      sv: 'tills du kan försöka igen, högst en dag',
      en: 'until you can try again, at most a day',
    },
    apply: async (manager, now) => {
      let gone = 0;
      for (const table of counters) {
        gone += await rowsGone(manager, `DELETE FROM identity.${table} WHERE expire < $1`, [
          now.getTime(),
        ]);
      }
      return gone;
    },
  },
  {
    name: 'identity.role_grant',
    what: {
      fi: 'Päättyneet roolit: kuka sai tehdä mitä',
      sv: 'Avslutade roller: vem fick göra vad',
      en: 'Roles that have ended: who was allowed to do what',
    },
    keptFor: {
      fi: '2 vuotta roolin päättymisestä',
      sv: '2 år från det att rollen upphörde',
      en: '2 years from the end of the role',
    },
    apply: (manager, now) =>
      rowsGone(
        manager,
        `DELETE FROM identity.role_grant WHERE valid_to < $1::timestamptz - interval '2 years'`,
        [now],
      ),
  },
  {
    name: 'identity.audit_entry',
    what: {
      fi: 'Käyttöloki: kuka on lukenut tai muuttanut tietoja',
      sv: 'Logg: vem som har läst eller ändrat uppgifter',
      en: 'Audit log: who has read or changed data',
    },
    keptFor: { fi: '2 vuotta', sv: '2 år', en: '2 years' },
    // By the database's own clock: nobody who serves can move it.
    apply: async (manager) => {
      const [row] = await manager.query<{ gone: string }[]>(
        'SELECT identity.expire_audit() AS gone',
      );
      return Number(row?.gone ?? 0);
    },
  },
  {
    name: 'identity.data_copy',
    what: {
      fi: 'Kooste omista tiedoistasi, kun olet pyytänyt sen',
      sv: 'Kopia av dina egna uppgifter, när du har begärt den',
      en: 'The copy of your own data, when you have asked for one',
    },
    keptFor: { fi: '7 päivää', sv: '7 dagar', en: '7 days' },
    apply: (manager, now) =>
      rowsGone(manager, 'DELETE FROM identity.data_copy WHERE expires_at < $1', [now]),
  },
  {
    name: 'identity.last_letter',
    what: {
      fi: 'Viimeinen viesti sille, jonka tili on poistettu',
      sv: 'Det sista meddelandet till den vars konto har raderats',
      en: 'The last message to someone whose account has been deleted',
    },
    keptFor: {
      fi: 'kunnes se on toimitettu, enintään 7 päivää',
      sv: 'tills det har levererats, högst 7 dagar',
      en: 'until it has been delivered, at most 7 days',
    },
    apply: (manager, now) =>
      rowsGone(
        manager,
        `DELETE FROM platform.mail WHERE kind = $2
           AND (ended_at < $1 OR posted_at < $1::timestamptz - interval '7 days')`,
        [now, LAST_LETTER],
      ),
  },
  {
    name: 'identity.accessibility_feedback',
    what: {
      fi: 'Saavutettavuuspalaute ja yhteystieto, jos annoit sen',
      sv: 'Respons om tillgänglighet och kontaktuppgift, om du gav en',
      en: 'Feedback on accessibility, and how to reach you if you told it',
    },
    keptFor: {
      fi: '2 vuotta vastaamisesta',
      sv: '2 år från svaret',
      en: '2 years from the answer',
    },
    apply: (manager, now) =>
      rowsGone(
        manager,
        `DELETE FROM identity.accessibility_feedback
         WHERE answered_at < $1::timestamptz - interval '2 years'`,
        [now],
      ),
  },
  {
    name: 'identity.retention_run',
    what: {
      fi: 'Montako tietoa säilytysaikojen mukaan on poistettu, ilman henkilöitä',
      sv: 'Hur många uppgifter som raderats enligt lagringstiderna, utan personer',
      en: 'How many records have been deleted by these times, without people',
    },
    keptFor: { fi: 'vuosi', sv: 'ett år', en: 'a year' },
    apply: (manager, now) =>
      rowsGone(
        manager,
        `DELETE FROM identity.retention_run WHERE at < $1::timestamptz - interval '1 year'`,
        [now],
      ),
  },
];

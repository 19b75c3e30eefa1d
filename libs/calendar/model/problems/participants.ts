import type { ProblemTable } from '@luotsi/platform/model';
import { nothingChanged } from './nothing-changed';

/** Why an organiser’s deed to the enrolled is refused, and what to do then. */
export const participantProblems = {
  'person-unknown': {
    status: 404,
    title: {
      fi: 'Tällä tiedolla ei löydy tiliä',
      sv: 'Det finns inget konto med den uppgiften',
      en: 'There is no such account',
    },
    detail: {
      fi: 'Ketään ei lisätty. Tarkista osoite, tai pyydä henkilöä luomaan tili ja ilmoittautumaan.',
      sv: 'Ingen lades till. Kontrollera adressen, eller be personen skapa ett konto och anmäla sig.',
      en: 'Nobody was added. Check the address, or ask the person to create an account and enrol.',
    },
  },
  'group-not-yours': {
    status: 403,
    title: {
      fi: 'Et toimi tämän ryhmän puolesta',
      sv: 'Du handlar inte för den här gruppen',
      en: 'You do not act for this group',
    },
    detail: {
      fi: 'Ketään ei lisätty. Voit ilmoittaa ryhmän, jonka puolesta toimit. Muut ihmiset lisätään yksitellen.',
      sv: 'Ingen lades till. Du kan anmäla en grupp som du handlar för. Andra läggs till en i taget.',
      en: 'Nobody was added. You can enrol a group that you act for. Add other people one by one.',
    },
  },
  'group-empty': {
    status: 409,
    title: {
      fi: 'Ryhmässä ei ole ketään',
      sv: 'Det finns ingen i gruppen',
      en: 'There is nobody in the group',
    },
    detail: {
      fi: 'Ketään ei lisätty. Ryhmään kuuluvat ne, joilla on siinä rooli. Lisää ihmiset yksitellen tai pyydä ryhmän koordinaattoria antamaan heille roolit.',
      sv: 'Ingen lades till. Till gruppen hör de som har en roll i den. Lägg till personerna en i taget eller be gruppens koordinator ge dem roller.',
      en: 'Nobody was added. Whoever holds a role in a group belongs to it. Add people one by one, or ask the group’s coordinator to give them roles.',
    },
  },
  'already-in-other-session': {
    status: 409,
    title: {
      fi: 'Henkilö on jo siinä koulutuksessa',
      sv: 'Personen är redan i den utbildningen',
      en: 'The person is in that session already',
    },
    detail: {
      fi: `${nothingChanged.fi} Voit poistaa hänet tästä koulutuksesta.`,
      sv: `${nothingChanged.sv} Du kan ta bort personen från den här utbildningen.`,
      en: `${nothingChanged.en} You can remove them from this session.`,
    },
  },
} as const satisfies ProblemTable;

import type { ProblemTable } from '@luotsi/platform/model';
import { nothingChanged } from './nothing-changed';

/** Why a step of a session is refused, and what to do then. */
export const sessionProblems = {
  'session-cancelled': {
    status: 409,
    title: { fi: 'Tilaisuus on peruttu', sv: 'Tillfället är inställt', en: 'It is cancelled' },
    detail: {
      fi: `${nothingChanged.fi} Etsi kalenterista toinen tilaisuus samasta aiheesta.`,
      sv: `${nothingChanged.sv} Sök ett annat tillfälle om samma ämne i kalendern.`,
      en: `${nothingChanged.en} Look in the calendar for another session on the same subject.`,
    },
  },
  'session-postponed': {
    status: 409,
    title: {
      fi: 'Tilaisuus on siirretty, eikä uutta aikaa ole vielä',
      sv: 'Tillfället är framskjutet och har ännu ingen ny tid',
      en: 'It is postponed and has no new date yet',
    },
    detail: {
      fi: `${nothingChanged.fi} Voit ilmoittautua, kun uusi aika on kalenterissa.`,
      sv: `${nothingChanged.sv} Du kan anmäla dig när den nya tiden finns i kalendern.`,
      en: `${nothingChanged.en} You can enrol once the new date is in the calendar.`,
    },
  },
  'session-past': {
    status: 409,
    title: { fi: 'Tilaisuus on jo pidetty', sv: 'Tillfället är redan hållet', en: 'It is over' },
    detail: {
      fi: `${nothingChanged.fi} Ilmoittaudu tulevaan tilaisuuteen. Jos järjestät tämän, anna luonnokselle uusi aika tai tee tilaisuudesta kopio.`,
      sv: `${nothingChanged.sv} Anmäl dig till ett kommande tillfälle. Om du ordnar det här, ge utkastet en ny tid eller gör en kopia.`,
      en: `${nothingChanged.en} Enrol in one to come. If you organise this one, give the draft new times or make a copy.`,
    },
  },
  'session-without-date': {
    status: 409,
    title: {
      fi: 'Tilaisuudella ei ole vielä aikaa',
      sv: 'Tillfället har ännu ingen tid',
      en: 'It has no date yet',
    },
    detail: {
      fi: `${nothingChanged.fi} Voit ilmoittaa kiinnostuksesi, niin saat tiedon ajasta.`,
      sv: `${nothingChanged.sv} Du kan anmäla intresse, så får du veta när den är.`,
      en: `${nothingChanged.en} You can say that you are interested, and hear of the date.`,
    },
  },
  'session-draft': {
    status: 409,
    title: {
      fi: 'Tilaisuutta ei ole vielä julkaistu',
      sv: 'Tillfället är ännu inte publicerat',
      en: 'It is not published yet',
    },
    detail: {
      fi: `${nothingChanged.fi} Julkaise tilaisuus ensin.`,
      sv: `${nothingChanged.sv} Publicera tillfället först.`,
      en: `${nothingChanged.en} Publish the session first.`,
    },
  },
} as const satisfies ProblemTable;

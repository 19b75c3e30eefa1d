import type { ProblemTable } from '@luotsi/platform/model';
import { nothingChanged } from './nothing-changed';

/** Why attendance is not noted, and what to do then. */
export const attendanceProblems = {
  'meeting-off': {
    status: 409,
    title: {
      fi: 'Tapaamista ei pidetä silloin',
      sv: 'Träffen hålls inte då',
      en: 'The meeting does not take place then',
    },
    detail: {
      fi: `${nothingChanged.fi} Tapaaminen on peruttu tai siirretty, joten läsnäoloa ei merkitä. Katso tilaisuuden sivulta, milloin se pidetään.`,
      sv: `${nothingChanged.sv} Träffen är inställd eller framskjuten, så närvaro antecknas inte. Se på tillfällets sida när den hålls.`,
      en: `${nothingChanged.en} The meeting is cancelled or postponed, so no attendance is noted. See on the session’s page when it takes place.`,
    },
  },
  'attendance-too-early': {
    status: 409,
    title: {
      fi: 'Läsnäoloa ei voi merkitä vielä',
      sv: 'Det är för tidigt att anteckna närvaro',
      en: 'It is too early to note attendance',
    },
    detail: {
      fi: `${nothingChanged.fi} Läsnäolon voi merkitä tuntia ennen kuin tapaaminen alkaa. Tule silloin uudelleen.`,
      sv: `${nothingChanged.sv} Närvaro kan antecknas från en timme före träffen. Kom tillbaka då.`,
      en: `${nothingChanged.en} Attendance can be noted from an hour before the meeting. Come back then.`,
    },
  },
  'attendance-closed': {
    status: 409,
    title: {
      fi: 'Läsnäoloa ei voi enää korjata',
      sv: 'Närvaron kan inte längre rättas',
      en: 'Attendance can no longer be corrected',
    },
    detail: {
      fi: `${nothingChanged.fi} Tilaisuudesta on yli vuosi, ja sen luvut on jo laskettu, joten merkinnät jäävät, kuten ne ovat.`,
      sv: `${nothingChanged.sv} Det har gått över ett år sedan tillfället, och dess siffror är redan räknade, så anteckningarna blir som de är.`,
      en: `${nothingChanged.en} The session was more than a year ago, and its figures have been counted, so what was noted stays as it is.`,
    },
  },
  'attendance-not-enrolled': {
    status: 409,
    title: {
      fi: 'Hänellä ei ole paikkaa tässä tilaisuudessa',
      sv: 'Personen har ingen plats på det här tillfället',
      en: 'They have no seat in this session',
    },
    detail: {
      fi: 'Merkintää ei tehty. Lisää hänet ensin osallistujaksi ja merkitse sitten läsnä olevaksi.',
      sv: 'Ingenting antecknades. Lägg först till personen som deltagare och anteckna sedan närvaron.',
      en: 'Nothing was noted. Add them to the participants first, then mark them as present.',
    },
  },
  'attendance-reason-needed': {
    status: 422,
    title: {
      fi: 'Korjaus tarvitsee perustelun',
      sv: 'Rättelsen behöver en motivering',
      en: 'A correction needs a reason',
    },
    detail: {
      fi: `${nothingChanged.fi} Tapaaminen on ohi, ja läsnäolo on jo merkitty. Kirjoita, miksi merkintä muuttuu.`,
      sv: `${nothingChanged.sv} Träffen är över och närvaron redan antecknad. Skriv varför anteckningen ändras.`,
      en: `${nothingChanged.en} The meeting is over and attendance has been noted. Write why it changes.`,
    },
  },
  'attendance-code-wrong': {
    status: 422,
    title: { fi: 'Koodi ei ole oikea', sv: 'Koden stämmer inte', en: 'The code is not right' },
    detail: {
      fi: 'Läsnäoloasi ei merkitty. Katso kuusi numeroa salin näytöltä ja kirjoita ne uudelleen.',
      sv: 'Din närvaro antecknades inte. Se de sex siffrorna på skärmen i salen och skriv dem igen.',
      en: 'Your attendance was not noted. Look at the six digits on the screen and enter them again.',
    },
  },
  'attendance-code-changed': {
    status: 422,
    title: { fi: 'Koodi ehti vaihtua', sv: 'Koden hann bytas', en: 'The code has changed' },
    detail: {
      fi: 'Läsnäoloasi ei merkitty vielä. Kirjoita koodi, joka näytöllä on nyt, tai lue ruutukoodi uudelleen.',
      sv: 'Din närvaro antecknades inte ännu. Skriv koden som skärmen visar nu, eller skanna rutkoden igen.',
      en: 'Your attendance is not noted yet. Enter the code that the screen shows now, or scan it again.',
    },
  },
  'attendance-code-over': {
    status: 409,
    title: {
      fi: 'Koodi ei ole enää voimassa',
      sv: 'Koden gäller inte längre',
      en: 'The code no longer counts',
    },
    detail: {
      fi: 'Läsnäoloasi ei merkitty. Tapaaminen on ohi. Jos olit paikalla, pyydä järjestäjää merkitsemään läsnäolosi.',
      sv: 'Din närvaro antecknades inte. Träffen är över. Om du var där, be arrangören anteckna din närvaro.',
      en: 'Your attendance was not noted. The meeting is over. If you were there, ask the organiser to note your attendance.',
    },
  },
  'attendance-code-paused': {
    status: 429,
    title: {
      fi: 'Liian monta väärää koodia',
      sv: 'För många felaktiga koder',
      en: 'Too many wrong codes',
    },
    detail: {
      fi: 'Läsnäoloasi ei merkitty. Yritä uudelleen {minutes} minuutin kuluttua tai pyydä kouluttajaa merkitsemään sinut.',
      sv: 'Din närvaro antecknades inte. Försök igen om {minutes} min eller be utbildaren anteckna dig.',
      en: 'Your attendance was not noted. Try again in {minutes} min, or ask the trainer to mark you.',
    },
  },
  'attendance-not-yours': {
    status: 403,
    title: {
      fi: 'Sinulla ei ole paikkaa tässä tilaisuudessa',
      sv: 'Du har ingen plats på det här tillfället',
      en: 'You have no seat in this session',
    },
    detail: {
      fi: 'Läsnäoloasi ei merkitty. Jos olet paikalla, pyydä kouluttajaa lisäämään sinut osallistujiin.',
      sv: 'Din närvaro antecknades inte. Om du är på plats, be utbildaren lägga till dig som deltagare.',
      en: 'Your attendance was not noted. If you are there, ask the trainer to add you.',
    },
  },
} as const satisfies ProblemTable;

import type { ProblemTable } from '@luotsi/platform/model';
import { nothingChanged } from './nothing-changed';

/** Why something is refused with an outline, and what to do then. */
export const outlineProblems = {
  'outline-not-yours': {
    status: 403,
    title: {
      fi: 'Et voi muokata tätä ohjelmarunkoa',
      sv: 'Du kan inte redigera den här programstommen',
      en: 'You may not change this outline',
    },
    detail: {
      fi: `${nothingChanged.fi} Luonnosta muokkaavat sen kirjoittaja, kehittämisryhmien jäsenet ja valtakunnallinen koordinaattori. Pyydä muutosta joltakin heistä.`,
      sv: `${nothingChanged.sv} Ett utkast redigeras av den som började det, utvecklingsgruppernas medlemmar och den nationella koordinatorn. Be någon av dem om ändringen.`,
      en: `${nothingChanged.en} A draft is changed by whoever began it, members of development groups and the national coordinator. Ask one of them for the change.`,
    },
  },
  'outline-unchanged': {
    status: 409,
    title: {
      fi: 'Luonnos on sama kuin julkaistu versio',
      sv: 'Utkastet är likadant som den publicerade versionen',
      en: 'The draft says the same as the published version',
    },
    detail: {
      fi: 'Uutta versiota ei julkaistu. Muuta ensin luonnosta.',
      sv: 'Ingen ny version publicerades. Ändra först utkastet.',
      en: 'No new version was published. Change the draft first.',
    },
  },
  'outline-without-slots': {
    status: 409,
    title: {
      fi: 'Aikataulu puuttuu',
      sv: 'Tidtabellen saknas',
      en: 'The timetable is missing',
    },
    detail: {
      fi: 'Mitään ei julkaistu. Lisää aikatauluun ainakin yksi kohta: siitä tilaisuus saa kellonaikansa.',
      sv: 'Ingenting publicerades. Lägg till minst en punkt i tidtabellen: av den får tillfället sina klockslag.',
      en: 'Nothing was published. Add at least one line to the timetable: a session gets its times from it.',
    },
  },
  'outline-published': {
    status: 409,
    title: {
      fi: 'Julkaistua ohjelmarunkoa ei voi poistaa',
      sv: 'En publicerad programstomme kan inte tas bort',
      en: 'A published outline can’t be removed',
    },
    detail: {
      fi: `${nothingChanged.fi} Tilaisuudet tietävät, mistä rungosta ne on aloitettu. Julkaise sen sijaan uusi versio.`,
      sv: `${nothingChanged.sv} Tillfällen vet vilken stomme de är skapade av. Publicera i stället en ny version.`,
      en: `${nothingChanged.en} Sessions know which outline they were started from. Publish a new version instead.`,
    },
  },
  'outline-not-published': {
    status: 409,
    title: {
      fi: 'Ohjelmarunkoa ei ole vielä julkaistu',
      sv: 'Programstommen är inte publicerad ännu',
      en: 'The outline is not published yet',
    },
    detail: {
      fi: 'Mitään ei luotu. Tilaisuuden voi aloittaa, kun kehittämisryhmä tai koordinaattori on julkaissut rungon.',
      sv: 'Ingenting skapades. Ett tillfälle kan skapas när utvecklingsgruppen eller koordinatorn har publicerat stommen.',
      en: 'Nothing was created. A session can be started once a development group or the coordinator has published it.',
    },
  },
} as const satisfies ProblemTable;

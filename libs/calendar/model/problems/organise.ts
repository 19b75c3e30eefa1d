import type { ProblemTable } from '@luotsi/platform/model';
import { nothingChanged } from './nothing-changed';

/** Why what an organiser wrote is refused, and what to do then. */
export const organiseProblems = {
  'meeting-time-skipped': {
    status: 422,
    title: {
      fi: 'Kelloja siirretään: tätä aikaa ei ole',
      sv: 'Klockan ställs om: den här tiden finns inte',
      en: 'The clocks change: there is no such time',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Aikaa {time} ei ole vyöhykkeellä {timeZone}. Valitse aikaisempi tai myöhempi.',
      sv: 'Ingenting sparades. Tiden {time} finns inte i zonen {timeZone}. Välj en tidigare eller senare.',
      en: 'Nothing was saved. There is no {time} in {timeZone}. Choose an earlier or later time.',
    },
  },
  'meeting-time-twice': {
    status: 422,
    title: {
      fi: 'Kelloja siirretään: tämä aika on kahdesti',
      sv: 'Klockan ställs om: den här tiden finns två gånger',
      en: 'The clocks change: this time occurs twice',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Aika {time} on kahdesti vyöhykkeellä {timeZone}. Kerro, kumpaa tarkoitat: {earlier} vai {later}.',
      sv: 'Ingenting sparades. Tiden {time} finns två gånger i zonen {timeZone}. Ange vilken du menar: {earlier} eller {later}.',
      en: 'Nothing was saved. {time} occurs twice in {timeZone}. Say which you mean: {earlier} or {later}.',
    },
  },
  'meeting-ends-first': {
    status: 422,
    title: {
      fi: 'Tapaaminen päättyy ennen kuin alkaa',
      sv: 'Träffen slutar innan den börjar',
      en: 'The meeting ends before it starts',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Korjaa alku {start} tai loppu {end}.',
      sv: 'Ingenting sparades. Rätta början {start} eller slutet {end}.',
      en: 'Nothing was saved. Correct the start {start} or the end {end}.',
    },
  },
  'organiser-not-yours': {
    status: 403,
    title: {
      fi: 'Et voi toimia tämän järjestäjän puolesta',
      sv: 'Du kan inte handla för denna arrangör',
      en: 'You may not act for this organiser',
    },
    detail: {
      fi: `${nothingChanged.fi} Valitse oma ryhmäsi tai alueesi, tai pyydä roolia sen koordinaattorilta.`,
      sv: `${nothingChanged.sv} Välj din egen grupp eller region, eller be om en roll av dess koordinator.`,
      en: `${nothingChanged.en} Choose your own group or region, or ask its coordinator for a role.`,
    },
  },
  'reference-unknown': {
    status: 422,
    title: {
      fi: 'Valittua alueen, teeman, osaamisen tai järjestäjän tunnusta ei ole',
      sv: 'Den valda regionen, temat, kompetensen eller arrangören finns inte',
      en: 'There is no such region, theme, competence or organiser',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Valitse uudelleen listasta.',
      sv: 'Ingenting sparades. Välj på nytt i listan.',
      en: 'Nothing was saved. Choose again from the list.',
    },
  },
} as const satisfies ProblemTable;

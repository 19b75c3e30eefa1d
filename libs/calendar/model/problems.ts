import type { ProblemTable } from '@luotsi/platform/model';

const nothingChanged = {
  fi: 'Mitään ei muutettu.',
  sv: 'Ingenting ändrades.',
  en: 'Nothing was changed.',
};

/** Why the calendar refuses something, and what to do then. */
export const calendarProblems = {
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
      fi: `${nothingChanged.fi} Etsi kalenterista tuleva tilaisuus.`,
      sv: `${nothingChanged.sv} Sök ett kommande tillfälle i kalendern.`,
      en: `${nothingChanged.en} Look in the calendar for one to come.`,
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
  'enrolment-not-open': {
    status: 409,
    title: {
      fi: 'Ilmoittautuminen ei ole vielä auki',
      sv: 'Anmälan har ännu inte öppnat',
      en: 'Enrolment is not open yet',
    },
    detail: {
      fi: 'Sinua ei ilmoitettu. Tilaisuuden sivu kertoo, milloin ilmoittautuminen avautuu.',
      sv: 'Du anmäldes inte. Tillfällets sida berättar när anmälan öppnar.',
      en: 'You were not enrolled. The session’s page says when enrolment opens.',
    },
  },
  'enrolment-closed': {
    status: 409,
    title: {
      fi: 'Ilmoittautuminen on päättynyt',
      sv: 'Anmälan har stängt',
      en: 'Enrolment has closed',
    },
    detail: {
      fi: 'Sinua ei ilmoitettu. Kysy järjestäjältä tai etsi kalenterista toinen tilaisuus.',
      sv: 'Du anmäldes inte. Fråga arrangören eller sök ett annat tillfälle i kalendern.',
      en: 'You were not enrolled. Ask the organiser, or look in the calendar for another session.',
    },
  },
  'cursor-unknown': {
    status: 422,
    title: { fi: 'Listan kohtaa ei löydy', sv: 'Platsen i listan finns inte', en: 'No such page' },
    detail: {
      fi: 'Aloita lista alusta.',
      sv: 'Börja listan från början.',
      en: 'Start the list from its beginning.',
    },
  },
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

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
  'meeting-time-missing': {
    status: 422,
    title: {
      fi: 'Uudelta tapaamiselta puuttuu aika',
      sv: 'Den nya träffen saknar tid',
      en: 'The new meeting has no time',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Anna uudelle tapaamiselle alku ja loppu.',
      sv: 'Ingenting sparades. Ange när den nya träffen börjar och slutar.',
      en: 'Nothing was saved. Say when the new meeting starts and ends.',
    },
  },
  'meetings-missing': {
    status: 422,
    title: {
      fi: 'Koulutuksella ei ole aikaa',
      sv: 'Utbildningen har ingen tid',
      en: 'The session has no time',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Anna ainakin yksi tapaaminen, tai kerro vuosi, jolle koulutus on suunniteltu.',
      sv: 'Ingenting sparades. Ange minst en träff, eller året som utbildningen är planerad till.',
      en: 'Nothing was saved. Give at least one meeting, or the year that the session is planned for.',
    },
  },
  'enrolment-closes-first': {
    status: 422,
    title: {
      fi: 'Ilmoittautuminen päättyy ennen kuin avautuu',
      sv: 'Anmälan stänger innan den öppnar',
      en: 'Enrolment closes before it opens',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Korjaa avautumisen tai päättymisen aika.',
      sv: 'Ingenting sparades. Rätta tiden då anmälan öppnar eller stänger.',
      en: 'Nothing was saved. Correct when enrolment opens or closes.',
    },
  },
  'enrolment-closes-late': {
    status: 422,
    title: {
      fi: 'Ilmoittautuminen päättyy vasta koulutuksen jälkeen',
      sv: 'Anmälan stänger först efter utbildningen',
      en: 'Enrolment closes only after the session',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Anna ilmoittautumiselle päättymisaika, joka on viimeistään koulutuksen viimeisenä päivänä, tai jätä se tyhjäksi. Silloin ilmoittautuminen päättyy, kun koulutus alkaa. Jos siirsit koulutusta aikaisemmaksi, siirrä myös päättymisaikaa.',
      sv: 'Ingenting sparades. Låt anmälan stänga senast på utbildningens sista dag, eller lämna tiden tom. Då stänger anmälan när utbildningen börjar. Om du tidigarelade utbildningen, flytta också tiden då anmälan stänger.',
      en: 'Nothing was saved. Let enrolment close on the session’s last day at the latest, or leave the time empty. Then it closes when the session begins. If you moved the session to an earlier time, move the closing time too.',
    },
  },
  'enrolment-opens-late': {
    status: 422,
    title: {
      fi: 'Ilmoittautuminen avautuu liian myöhään',
      sv: 'Anmälan öppnar för sent',
      en: 'Enrolment opens too late',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Kukaan ei ehtisi ilmoittautua: ilman omaa päättymisaikaa ilmoittautuminen päättyy, kun koulutus alkaa. Aikaista avautumista. Jos siirsit koulutusta aikaisemmaksi, siirrä myös avautumisaikaa.',
      sv: 'Ingenting sparades. Ingen skulle hinna anmäla sig: utan en egen tid stänger anmälan när utbildningen börjar. Låt anmälan öppna tidigare. Om du tidigarelade utbildningen, flytta också tiden då anmälan öppnar.',
      en: 'Nothing was saved. Nobody would have time to enrol: without a time of its own, enrolment closes when the session begins. Let it open earlier. If you moved the session to an earlier time, move the opening time too.',
    },
  },
  'regional-seats-too-many': {
    status: 422,
    title: {
      fi: 'Alueille on varattu enemmän paikkoja kuin niitä on',
      sv: 'Fler platser är reserverade för regioner än det finns',
      en: 'More seats are kept for regions than there are',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Alueille on varattu {shared} paikkaa, ja paikkoja on {capacity}. Lisää paikkoja tai pienennä osuuksia.',
      sv: 'Ingenting sparades. {shared} platser är reserverade för regioner och det finns {capacity}. Lägg till platser eller minska andelarna.',
      en: 'Nothing was saved. {shared} seats are kept for regions, and there are {capacity}. Add seats, or make the shares smaller.',
    },
  },
  'meeting-unknown': {
    status: 422,
    title: {
      fi: 'Tapaamista ei ole tässä koulutuksessa',
      sv: 'Träffen finns inte i den här utbildningen',
      en: 'There is no such meeting in this session',
    },
    detail: {
      fi: `${nothingChanged.fi} Joku on ehkä poistanut tapaamisen. Avaa koulutus uudelleen.`,
      sv: `${nothingChanged.sv} Någon kan ha tagit bort träffen. Öppna utbildningen på nytt.`,
      en: `${nothingChanged.en} Somebody may have removed the meeting. Open the session again.`,
    },
  },
  'edited-meanwhile': {
    status: 409,
    title: {
      fi: 'Joku muu on muuttanut koulutusta sillä välin',
      sv: 'Någon annan har ändrat utbildningen under tiden',
      en: 'Somebody else has changed the session meanwhile',
    },
    detail: {
      fi: 'Muutoksiasi ei tallennettu, ja ne ovat tallessa tällä sivulla. Katso, mitä muut muuttivat, ja tallenna uudelleen.',
      sv: 'Dina ändringar sparades inte; de finns kvar på den här sidan. Se vad andra har ändrat och spara på nytt.',
      en: 'Your changes were not saved; they are kept on this page. See what others have changed, and save again.',
    },
  },
  'materials-too-many': {
    status: 409,
    title: {
      fi: 'Aineistoja on jo {most}',
      sv: 'Det finns redan {most} material',
      en: 'There are {most} materials already',
    },
    detail: {
      fi: `${nothingChanged.fi} Poista jokin aineisto ensin, tai kokoa niitä yhteen tiedostoon.`,
      sv: `${nothingChanged.sv} Ta först bort något material, eller samla dem i en fil.`,
      en: `${nothingChanged.en} Remove one of them first, or gather several in one file.`,
    },
  },
  'file-kind-unknown': {
    status: 422,
    title: {
      fi: 'Tiedosto ei ole sitä, mitä sen nimi lupaa',
      sv: 'Filen är inte vad dess namn utlovar',
      en: 'The file is not what its name promises',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Aineistoksi käyvät pdf, docx, pptx, xlsx, odt, odp, ods, jpg, png ja webp. Tallenna tiedosto jossakin näistä muodoista ja lisää se uudelleen.',
      sv: 'Ingenting sparades. Som material duger pdf, docx, pptx, xlsx, odt, odp, ods, jpg, png och webp. Spara filen i något av dessa format och lägg till den på nytt.',
      en: 'Nothing was saved. Materials may be pdf, docx, pptx, xlsx, odt, odp, ods, jpg, png and webp. Save the file in one of these formats and add it again.',
    },
  },
  'session-stays': {
    status: 409,
    title: {
      fi: 'Julkaistua koulutusta ei voi poistaa',
      sv: 'En publicerad utbildning kan inte raderas',
      en: 'A published session can’t be deleted',
    },
    detail: {
      fi: `${nothingChanged.fi} Koulutus on jo ihmisten kalentereissa. Peru se, niin kaikki saavat tiedon.`,
      sv: `${nothingChanged.sv} Utbildningen finns redan i folks kalendrar. Ställ in den, så får alla veta det.`,
      en: `${nothingChanged.en} The session is in people’s calendars already. Cancel it, and everyone hears of it.`,
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
      fi: `${nothingChanged.fi} Koulutusta hoitaa sen järjestäjä. Käytä järjestäjää, jonka puolesta toimit, tai pyydä roolia tämän järjestäjän koordinaattorilta.`,
      sv: `${nothingChanged.sv} Utbildningen sköts av sin arrangör. Välj en arrangör som du handlar för, eller be dess koordinator om en roll.`,
      en: `${nothingChanged.en} A session is run by its organiser. Choose an organiser that you act for, or ask its coordinator for a role.`,
    },
  },
  'reference-unknown': {
    status: 422,
    title: {
      fi: 'Valittua aluetta, teemaa, osaamista, järjestäjää tai valmentajaa ei ole',
      sv: 'Den valda regionen, temat, kompetensen, arrangören eller handledaren finns inte',
      en: 'There is no such region, theme, competence, organiser or coach',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Valitse uudelleen listasta.',
      sv: 'Ingenting sparades. Välj på nytt i listan.',
      en: 'Nothing was saved. Choose again from the list.',
    },
  },
} as const satisfies ProblemTable;

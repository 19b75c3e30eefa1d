import type { ProblemTable } from '@luotsi/platform/model';
import { nothingChanged } from './nothing-changed';

/** Why a step of a session is refused, and what to do then. */
export const sessionProblems = {
  'session-cancelled': {
    status: 409,
    title: {
      fi: 'Tilaisuus on peruttu',
      sv: 'Tillfället är inställt',
      en: 'The session is cancelled',
    },
    detail: {
      fi: `${nothingChanged.fi} Etsi kalenterista toinen tilaisuus samasta aiheesta.`,
      sv: `${nothingChanged.sv} Sök ett annat tillfälle om samma ämne i kalendern.`,
      en: `${nothingChanged.en} Look in the calendar for another session on the same subject.`,
    },
    to: {
      organiser: {
        detail: {
          fi: `${nothingChanged.fi} Peruttua koulutusta ei voi muuttaa eikä palauttaa. Tee siitä kopio ja julkaise se.`,
          sv: `${nothingChanged.sv} En inställd utbildning kan inte ändras eller återställas. Gör en kopia av den och publicera kopian.`,
          en: `${nothingChanged.en} A cancelled session can’t be changed or brought back. Make a copy of it and publish that.`,
        },
      },
    },
  },
  'session-postponed': {
    status: 409,
    title: {
      fi: 'Tilaisuus on siirretty, eikä uutta aikaa ole vielä',
      sv: 'Tillfället är framskjutet och har ännu ingen ny tid',
      en: 'The session is postponed and has no new date yet',
    },
    detail: {
      fi: `${nothingChanged.fi} Voit ilmoittautua, kun uusi aika on kalenterissa.`,
      sv: `${nothingChanged.sv} Du kan anmäla dig när den nya tiden finns i kalendern.`,
      en: `${nothingChanged.en} You can enrol once the new date is in the calendar.`,
    },
    to: {
      organiser: {
        detail: {
          fi: `${nothingChanged.fi} Anna koulutukselle ensin uusi aika: silloin se on taas kalenterissa, ja mukana olevat saavat tiedon.`,
          sv: `${nothingChanged.sv} Ange först en ny tid: då finns utbildningen åter i kalendern, och de som är med får veta det.`,
          en: `${nothingChanged.en} Give the session its new time first: then it is in the calendar again, and those who are in are told.`,
        },
      },
    },
  },
  'session-past': {
    status: 409,
    title: {
      fi: 'Tilaisuus on jo pidetty',
      sv: 'Tillfället är redan hållet',
      en: 'The session is over',
    },
    detail: {
      fi: `${nothingChanged.fi} Etsi kalenterista tuleva tilaisuus samasta aiheesta.`,
      sv: `${nothingChanged.sv} Sök ett kommande tillfälle om samma ämne i kalendern.`,
      en: `${nothingChanged.en} Look in the calendar for one to come on the same subject.`,
    },
    to: {
      organiser: {
        title: {
          fi: 'Koulutuksen aika on jo ohi',
          sv: 'Utbildningens tid är redan förbi',
          en: 'The session’s time has passed',
        },
        detail: {
          fi: `${nothingChanged.fi} Jos aika on väärin, anna koulutukselle tuleva aika. Jos koulutus pidettiin, tee siitä kopio uutta kertaa varten.`,
          sv: `${nothingChanged.sv} Om tiden är fel, ange en tid som kommer. Om utbildningen hölls, gör en kopia för nästa gång.`,
          en: `${nothingChanged.en} If the time is wrong, give one to come. If the session was held, make a copy for the next time.`,
        },
      },
    },
  },
  'session-attended': {
    status: 409,
    title: {
      fi: 'Läsnäoloa on jo merkitty',
      sv: 'Närvaro är redan antecknad',
      en: 'Attendance has been noted',
    },
    detail: {
      fi: `${nothingChanged.fi} Koulutus on pidetty, joten sen aikaa ei voi enää siirtää. Jos läsnäolo on merkitty vahingossa, korjaa se ensin. Uuden koulutuksen saat kopioimalla tämän.`,
      sv: `${nothingChanged.sv} Utbildningen är hållen, så dess tid kan inte längre flyttas. Rätta först närvaron om den antecknats av misstag. En ny utbildning får du genom att kopiera den här.`,
      en: `${nothingChanged.en} The session has been held, so its time can no longer be moved. If attendance was noted by mistake, correct it first. For a new session, copy this one.`,
    },
  },
  'session-draft': {
    status: 409,
    title: {
      fi: 'Koulutusta ei ole vielä julkaistu',
      sv: 'Utbildningen är ännu inte publicerad',
      en: 'The session is not published yet',
    },
    detail: {
      fi: `${nothingChanged.fi} Julkaise koulutus ensin.`,
      sv: `${nothingChanged.sv} Publicera utbildningen först.`,
      en: `${nothingChanged.en} Publish the session first.`,
    },
  },
} as const satisfies ProblemTable;

import type { ProblemTable } from '@luotsi/platform/model';
import { nothingChanged } from './nothing-changed';

/** Why something is refused with a series, and what to do then. */
export const seriesProblems = {
  'series-too-long': {
    status: 422,
    title: {
      fi: 'Sarjassa on liian monta kertaa',
      sv: 'Serien har för många tillfällen',
      en: 'The series has too many sessions',
    },
    detail: {
      fi: 'Mitään ei luotu. Sarjassa voi olla enintään {most} kertaa. Lyhennä sitä.',
      sv: 'Ingenting skapades. En serie kan ha högst {most} tillfällen. Förkorta den.',
      en: 'Nothing was created. A series can have {most} sessions at most. Shorten it.',
    },
  },
  'series-empty': {
    status: 422,
    title: {
      fi: 'Sarjaan ei jää yhtään päivää',
      sv: 'Serien får inte en enda dag',
      en: 'The series has no dates left',
    },
    detail: {
      fi: 'Mitään ei luotu. Muuta sääntöä tai jätä vähemmän päiviä pois.',
      sv: 'Ingenting skapades. Ändra regeln eller lämna bort färre dagar.',
      en: 'Nothing was created. Change the rule or leave out fewer dates.',
    },
  },
  'session-without-series': {
    status: 409,
    title: {
      fi: 'Koulutus ei kuulu sarjaan',
      sv: 'Utbildningen hör inte till någon serie',
      en: 'The session is of no series',
    },
    detail: {
      fi: `${nothingChanged.fi} Muuta tätä koulutusta yksinään.`,
      sv: `${nothingChanged.sv} Ändra denna utbildning för sig.`,
      en: `${nothingChanged.en} Change this session by itself.`,
    },
  },
} as const satisfies ProblemTable;

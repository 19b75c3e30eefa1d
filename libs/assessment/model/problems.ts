import type { ProblemTable } from '@luotsi/platform/model';

const nothing = {
  fi: 'Tätä lähetystä ei tallennettu; aiemmat vastauksesi ovat tallessa.',
  sv: 'Det som skickades sparades inte; dina tidigare svar finns kvar.',
  en: 'What was sent was not saved; your earlier answers are safe.',
};

/** Why something about an assessment is refused, and what to do then. */
export const assessmentProblems = {
  'assessment-completed': {
    status: 409,
    title: {
      fi: 'Itsearviointi on jo valmis',
      sv: 'Självvärderingen är redan klar',
      en: 'The assessment is already complete',
    },
    detail: {
      fi: `${nothing.fi} Valmista arviointia ei muuteta. Aloita uusi, kun haluat arvioida uudelleen.`,
      sv: `${nothing.sv} En färdig värdering ändras inte. Börja en ny när du vill värdera på nytt.`,
      en: `${nothing.en} A complete assessment is not changed. Start a new one to assess again.`,
    },
  },
  'assessment-unfinished': {
    status: 409,
    title: {
      fi: 'Itsearviointi on vielä kesken',
      sv: 'Självvärderingen är inte klar ännu',
      en: 'The assessment is not finished yet',
    },
    detail: {
      fi: 'Vastauksesi ovat tallessa. Tee itsearviointi valmiiksi, niin saat raportin.',
      sv: 'Dina svar är sparade. Slutför självvärderingen, så får du rapporten.',
      en: 'Your answers are saved. Finish the assessment to see the report.',
    },
  },
  'too-few-answers': {
    status: 409,
    title: {
      fi: 'Vastauksia on vielä liian vähän raporttiin',
      sv: 'Svaren räcker ännu inte till en rapport',
      en: 'There are too few answers for a report yet',
    },
    detail: {
      fi: 'Vastauksesi ovat tallessa. Vastaa vähintään {required} väittämään yhdessä osaamisalueessa.',
      sv: 'Dina svar är sparade. Svara på minst {required} påståenden inom ett kompetensområde.',
      en: 'Your answers are saved. Answer at least {required} statements in one competence.',
    },
  },
  'goal-below-current': {
    status: 422,
    title: {
      fi: 'Tavoite on alempi kuin nykyinen taso',
      sv: 'Målet är lägre än den nuvarande nivån',
      en: 'The goal is below where you stand now',
    },
    detail: {
      fi: `${nothing.fi} Väittämässä {statement} nykyinen taso on {current} ja tavoite {goal}. Valitse tavoitteeksi sama tai korkeampi.`,
      sv: `${nothing.sv} I påståendet {statement} är den nuvarande nivån {current} och målet {goal}. Välj samma eller en högre nivå som mål.`,
      en: `${nothing.en} In the statement {statement} you stand at {current} and the goal is {goal}. Choose the same or a higher goal.`,
    },
  },
  'goal-without-answer': {
    status: 422,
    title: {
      fi: 'Tavoite tarvitsee nykyisen tason',
      sv: 'Målet behöver en nuvarande nivå',
      en: 'A goal needs a present level',
    },
    detail: {
      fi: `${nothing.fi} Kerro ensin, missä olet nyt väittämässä {statement}.`,
      sv: `${nothing.sv} Ange först var du står nu i påståendet {statement}.`,
      en: `${nothing.en} Say first where you stand now in the statement {statement}.`,
    },
  },
  'value-off-scale': {
    status: 422,
    title: {
      fi: 'Arvo ei ole asteikolla',
      sv: 'Värdet finns inte på skalan',
      en: 'The value is not on the scale',
    },
    detail: {
      fi: `${nothing.fi} Väittämän {statement} asteikko on 1–{highest}.`,
      sv: `${nothing.sv} Skalan för påståendet {statement} är 1–{highest}.`,
      en: `${nothing.en} The scale of the statement {statement} is 1–{highest}.`,
    },
  },
  'statement-unknown': {
    status: 422,
    title: {
      fi: 'Väittämää ei ole tässä arvioinnissa',
      sv: 'Påståendet finns inte i den här värderingen',
      en: 'The statement is not in this assessment',
    },
    detail: {
      fi: `${nothing.fi} Väittämää {statement} ei löydy. Lataa sivu uudelleen.`,
      sv: `${nothing.sv} Påståendet {statement} hittades inte. Ladda om sidan.`,
      en: `${nothing.en} The statement {statement} was not found. Reload the page.`,
    },
  },
  'level-unknown': {
    status: 422,
    title: {
      fi: 'Tällaista tavoitetasoa ei ole',
      sv: 'En sådan målnivå finns inte',
      en: 'There is no such target level',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Valitse jokin viitekehyksen tasoista.',
      sv: 'Ingenting sparades. Välj någon av referensramens nivåer.',
      en: 'Nothing was saved. Choose one of the framework’s levels.',
    },
  },
} as const satisfies ProblemTable;

import type { ProblemTable } from '@luotsi/platform/model';

const chooseAgain = {
  fi: 'Mitään ei tallennettu. Valitse luettelosta ja tallenna uudelleen.',
  sv: 'Ingenting sparades. Välj ur listan och spara på nytt.',
  en: 'Nothing was saved. Choose from the list and save again.',
};

/** What a change of one’s own profile, or the confirmation of it, may be refused with. */
export const profileProblems = {
  'region-unknown': {
    status: 422,
    title: { fi: 'Maakuntaa ei ole', sv: 'Landskapet finns inte', en: 'There is no such region' },
    detail: chooseAgain,
  },
  'organisation-unknown': {
    status: 422,
    title: {
      fi: 'Organisaatiota ei ole luettelossa',
      sv: 'Organisationen finns inte i listan',
      en: 'The organisation is not on the list',
    },
    detail: chooseAgain,
  },
  'organisation-unplaced': {
    status: 422,
    title: {
      fi: 'Organisaation paikka luettelossa puuttuu',
      sv: 'Organisationens plats i listan saknas',
      en: 'Where the organisation belongs on the list is missing',
    },
    detail: {
      fi: 'Mitään ei vahvistettu. Valitse organisaatio luettelosta tai lisää se luetteloon.',
      sv: 'Ingenting bekräftades. Välj organisationen ur listan eller lägg till den.',
      en: 'Nothing was confirmed. Choose the organisation from the list or add it there.',
    },
  },
  'sector-unknown': {
    status: 422,
    title: { fi: 'Toimialaa ei ole', sv: 'Sektorn finns inte', en: 'There is no such sector' },
    detail: chooseAgain,
  },
  'practitioner-type-unknown': {
    status: 422,
    title: {
      fi: 'Ohjaustyön muotoa ei ole',
      sv: 'Vägledarrollen finns inte',
      en: 'There is no such kind of practitioner',
    },
    detail: chooseAgain,
  },
  'own-word': {
    status: 403,
    title: {
      fi: 'Omia tietojaan ei voi vahvistaa itse',
      sv: 'Man kan inte själv bekräfta sina uppgifter',
      en: 'Nobody confirms their own details',
    },
    detail: {
      fi: 'Mitään ei muutettu. Pyydä vahvistus toiselta koordinaattorilta tai ylläpitäjältä.',
      sv: 'Ingenting ändrades. Be en annan koordinator eller administratören att bekräfta.',
      en: 'Nothing was changed. Ask another coordinator or the administrator to confirm.',
    },
  },
  'out-of-reach': {
    status: 403,
    title: {
      fi: 'Henkilö ilmoittaa toimivansa toisella alueella',
      sv: 'Personen uppger sig arbeta i ett annat landskap',
      en: 'The person says that they work in another region',
    },
    detail: {
      fi: 'Mitään ei muutettu. Tiedon vahvistaa sen alueen koordinaattori tai ylläpitäjä.',
      sv: 'Ingenting ändrades. Uppgiften bekräftas av koordinatorn för det landskapet eller av administratören.',
      en: 'Nothing was changed. The coordinator of that region or the administrator confirms it.',
    },
  },
  'nothing-to-confirm': {
    status: 409,
    title: {
      fi: 'Vahvistettavaa ei ole',
      sv: 'Det finns inget att bekräfta',
      en: 'There is nothing to confirm',
    },
    detail: {
      fi: 'Mitään ei muutettu: tieto on jo käsitelty tai sitä ei ole kerrottu.',
      sv: 'Ingenting ändrades: uppgiften är redan behandlad eller saknas.',
      en: 'Nothing was changed: it has been dealt with already or was never told.',
    },
  },
} as const satisfies ProblemTable;

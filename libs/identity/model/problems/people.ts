import type { ProblemTable } from '@luotsi/platform/model';

/** What a change of someone’s roles, or a look at the people, may be refused with. */
export const peopleProblems = {
  'cursor-wrong': {
    status: 422,
    title: {
      fi: 'Luettelon jatkokohtaa ei tunnisteta',
      sv: 'Fortsättningen i listan känns inte igen',
      en: 'The place in the list is not known',
    },
    detail: {
      fi: 'Aloita luettelo alusta.',
      sv: 'Börja listan från början.',
      en: 'Start the list from the beginning.',
    },
  },
  'scope-unknown': {
    status: 422,
    title: {
      fi: 'Roolin aluetta tai ryhmää ei ole',
      sv: 'Rollens landskap eller grupp finns inte',
      en: 'The region or group of the role does not exist',
    },
    detail: {
      fi: 'Yhtäkään roolia ei muutettu. Valitse alue tai ryhmä luettelosta.',
      sv: 'Ingen roll ändrades. Välj landskapet eller gruppen ur listan.',
      en: 'No role was changed. Choose the region or group from the list.',
    },
  },
  'role-for-country': {
    status: 422,
    title: {
      fi: 'Rooli annetaan vain koko maahan',
      sv: 'Rollen ges bara för hela landet',
      en: 'The role is for the whole country only',
    },
    detail: {
      fi: 'Yhtäkään roolia ei muutettu. Valtakunnallinen koordinaattori ja ylläpitäjä toimivat koko maassa.',
      sv: 'Ingen roll ändrades. Den nationella koordinatorn och administratören verkar i hela landet.',
      en: 'No role was changed. National coordinators and administrators act for the whole country.',
    },
  },
  'role-out-of-scope': {
    status: 403,
    title: {
      fi: 'Et voi antaa tätä roolia täällä',
      sv: 'Du kan inte ge den här rollen här',
      en: 'You may not give this role here',
    },
    detail: {
      fi: 'Yhtäkään roolia ei muutettu. Voit antaa vain rooleja, jotka omat roolisi kattavat, omalla alueellasi tai omassa ryhmässäsi. Pyydä muita ylläpitäjältä.',
      sv: 'Ingen roll ändrades. Du kan bara ge roller som dina egna roller täcker, i ditt eget landskap eller din egen grupp. Be administratören om andra.',
      en: 'No role was changed. You may only give roles that your own roles cover, in your own region or group. Ask the administrator for others.',
    },
  },
  'role-twice': {
    status: 422,
    title: {
      fi: 'Sama rooli on annettu kahdesti',
      sv: 'Samma roll har angetts två gånger',
      en: 'The same role is there twice',
    },
    detail: {
      fi: 'Yhtäkään roolia ei muutettu. Poista toinen riveistä.',
      sv: 'Ingen roll ändrades. Ta bort den ena raden.',
      en: 'No role was changed. Remove one of the rows.',
    },
  },
  'role-ends-before-it-begins': {
    status: 422,
    title: {
      fi: 'Rooli päättyisi ennen kuin se alkaa',
      sv: 'Rollen skulle upphöra innan den börjar',
      en: 'The role would end before it begins',
    },
    detail: {
      fi: 'Yhtäkään roolia ei muutettu. Korjaa päivät, tai ota rooli pois, jos sen pitää päättyä nyt.',
      sv: 'Ingen roll ändrades. Rätta datumen, eller ta bort rollen om den ska upphöra nu.',
      en: 'No role was changed. Correct the dates, or take the role away if it is to end now.',
    },
  },
  'last-administrator': {
    status: 409,
    title: {
      fi: 'Viimeinen ylläpitäjä jää',
      sv: 'Den sista administratören stannar',
      en: 'The last administrator stays',
    },
    detail: {
      fi: 'Mitään ei muutettu. Tee ensin toisesta henkilöstä ylläpitäjä ilman päättymispäivää.',
      sv: 'Ingenting ändrades. Gör först en annan person till administratör utan slutdatum.',
      en: 'Nothing was changed. First make someone else an administrator without an end date.',
    },
  },
} as const satisfies ProblemTable;

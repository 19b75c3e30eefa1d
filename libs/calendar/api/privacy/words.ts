import type { Localised } from '@luotsi/platform/model';

/** What the calendar's data is called in a person's copy of it. */
export const calendarWords: Readonly<Record<string, Localised>> = {
  calendar: { fi: 'Koulutuskalenteri', sv: 'Utbildningskalender', en: 'Training calendar' },
  enrolments: { fi: 'Ilmoittautumiset', sv: 'Anmälningar', en: 'Enrolments' },
  sessionsMade: {
    fi: 'Koulutukset, jotka olet luonut',
    sv: 'Utbildningar som du skapat',
    en: 'Sessions that you have created',
  },
  sessionsCoached: {
    fi: 'Koulutukset, joissa olet valmentajana',
    sv: 'Utbildningar där du är handledare',
    en: 'Sessions that you coach',
  },
  personalFeed: { fi: 'Oma kalenterisyöte', sv: 'Eget kalenderflöde', en: 'Own calendar feed' },
  addressesSoFar: {
    fi: 'Monesko osoite on käytössä',
    sv: 'Vilken adress i ordningen',
    en: 'Which address in order',
  },
  session: { fi: 'Koulutus', sv: 'Utbildning', en: 'Session' },
  starts: { fi: 'Alkaa', sv: 'Börjar', en: 'Starts' },
  ends: { fi: 'Päättyy', sv: 'Slutar', en: 'Ends' },
  status: { fi: 'Tila', sv: 'Läge', en: 'Status' },
  changedAt: { fi: 'Muuttunut', sv: 'Ändrades', en: 'Changed' },
  createdAt: { fi: 'Luotu', sv: 'Skapad', en: 'Created' },
  history: { fi: 'Vaiheet', sv: 'Skeden', en: 'History' },
  at: { fi: 'Aika', sv: 'Tid', en: 'Time' },
  reason: { fi: 'Miksi', sv: 'Varför', en: 'Why' },
  own: { fi: 'Teit itse', sv: 'Du gjorde det själv', en: 'Your own doing' },
  when: { fi: 'Milloin', sv: 'När', en: 'When' },
  timeZone: { fi: 'Aikavyöhyke', sv: 'Tidszon', en: 'Time zone' },
  place: { fi: 'Paikka', sv: 'Plats', en: 'Place' },
  position: { fi: 'Sija jonossa', sv: 'Plats i kön', en: 'Place in line' },
  before: { fi: 'Aiemmin', sv: 'Tidigare', en: 'Before' },
  confirmed: { fi: 'paikka vahvistettu', sv: 'plats bekräftad', en: 'seat confirmed' },
  waitlisted: { fi: 'jonossa', sv: 'i kö', en: 'on the waiting list' },
  cancelled: { fi: 'peruttu', sv: 'avbokad', en: 'cancelled' },
  enrolled: { fi: 'ilmoittauduit', sv: 'du anmälde dig', en: 'you enrolled' },
  promoted: { fi: 'paikka vapautui', sv: 'en plats blev ledig', en: 'a seat became free' },
  'cancelled-by-person': { fi: 'peruit paikkasi', sv: 'du avbokade', en: 'you cancelled' },
};

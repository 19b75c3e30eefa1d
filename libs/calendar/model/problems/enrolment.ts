import type { ProblemTable } from '@luotsi/platform/model';
import { nothingChanged } from './nothing-changed';

/** Why a step of an enrolment is refused, and what to do then. */
export const enrolmentProblems = {
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
  'session-busy': {
    status: 503,
    title: {
      fi: 'Tilaisuutta muutetaan juuri nyt',
      sv: 'Tillfället ändras just nu',
      en: 'The session is being changed right now',
    },
    detail: {
      fi: `${nothingChanged.fi} Yritä muutaman sekunnin kuluttua uudelleen.`,
      sv: `${nothingChanged.sv} Försök igen om några sekunder.`,
      en: `${nothingChanged.en} Try again in a few seconds.`,
    },
  },
  'session-without-date': {
    status: 409,
    title: {
      fi: 'Tilaisuudella ei ole vielä aikaa',
      sv: 'Tillfället har ännu inget datum',
      en: 'The session has no date yet',
    },
    detail: {
      fi: 'Sinua ei ilmoitettu. Kerro kiinnostuksesi, niin saat paikan tarjouksena, kun aika on sovittu.',
      sv: 'Du anmäldes inte. Visa ditt intresse, så erbjuds du en plats när datumet är bestämt.',
      en: 'You were not enrolled. Say that you are interested, and you are offered a seat once the date is set.',
    },
    to: {
      organiser: {
        detail: {
          fi: `${nothingChanged.fi} Anna koulutukselle ensin aika. Kiinnostuneet saavat silloin tarjouksen paikasta, ja voit lisätä muita.`,
          sv: `${nothingChanged.sv} Ange först en tid för utbildningen. Då erbjuds de intresserade en plats, och du kan lägga till andra.`,
          en: `${nothingChanged.en} Give the session its time first. Then the interested are offered seats, and you can add others.`,
        },
      },
    },
  },
  'no-offer': {
    status: 409,
    title: {
      fi: 'Sinulle ei ole tarjottu paikkaa',
      sv: 'Du har inte erbjudits någon plats',
      en: 'You are not offered a seat',
    },
    detail: {
      fi: `${nothingChanged.fi} Tilaisuuden sivu kertoo, missä kohdassa ilmoittautumisesi on.`,
      sv: `${nothingChanged.sv} Tillfällets sida berättar hur det står till med din anmälan.`,
      en: `${nothingChanged.en} The session’s page says where your enrolment stands.`,
    },
  },
  'offer-expired': {
    status: 409,
    title: {
      fi: 'Tarjous ei ole enää voimassa',
      sv: 'Erbjudandet gäller inte längre',
      en: 'The offer no longer stands',
    },
    detail: {
      fi: `${nothingChanged.fi} Paikka on tarjottu seuraavalle. Voit ilmoittautua uudelleen jonoon.`,
      sv: `${nothingChanged.sv} Platsen har erbjudits nästa i kön. Du kan ställa dig i kön på nytt.`,
      en: `${nothingChanged.en} The seat has been offered to the next in line. You can join the line again.`,
    },
  },
  'enrolment-moved-on': {
    status: 409,
    title: {
      fi: 'Ilmoittautumisen tila on ehtinyt muuttua',
      sv: 'Anmälan har redan ett annat läge',
      en: 'The enrolment has moved on meanwhile',
    },
    detail: {
      fi: `${nothingChanged.fi} Päivitä lista ja katso, missä kohdassa ilmoittautuminen nyt on.`,
      sv: `${nothingChanged.sv} Uppdatera listan och se hur det nu står till med anmälan.`,
      en: `${nothingChanged.en} Refresh the list to see where the enrolment stands now.`,
    },
  },
  'no-free-seat': {
    status: 409,
    title: {
      fi: 'Vapaata paikkaa ei ole',
      sv: 'Det finns ingen ledig plats',
      en: 'There is no free seat',
    },
    detail: {
      fi: `${nothingChanged.fi} Lisää paikkoja tai siirrä joku muu jonoon ensin.`,
      sv: `${nothingChanged.sv} Lägg till platser eller flytta först någon annan till kön.`,
      en: `${nothingChanged.en} Add seats, or move someone else to the waiting list first.`,
    },
  },
  'nobody-waits': {
    status: 409,
    title: {
      fi: 'Jonossa ei ole ketään, jolle paikka menisi',
      sv: 'Ingen i kön väntar på platsen',
      en: 'Nobody in line waits for the seat',
    },
    detail: {
      fi: `${nothingChanged.fi} Paikka palaisi hänelle heti. Voit poistaa hänet tilaisuudesta.`,
      sv: `${nothingChanged.sv} Platsen skulle genast gå tillbaka till personen. Du kan ta bort personen från tillfället.`,
      en: `${nothingChanged.en} The seat would go straight back to them. You can remove them from the session.`,
    },
  },
  'capacity-below-confirmed': {
    status: 409,
    title: {
      fi: 'Paikkoja ei voi olla vähemmän kuin niitä on annettu',
      sv: 'Platserna kan inte vara färre än de som redan getts',
      en: 'There can’t be fewer seats than have been given',
    },
    detail: {
      fi: `${nothingChanged.fi} Paikka on jo annettu tai tarjottu {taken} henkilölle. Anna vähintään niin monta paikkaa, tai poista tai siirrä heistä joku ensin.`,
      sv: `${nothingChanged.sv} {taken} personer har fått eller erbjudits en plats. Ange minst så många platser, eller ta först bort eller flytta någon av dem.`,
      en: `${nothingChanged.en} {taken} people have or are offered a seat. Give at least that many seats, or remove or move one of them first.`,
    },
  },
} as const satisfies ProblemTable;

import type { NoticeKinds } from '@luotsi/platform/model';
import { open, organiserNoticeKinds, whenWhere } from './organiser-notice-kinds';

/**
 * What the calendar tells people of. What someone needs to know to come to the right place at the
 * right time, or not to come at all, is owed to them.
 */
export const calendarNoticeKinds = {
  ...organiserNoticeKinds,
  'enrolment-confirmed': {
    name: {
      fi: 'Ilmoittautumisesi vahvistus',
      sv: 'Bekräftelse på din anmälan',
      en: 'Your enrolment is confirmed',
    },
    title: {
      fi: 'Olet mukana: {session}',
      sv: 'Du är med: {session}',
      en: 'You are in: {session}',
    },
    body: {
      fi: `${whenWhere}. Jos et pääse, peru paikkasi, niin seuraava saa sen.`,
      sv: `${whenWhere}. Om du får förhinder, avboka din plats så att någon annan får den.`,
      en: `${whenWhere}. If you can’t come, give up your seat so that someone else gets it.`,
    },
    action: open,
  },
  'enrolment-waitlisted': {
    name: { fi: 'Sijasi jonossa', sv: 'Din plats i kön', en: 'Your place in line' },
    title: {
      fi: 'Olet jonossa[, sija {position}]: {session}',
      sv: 'Du står i kö[, plats {position}]: {session}',
      en: 'You are in line[, place {position}]: {session}',
    },
    body: {
      fi: `${whenWhere}.[ Syy: {reason}.] Kerromme heti, kun on sinun vuorosi.`,
      sv: `${whenWhere}.[ Orsak: {reason}.] Vi meddelar dig genast när det är din tur.`,
      en: `${whenWhere}.[ Reason: {reason}.] We tell you as soon as it is your turn.`,
    },
    action: open,
  },
  'enrolment-promoted': {
    name: { fi: 'Paikka jonosta', sv: 'Plats från kön', en: 'A seat from the waiting list' },
    title: {
      fi: 'Sait paikan: {session}',
      sv: 'Du fick en plats: {session}',
      en: 'You have got a seat: {session}',
    },
    body: {
      fi: `${whenWhere}. Paikka vapautui, ja se on nyt sinun. Jos et pääse, peru se, niin seuraava saa sen.`,
      sv: `${whenWhere}. En plats blev ledig och är nu din. Om du får förhinder, avboka den så att nästa får den.`,
      en: `${whenWhere}. A seat became free and is yours now. If you can’t come, give it up so that the next in line gets it.`,
    },
    action: open,
    owed: {
      fi: 'Paikka on heti sinun, joten kerromme siitä aina.',
      sv: 'Platsen är genast din, så vi meddelar dig alltid.',
      en: 'The seat is yours at once, so we always tell you.',
    },
  },
  'enrolment-cancelled': {
    name: {
      fi: 'Oma peruutuksesi',
      sv: 'Din egen avbokning',
      en: 'Your own cancellation',
    },
    title: {
      fi: 'Ilmoittautumisesi on peruttu: {session}',
      sv: 'Din anmälan är avbokad: {session}',
      en: 'Your enrolment has been cancelled: {session}',
    },
    body: {
      fi: `${whenWhere}. Voit ilmoittautua uudelleen, niin kauan kuin ilmoittautuminen on auki.`,
      sv: `${whenWhere}. Du kan anmäla dig på nytt så länge anmälan är öppen.`,
      en: `${whenWhere}. You can enrol again as long as enrolment is open.`,
    },
    action: open,
  },
  'enrolment-applied': {
    name: {
      fi: 'Hyväksyntää odottava ilmoittautuminen',
      sv: 'Anmälan som väntar på godkännande',
      en: 'An enrolment that awaits approval',
    },
    title: {
      fi: 'Ilmoittautumisesi on perillä: {session}',
      sv: 'Din anmälan har kommit fram: {session}',
      en: 'Your enrolment has arrived: {session}',
    },
    body: {
      fi: `${whenWhere}. Järjestäjä hyväksyy osallistujat. Kerromme, kun päätös on tehty.`,
      sv: `${whenWhere}. Arrangören godkänner deltagarna. Vi meddelar dig när beslutet är fattat.`,
      en: `${whenWhere}. The organiser approves who takes part. We tell you when it is decided.`,
    },
    action: open,
  },
  'enrolment-offered': {
    name: {
      fi: 'Paikka tarjolla sinulle',
      sv: 'Erbjudande om plats',
      en: 'You are offered a seat',
    },
    title: {
      fi: 'Sinulle on paikka, vastaa viimeistään {expires}: {session}',
      sv: 'Det finns en plats för dig, svara senast {expires}: {session}',
      en: 'There is a seat for you, answer by {expires}: {session}',
    },
    body: {
      fi: `${whenWhere}. Ota paikka vastaan tai hylkää se viimeistään {expires}. Sen jälkeen paikka menee seuraavalle.`,
      sv: `${whenWhere}. Ta emot platsen eller avböj den senast {expires}. Därefter går platsen till nästa i kön.`,
      en: `${whenWhere}. Take the seat or decline it by {expires}. After that it goes to the next in line.`,
    },
    action: { fi: 'Vastaa tarjoukseen', sv: 'Svara på erbjudandet', en: 'Answer the offer' },
    owed: {
      fi: 'Paikka odottaa vastaustasi vain määräajan, joten kerromme siitä aina.',
      sv: 'Platsen väntar på ditt svar bara en viss tid, så vi meddelar dig alltid.',
      en: 'The seat waits for your answer only for a time, so we always tell you.',
    },
  },
  'enrolment-offer-expired': {
    name: {
      fi: 'Vanhentunut tarjous',
      sv: 'Erbjudande som gått ut',
      en: 'An offer that has expired',
    },
    title: {
      fi: 'Tarjottu paikka meni seuraavalle: {session}',
      sv: 'Den erbjudna platsen gick till nästa: {session}',
      en: 'The offered seat has gone to the next in line: {session}',
    },
    body: {
      fi: `${whenWhere}. Emme saaneet vastaustasi ajoissa, etkä ole enää jonossa. Voit ilmoittautua uudelleen.`,
      sv: `${whenWhere}. Vi fick inget svar i tid, och du står inte längre i kö. Du kan anmäla dig på nytt.`,
      en: `${whenWhere}. Your answer did not come in time, and you are no longer in line. You can enrol again.`,
    },
    action: open,
  },
  'session-cancelled': {
    name: {
      fi: 'Koulutuksen peruuntuminen',
      sv: 'Inställd utbildning',
      en: 'A session is cancelled',
    },
    title: {
      fi: 'Koulutus on peruttu: {session}',
      sv: 'Utbildningen är inställd: {session}',
      en: 'The session is cancelled: {session}',
    },
    body: {
      fi: `${whenWhere}: koulutusta ei pidetä.[ Syy: {reason}.] Sinun ei tarvitse tehdä mitään.`,
      sv: `${whenWhere}: utbildningen blir inte av.[ Orsak: {reason}.] Du behöver inte göra något.`,
      en: `${whenWhere}: the session does not take place.[ Reason: {reason}.] There is nothing you need to do.`,
    },
    action: open,
    owed: {
      fi: 'Jotta et lähde turhaan, kerromme peruuntumisesta aina.',
      sv: 'För att du inte ska komma i onödan meddelar vi alltid om inställda utbildningar.',
      en: 'So that you do not come for nothing, we always tell you of a cancellation.',
    },
  },
  'series-cancelled': {
    name: {
      fi: 'Sarjan monen kerran peruuntuminen',
      sv: 'Flera inställda tillfällen i en serie',
      en: 'Several sessions of a series are cancelled',
    },
    title: {
      fi: '{count} koulutusta on peruttu: {session}',
      sv: '{count} utbildningar är inställda: {session}',
      en: '{count} sessions are cancelled: {session}',
    },
    body: {
      fi: 'Näitä kertoja ei pidetä: {sessions}.[ Syy: {reason}.] Sinun ei tarvitse tehdä mitään.',
      sv: 'De här tillfällena blir inte av: {sessions}.[ Orsak: {reason}.] Du behöver inte göra något.',
      en: 'These sessions do not take place: {sessions}.[ Reason: {reason}.] There is nothing you need to do.',
    },
    action: {
      fi: 'Avaa ensimmäinen niistä',
      sv: 'Öppna det första av dem',
      en: 'Open the first of them',
    },
    owed: {
      fi: 'Jotta et lähde turhaan, kerromme peruuntumisesta aina.',
      sv: 'För att du inte ska komma i onödan meddelar vi alltid om inställda utbildningar.',
      en: 'So that you do not come for nothing, we always tell you of a cancellation.',
    },
  },
  'session-postponed': {
    name: {
      fi: 'Koulutuksen siirtyminen',
      sv: 'Framskjuten utbildning',
      en: 'A session is postponed',
    },
    title: {
      fi: 'Koulutus siirtyy: {session}',
      sv: 'Utbildningen skjuts fram: {session}',
      en: 'The session is postponed: {session}',
    },
    body: {
      fi: `${whenWhere}: koulutusta ei pidetä silloin. Paikkasi säilyy, ja kerromme uuden ajan, kun se on sovittu.`,
      sv: `${whenWhere}: utbildningen hålls inte då. Du behåller din plats, och vi meddelar den nya tiden när den är bestämd.`,
      en: `${whenWhere}: the session does not take place then. You keep your place, and we tell you the new time once it is set.`,
    },
    action: open,
    owed: {
      fi: 'Jotta et lähde turhaan, kerromme siirtymisestä aina.',
      sv: 'För att du inte ska komma i onödan meddelar vi alltid om framskjutna utbildningar.',
      en: 'So that you do not come for nothing, we always tell you of a postponement.',
    },
  },
  'session-moved': {
    name: {
      fi: 'Uusi aika tai paikka',
      sv: 'Ny tid eller plats',
      en: 'A new time or place',
    },
    title: {
      fi: 'Uusi aika tai paikka: {session}',
      sv: 'Ny tid eller plats: {session}',
      en: 'New time or place: {session}',
    },
    body: {
      fi: `Nyt ${whenWhere}[; ennen {before}]. Jos et pääse, peru paikkasi.`,
      sv: `Nu ${whenWhere}[; förut {before}]. Om du får förhinder, avboka din plats.`,
      en: `Now ${whenWhere}[; before {before}]. If you can’t come, give up your seat.`,
    },
    action: open,
    owed: {
      fi: 'Jotta tulet oikeaan aikaan oikeaan paikkaan, kerromme muutoksesta aina.',
      sv: 'För att du ska komma i rätt tid till rätt plats meddelar vi alltid om ändringar.',
      en: 'So that you come to the right place at the right time, we always tell you of a change.',
    },
  },
} as const satisfies NoticeKinds;

/** The name of one of the calendar's kinds. */
export type CalendarNoticeKind = keyof typeof calendarNoticeKinds;

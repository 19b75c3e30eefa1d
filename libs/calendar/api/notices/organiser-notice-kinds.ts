import type { NoticeKinds } from '@luotsi/platform/model';

/** To the session that it is about. */
export const open = { fi: 'Avaa koulutus', sv: 'Öppna utbildningen', en: 'Open the session' };
/** When and where it begins. */
export const whenWhere = '{when}[, {place}]';

/** What an organiser does with someone's enrolment: who did nothing themselves is always told. */
export const organiserNoticeKinds = {
  'enrolment-added': {
    name: {
      fi: 'Järjestäjä ilmoittaa sinut',
      sv: 'Arrangören anmäler dig',
      en: 'The organiser enrols you',
    },
    title: {
      fi: 'Järjestäjä ilmoitti sinut: {session}',
      sv: 'Arrangören anmälde dig: {session}',
      en: 'The organiser has enrolled you: {session}',
    },
    body: {
      fi: `${whenWhere}.[ Syy: {reason}.] Paikka on sinun. Jos et pääse, peru se.`,
      sv: `${whenWhere}.[ Orsak: {reason}.] Platsen är din. Om du får förhinder, avboka den.`,
      en: `${whenWhere}.[ Reason: {reason}.] The seat is yours. If you can’t come, give it up.`,
    },
    action: open,
    owed: {
      fi: 'Et ilmoittautunut itse, joten kerromme siitä aina.',
      sv: 'Du anmälde dig inte själv, så vi meddelar dig alltid.',
      en: 'You did not enrol yourself, so we always tell you.',
    },
  },
  'enrolment-refused': {
    name: {
      fi: 'Hylätty ilmoittautuminen',
      sv: 'Anmälan som inte godkänts',
      en: 'An enrolment that is not approved',
    },
    title: {
      fi: 'Ilmoittautumistasi ei hyväksytty: {session}',
      sv: 'Din anmälan godkändes inte: {session}',
      en: 'Your enrolment was not approved: {session}',
    },
    body: {
      fi: `${whenWhere}.[ Järjestäjän perustelu: {reason}.] Kalenterissa on muita koulutuksia.`,
      sv: `${whenWhere}.[ Arrangörens motivering: {reason}.] I kalendern finns andra utbildningar.`,
      en: `${whenWhere}.[ The organiser’s reason: {reason}.] There are other sessions in the calendar.`,
    },
    action: open,
    owed: {
      fi: 'Odotat päätöstä, joten kerromme siitä aina.',
      sv: 'Du väntar på beslutet, så vi meddelar dig alltid.',
      en: 'You await the decision, so we always tell you.',
    },
  },
  'enrolment-removed': {
    name: {
      fi: 'Järjestäjä poistaa sinut',
      sv: 'Arrangören tar bort dig',
      en: 'The organiser removes you',
    },
    title: {
      fi: 'Järjestäjä poisti ilmoittautumisesi: {session}',
      sv: 'Arrangören tog bort din anmälan: {session}',
      en: 'The organiser has removed your enrolment: {session}',
    },
    body: {
      fi: `${whenWhere}.[ Syy: {reason}.] Et ole enää mukana. Kysy tarvittaessa järjestäjältä.`,
      sv: `${whenWhere}.[ Orsak: {reason}.] Du är inte längre med. Fråga vid behov arrangören.`,
      en: `${whenWhere}.[ Reason: {reason}.] You are no longer in. Ask the organiser if you need to.`,
    },
    action: open,
    owed: {
      fi: 'Jotta et tule turhaan, kerromme siitä aina.',
      sv: 'För att du inte ska komma i onödan meddelar vi alltid om det.',
      en: 'So that you do not come for nothing, we always tell you.',
    },
  },
  'enrolment-moved': {
    name: {
      fi: 'Järjestäjä siirtää sinut toiseen koulutukseen',
      sv: 'Arrangören flyttar dig till en annan utbildning',
      en: 'The organiser moves you to another session',
    },
    title: {
      fi: 'Järjestäjä siirsi sinut: {from} → {session}',
      sv: 'Arrangören flyttade dig: {from} → {session}',
      en: 'The organiser has moved you: {from} → {session}',
    },
    body: {
      fi: `Ilmoittautumisesi siirtyi koulutuksesta ”{from}”[ ({before})] koulutukseen ”{session}”: ${whenWhere}.[ Olet jonossa sijalla {position}.][ Syy: {reason}.] Jos et pääse, peru ilmoittautumisesi.`,
      sv: `Din anmälan har flyttats från utbildningen ”{from}”[ ({before})] till utbildningen ”{session}”: ${whenWhere}.[ Du står i kö på plats {position}.][ Orsak: {reason}.] Om du får förhinder, avboka din anmälan.`,
      en: `Your enrolment has been moved from “{from}”[ ({before})] to “{session}”: ${whenWhere}.[ You are in line, place {position}.][ Reason: {reason}.] If you can’t come, cancel your enrolment.`,
    },
    action: open,
    owed: {
      fi: 'Jotta tulet oikeaan koulutukseen, kerromme siitä aina.',
      sv: 'För att du ska komma till rätt utbildning meddelar vi alltid om det.',
      en: 'So that you come to the right session, we always tell you.',
    },
  },
} as const satisfies NoticeKinds;

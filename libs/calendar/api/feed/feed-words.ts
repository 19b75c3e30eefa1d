import type { EnrolmentStatus } from '@luotsi/calendar/model';
import type { Language } from '@luotsi/platform/model';

/** The few words that feeds add of their own. */
export const feedWords: Readonly<
  Record<
    Language,
    {
      readonly publicName: string;
      readonly publicDescription: string;
      readonly personalName: string;
      readonly personalDescription: string;
      readonly cancelled: string;
      readonly online: string;
      readonly onlineRoom: string;
      readonly more: string;
      readonly ownStatus: Readonly<Record<EnrolmentStatus, string>>;
    }
  >
> = {
  fi: {
    publicName: 'Luotsi: ohjausalan koulutuskalenteri',
    publicDescription: 'Ohjausalan koulutukset koko Suomessa',
    personalName: 'Luotsi: omat koulutukset',
    personalDescription: 'Koulutukset, joihin olet ilmoittautunut',
    cancelled: 'Peruttu',
    online: 'Verkossa',
    onlineRoom: 'Verkkohuone',
    more: 'Lisätiedot ja ilmoittautuminen',
    ownStatus: {
      confirmed: 'Olet mukana.',
      applied: 'Järjestäjä ei ole vielä hyväksynyt ilmoittautumistasi.',
      waitlisted: 'Olet jonotuslistalla.',
      offered: 'Sinulle on tarjottu paikkaa: vastaa tilaisuuden sivulla.',
      declined: 'Et ole mukana.',
      cancelled: 'Olet perunut ilmoittautumisesi.',
    },
  },
  sv: {
    publicName: 'Lotsen: utbildningskalender för vägledning',
    publicDescription: 'Utbildningar i vägledning i hela Finland',
    personalName: 'Lotsen: egna utbildningar',
    personalDescription: 'Utbildningar som du har anmält dig till',
    cancelled: 'Inställt',
    online: 'På nätet',
    onlineRoom: 'Nätrum',
    more: 'Mer information och anmälan',
    ownStatus: {
      confirmed: 'Du är med.',
      applied: 'Arrangören har ännu inte godkänt din anmälan.',
      waitlisted: 'Du står på väntelistan.',
      offered: 'Du erbjuds en plats: svara på tillfällets sida.',
      declined: 'Du är inte med.',
      cancelled: 'Du har avbokat din plats.',
    },
  },
  en: {
    publicName: 'Luotsi: guidance training calendar',
    publicDescription: 'Guidance training all over Finland',
    personalName: 'Luotsi: my training',
    personalDescription: 'Training you have registered for',
    cancelled: 'Cancelled',
    online: 'Online',
    onlineRoom: 'Online room',
    more: 'Details and registration',
    ownStatus: {
      confirmed: 'You are in.',
      applied: 'The organiser has not approved your registration yet.',
      waitlisted: 'You are on the waiting list.',
      offered: 'You are offered a seat: answer on the session’s page.',
      declined: 'You are not in.',
      cancelled: 'You have cancelled your place.',
    },
  },
};

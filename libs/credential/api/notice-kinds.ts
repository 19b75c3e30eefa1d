import type { NoticeKinds } from '@luotsi/platform/model';

/** What people are told of their certificates. */
export const credentialNoticeKinds = {
  'credential-issued': {
    name: { fi: 'Uusi todistus', sv: 'Nytt intyg', en: 'A new certificate' },
    title: {
      fi: 'Todistuksesi on valmis: {title}',
      sv: 'Ditt intyg är klart: {title}',
      en: 'Your certificate is ready: {title}',
    },
    body: {
      fi: 'Voit ladata sen ja antaa sen tarkistusosoitteen kenelle haluat.',
      sv: 'Du kan ladda ner det och ge kontrolladressen till vem du vill.',
      en: 'You can download it and give its verification address to whomever you like.',
    },
    action: { fi: 'Avaa todistukset', sv: 'Öppna intygen', en: 'Open your certificates' },
  },
  'credential-revoked': {
    name: { fi: 'Todistuksen mitätöinti', sv: 'Intyg ogiltigt', en: 'A certificate is revoked' },
    title: {
      fi: 'Todistuksesi ei ole enää voimassa: {title}',
      sv: 'Ditt intyg gäller inte längre: {title}',
      en: 'Your certificate no longer holds: {title}',
    },
    body: {
      fi: 'Järjestäjä korjasi osallistumismerkintääsi. Jos korjaus on väärä, kysy järjestäjältä.',
      sv: 'Arrangören rättade anteckningen om ditt deltagande. Fråga arrangören om den är fel.',
      en: 'The organiser corrected the record of your attendance. Ask them if that is wrong.',
    },
    action: { fi: 'Avaa todistukset', sv: 'Öppna intygen', en: 'Open your certificates' },
    owed: {
      fi: 'Antamasi tarkistusosoite kertoo nyt toisin, joten sinun on tiedettävä siitä.',
      sv: 'Kontrolladressen du gett visar nu något annat, så du måste få veta det.',
      en: 'The address that you have given now says otherwise, so you have to know.',
    },
  },
} as const satisfies NoticeKinds;

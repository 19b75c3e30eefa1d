import type { Language } from '@luotsi/platform/model';

/** The words of a certificate of attendance. */
export interface CertificateWords {
  /** Begins the name of the file. */
  readonly file: string;
  readonly product: string;
  readonly heading: string;
  readonly attended: string;
  readonly when: string;
  readonly took: string;
  readonly hours: (hours: number, minutes: number) => string;
  readonly organiser: string;
  readonly competences: string;
  readonly issued: string;
  readonly verify: string;
  readonly verifyHow: string;
  readonly code: string;
  readonly picture: string;
  readonly page: (page: number, pages: number) => string;
}

const hours = (hour: string, minute: string) => (h: number, m: number) =>
  [h > 0 ? `${String(h)} ${hour}` : '', m > 0 ? `${String(m)} ${minute}` : '']
    .filter((part) => part !== '')
    .join(' ');

/** As they stand on paper, in each language. */
export const certificateWords: Readonly<Record<Language, CertificateWords>> = {
  fi: {
    file: 'todistus',
    product: 'Luotsi, ohjausalan osaamisen palvelu',
    heading: 'Todistus osallistumisesta',
    attended: 'on osallistunut koulutukseen',
    when: 'Aika',
    took: 'Kesto',
    hours: hours('h', 'min'),
    organiser: 'Järjestäjä',
    competences: 'Osaaminen, jota koulutus kehittää',
    issued: 'Todistus annettu',
    verify: 'Tarkista todistus',
    verifyHow: 'Tästä osoitteesta näet, onko todistus aito ja voimassa.',
    code: 'Tarkistuskoodi',
    picture: 'Ruutukoodi, joka avaa todistuksen tarkistussivun',
    page: (page, pages) => `Todistus osallistumisesta · sivu ${String(page)}/${String(pages)}`,
  },
  sv: {
    file: 'intyg',
    product: 'Lotsen, tjänsten för kompetens inom vägledning',
    heading: 'Intyg över deltagande',
    attended: 'har deltagit i utbildningen',
    when: 'Tid',
    took: 'Längd',
    hours: hours('tim', 'min'),
    organiser: 'Arrangör',
    competences: 'Kompetens som utbildningen utvecklar',
    issued: 'Intyget utfärdat',
    verify: 'Kontrollera intyget',
    verifyHow: 'På den här adressen ser du om intyget är äkta och giltigt.',
    code: 'Kontrollkod',
    picture: 'QR-kod som öppnar sidan där intyget kontrolleras',
    page: (page, pages) => `Intyg över deltagande · sida ${String(page)}/${String(pages)}`,
  },
  en: {
    file: 'certificate',
    product: 'Luotsi, the service for competence in guidance',
    heading: 'Certificate of attendance',
    attended: 'has attended',
    when: 'When',
    took: 'Duration',
    hours: hours('hr', 'min'),
    organiser: 'Organiser',
    competences: 'Competences that it develops',
    issued: 'Issued',
    verify: 'Verify this certificate',
    verifyHow: 'This address shows whether the certificate is genuine and holds.',
    code: 'Verification code',
    picture: 'QR code that opens the page where the certificate is verified',
    page: (page, pages) => `Certificate of attendance · page ${String(page)}/${String(pages)}`,
  },
};

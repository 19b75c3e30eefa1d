import type { Localised } from '@luotsi/platform/model';
import type { AuditAction } from './audit';

/**
 * What the audit log tells of, in words that stand by themselves: who did it and whom it concerns
 * are columns beside them, so no word has to bend to a name.
 */
export const auditActions = {
  'sign-in': { fi: 'Kirjautuminen', sv: 'Inloggning', en: 'Signed in' },
  'sign-in-failed': {
    fi: 'Epäonnistunut kirjautuminen',
    sv: 'Misslyckad inloggning',
    en: 'Sign-in failed',
  },
  'sign-out': { fi: 'Uloskirjautuminen', sv: 'Utloggning', en: 'Signed out' },
  'sign-in-ended': {
    fi: 'Kirjautuminen päätetty toiselta laitteelta',
    sv: 'Inloggning avslutad från en annan enhet',
    en: 'A sign-in was ended from another device',
  },
  'account-created': { fi: 'Tili luotu', sv: 'Konto skapat', en: 'Account created' },
  'account-verified': {
    fi: 'Sähköpostiosoite vahvistettu',
    sv: 'E-postadressen bekräftad',
    en: 'E-mail address confirmed',
  },
  'password-changed': { fi: 'Salasana vaihdettu', sv: 'Lösenordet bytt', en: 'Password changed' },
  'password-reset': {
    fi: 'Unohtuneen salasanan tilalle asetettu uusi',
    sv: 'Glömt lösenord ersatt med ett nytt',
    en: 'Forgotten password replaced',
  },
  'email-changed': {
    fi: 'Sähköpostiosoite vaihdettu',
    sv: 'E-postadressen bytt',
    en: 'E-mail address changed',
  },
  'second-step-on': {
    fi: 'Toinen vaihe otettu käyttöön',
    sv: 'Andra steget infört',
    en: 'Second step set up',
  },
  'second-step-off': {
    fi: 'Toinen vaihe poistettu käytöstä',
    sv: 'Andra steget borttaget',
    en: 'Second step removed',
  },
  'second-step-failed': {
    fi: 'Väärä toisen vaiheen koodi',
    sv: 'Fel kod i andra steget',
    en: 'Wrong second-step code',
  },
  'recovery-codes-made': {
    fi: 'Uudet palautuskoodit',
    sv: 'Nya återställningskoder',
    en: 'New recovery codes',
  },
  'recovery-code-used': {
    fi: 'Palautuskoodi käytetty',
    sv: 'Återställningskod använd',
    en: 'Recovery code used',
  },
  'passkey-added': { fi: 'Pääsyavain lisätty', sv: 'Lösennyckel tillagd', en: 'Passkey added' },
  'passkey-removed': {
    fi: 'Pääsyavain poistettu',
    sv: 'Lösennyckel borttagen',
    en: 'Passkey removed',
  },
  'provider-linked': {
    fi: 'Toinen kirjautumistapa liitetty',
    sv: 'Ett annat inloggningssätt kopplat',
    en: 'Another way of signing in linked',
  },
  'provider-unlinked': {
    fi: 'Toinen kirjautumistapa irrotettu',
    sv: 'Ett annat inloggningssätt bortkopplat',
    en: 'Another way of signing in unlinked',
  },
  'invitation-sent': { fi: 'Kutsu lähetetty', sv: 'Inbjudan skickad', en: 'Invitation sent' },
  'invitation-accepted': {
    fi: 'Kutsu hyväksytty',
    sv: 'Inbjudan godtagen',
    en: 'Invitation accepted',
  },
  'invitation-withdrawn': {
    fi: 'Kutsu peruttu',
    sv: 'Inbjudan återtagen',
    en: 'Invitation withdrawn',
  },
  'people-imported': { fi: 'Ihmisiä tuotu', sv: 'Personer importerade', en: 'People imported' },
  'role-given': { fi: 'Rooli annettu', sv: 'Roll given', en: 'Role given' },
  'role-changed': { fi: 'Roolia muutettu', sv: 'Roll ändrad', en: 'Role changed' },
  'role-taken': { fi: 'Rooli otettu pois', sv: 'Roll borttagen', en: 'Role taken away' },
  'profile-changed': { fi: 'Profiilia muutettu', sv: 'Profilen ändrad', en: 'Profile changed' },
  'profile-confirmed': {
    fi: 'Profiilin tieto vahvistettu',
    sv: 'Uppgift i profilen bekräftad',
    en: 'Profile confirmed',
  },
  'profile-rejected': {
    fi: 'Profiilin tietoa ei vahvistettu',
    sv: 'Uppgift i profilen inte bekräftad',
    en: 'Profile not confirmed',
  },
  'organisation-added': {
    fi: 'Organisaatio lisätty luetteloon',
    sv: 'Organisation tillagd i listan',
    en: 'Organisation added to the list',
  },
  'organisation-joined': {
    fi: 'Organisaation nimi liitetty luetteloon',
    sv: 'Organisationens namn kopplat till listan',
    en: 'Organisation’s name joined to the list',
  },
  'people-read': {
    fi: 'Ihmisten luettelo luettu',
    sv: 'Personförteckningen läst',
    en: 'List of people read',
  },
  'person-read': {
    fi: 'Henkilön tiedot luettu',
    sv: 'Personens uppgifter lästa',
    en: 'A person’s data read',
  },
  'enrolled-read': {
    fi: 'Ilmoittautuneiden luettelo luettu',
    sv: 'Förteckningen över anmälda läst',
    en: 'List of the enrolled read',
  },
  'attendance-corrected': {
    fi: 'Läsnäolomerkintä korjattu',
    sv: 'Anteckning om närvaro rättad',
    en: 'Attendance corrected',
  },
  'feedback-read': {
    fi: 'Saavutettavuuspalautteet luettu',
    sv: 'Responsen om tillgängligheten läst',
    en: 'Feedback on accessibility read',
  },
  'people-exported': {
    fi: 'Ihmisten tietoja viety tiedostoon',
    sv: 'Personuppgifter exporterade',
    en: 'People’s data exported',
  },
  'audit-read': { fi: 'Käyttölokia luettu', sv: 'Loggen läst', en: 'Audit log read' },
  'audit-exported': {
    fi: 'Käyttöloki viety tiedostoon',
    sv: 'Loggen exporterad',
    en: 'Audit log exported',
  },
  'data-requested': {
    fi: 'Omien tietojen kooste pyydetty',
    sv: 'Kopia av egna uppgifter begärd',
    en: 'Copy of own data requested',
  },
  'data-downloaded': {
    fi: 'Omien tietojen kooste ladattu',
    sv: 'Kopia av egna uppgifter nedladdad',
    en: 'Copy of own data downloaded',
  },
  'deletion-requested': {
    fi: 'Tilin poistamista pyydetty',
    sv: 'Radering av kontot begärd',
    en: 'Deletion of the account requested',
  },
  'deletion-withdrawn': {
    fi: 'Tilin poistaminen peruttu',
    sv: 'Radering av kontot återtagen',
    en: 'Deletion of the account withdrawn',
  },
  'account-unused': {
    fi: 'Käyttämättömästä tilistä ilmoitettu',
    sv: 'Meddelande om oanvänt konto',
    en: 'Told of an unused account',
  },
  'person-deleted': { fi: 'Tili poistettu', sv: 'Kontot raderat', en: 'Account deleted' },
  'retention-applied': {
    fi: 'Säilytysajan ylittäneet tiedot poistettu',
    sv: 'Uppgifter vars lagringstid gått ut raderade',
    en: 'Data past their time deleted',
  },
  'credential-issued': {
    fi: 'Todistus annettu',
    sv: 'Intyg utfärdat',
    en: 'Certificate issued',
  },
  'credential-revoked': {
    fi: 'Todistus mitätöity',
    sv: 'Intyg ogiltigförklarat',
    en: 'Certificate revoked',
  },
} as const satisfies Record<AuditAction, Localised>;

import type { ProblemTable } from '@luotsi/platform/model';

const askAgain = {
  fi: 'Mitään ei muutettu. Pyydä kutsujaa lähettämään kutsu uudelleen.',
  sv: 'Ingenting ändrades. Be den som bjöd in dig att skicka inbjudan på nytt.',
  en: 'Nothing was changed. Ask whoever invited you to send the invitation again.',
};

/** What sending an invitation, or accepting one, may be refused with. */
export const invitationProblems = {
  'roles-missing': {
    status: 422,
    title: {
      fi: 'Kutsusta puuttuu rooli',
      sv: 'Inbjudan saknar roll',
      en: 'The invitation carries no role',
    },
    detail: {
      fi: 'Kutsua ei lähetetty. Valitse ainakin yksi rooli tai ryhmä.',
      sv: 'Inbjudan skickades inte. Välj minst en roll eller grupp.',
      en: 'The invitation was not sent. Choose at least one role or group.',
    },
  },
  'already-invited': {
    status: 409,
    title: {
      fi: 'Osoitteella on jo avoin kutsu',
      sv: 'Adressen har redan en öppen inbjudan',
      en: 'The address has an open invitation already',
    },
    detail: {
      fi: 'Uutta kutsua ei lähetetty. Lähetä aiempi uudelleen tai peru se ensin.',
      sv: 'Ingen ny inbjudan skickades. Skicka den tidigare på nytt eller återta den först.',
      en: 'No new invitation was sent. Send the earlier one again, or withdraw it first.',
    },
  },
  'invitation-unknown': {
    status: 404,
    title: {
      fi: 'Kutsua ei löydy',
      sv: 'Inbjudan finns inte',
      en: 'There is no such invitation',
    },
    detail: {
      fi: 'Linkki on voinut katketa, tai kutsusta on lähetetty uusi. Avaa uusimman kirjeen linkki kokonaan.',
      sv: 'Länken kan vara avklippt, eller så har inbjudan skickats på nytt. Öppna hela länken i det senaste brevet.',
      en: 'The link may be cut short, or a newer invitation was sent. Open the whole link of the latest letter.',
    },
  },
  'invitation-used': {
    status: 410,
    title: {
      fi: 'Kutsu on jo hyväksytty',
      sv: 'Inbjudan är redan godtagen',
      en: 'The invitation has been accepted already',
    },
    detail: {
      fi: 'Mitään ei muutettu. Jos hyväksyit sen itse, kirjaudu sisään.',
      sv: 'Ingenting ändrades. Om du själv godtog den, logga in.',
      en: 'Nothing was changed. If it was you who accepted it, sign in.',
    },
  },
  'invitation-expired': {
    status: 410,
    title: {
      fi: 'Kutsu on vanhentunut',
      sv: 'Inbjudan har gått ut',
      en: 'The invitation has expired',
    },
    detail: askAgain,
  },
  'invitation-withdrawn': {
    status: 410,
    title: {
      fi: 'Kutsu on peruttu',
      sv: 'Inbjudan har återtagits',
      en: 'The invitation has been withdrawn',
    },
    detail: {
      fi: 'Mitään ei muutettu. Kysy asiasta kutsujalta, tai rekisteröidy itse.',
      sv: 'Ingenting ändrades. Fråga den som bjöd in dig, eller registrera dig själv.',
      en: 'Nothing was changed. Ask whoever invited you, or register yourself.',
    },
  },
  'invitation-for-another': {
    status: 403,
    title: {
      fi: 'Kutsu on toiselle osoitteelle',
      sv: 'Inbjudan gäller en annan adress',
      en: 'The invitation is for another address',
    },
    detail: {
      fi: 'Mitään ei muutettu. Olet kirjautunut toisella sähköpostiosoitteella. Kirjaudu ulos ja avaa linkki uudelleen, tai pyydä kutsu osoitteeseen, jota käytät täällä.',
      sv: 'Ingenting ändrades. Du är inloggad med en annan e-postadress. Logga ut och öppna länken på nytt, eller be om en inbjudan till den adress du använder här.',
      en: 'Nothing was changed. You are signed in with another e-mail address. Sign out and open the link again, or ask for an invitation to the address that you use here.',
    },
  },
  'invitation-needs-sign-in': {
    status: 409,
    title: {
      fi: 'Sinulla on jo tili',
      sv: 'Du har redan ett konto',
      en: 'You have an account already',
    },
    detail: {
      fi: 'Kutsu on yhä voimassa. Kirjaudu sisään ja hyväksy se sitten.',
      sv: 'Inbjudan gäller fortfarande. Logga in och godta den sedan.',
      en: 'The invitation still holds. Sign in and accept it then.',
    },
  },
  'invitation-needs-account': {
    status: 422,
    title: {
      fi: 'Nimi ja salasana puuttuvat',
      sv: 'Namn och lösenord saknas',
      en: 'Name and password are missing',
    },
    detail: {
      fi: 'Kutsu on yhä voimassa. Kirjoita nimesi ja valitse salasana, niin saat tilin.',
      sv: 'Inbjudan gäller fortfarande. Skriv ditt namn och välj ett lösenord, så får du ett konto.',
      en: 'The invitation still holds. Write your name and choose a password to get an account.',
    },
  },
  'csv-unreadable': {
    status: 422,
    title: {
      fi: 'Tiedostoa ei voi lukea',
      sv: 'Filen går inte att läsa',
      en: 'The file can’t be read',
    },
    detail: {
      fi: 'Ketään ei kutsuttu. Rivillä {line} on lainausmerkki, joka ei pääty, tai tiedosto ei ole CSV. Tallenna taulukko uudelleen CSV-muodossa.',
      sv: 'Ingen bjöds in. På rad {line} finns ett citattecken som inte avslutas, eller så är filen inte CSV. Spara tabellen på nytt som CSV.',
      en: 'Nobody was invited. Line {line} has a quotation mark that does not end, or the file is not CSV. Save the table as CSV again.',
    },
  },
  'csv-without-email': {
    status: 422,
    title: {
      fi: 'Tiedostosta puuttuu sähköpostin sarake',
      sv: 'Filen saknar en kolumn för e-post',
      en: 'The file has no column for e-mail',
    },
    detail: {
      fi: 'Ketään ei kutsuttu. Ensimmäisellä rivillä on oltava otsikot, ainakin ”sähköposti”.',
      sv: 'Ingen bjöds in. Den första raden ska ha rubriker, åtminstone ”e-post”.',
      en: 'Nobody was invited. The first line has to be headings, “e-mail” at least.',
    },
  },
  'csv-empty': {
    status: 422,
    title: { fi: 'Tiedosto on tyhjä', sv: 'Filen är tom', en: 'The file is empty' },
    detail: {
      fi: 'Ketään ei kutsuttu. Otsikkorivin alla on oltava ainakin yksi henkilö.',
      sv: 'Ingen bjöds in. Under rubrikraden ska det finnas minst en person.',
      en: 'Nobody was invited. There has to be at least one person below the headings.',
    },
  },
  'csv-too-long': {
    status: 422,
    title: {
      fi: 'Tiedostossa on liikaa rivejä',
      sv: 'Filen har för många rader',
      en: 'The file has too many lines',
    },
    detail: {
      fi: 'Ketään ei kutsuttu. Jaa tiedosto enintään {most} rivin osiin.',
      sv: 'Ingen bjöds in. Dela upp filen i delar på högst {most} rader.',
      en: 'Nobody was invited. Divide the file into parts of {most} lines at most.',
    },
  },
} as const satisfies ProblemTable;

import type { ProblemTable } from '@luotsi/platform/model';

/** What the second step and passkeys may be refused with. */
export const secondStepProblems = {
  'wrong-code': {
    status: 422,
    title: { fi: 'Koodi ei kelpaa', sv: 'Koden duger inte', en: 'The code is not right' },
    detail: {
      fi: 'Mitään ei muutettu. Koodi vaihtuu puolen minuutin välein ja kelpaa kerran: odota seuraavaa ja kirjoita se. Jos koodit eivät kelpaa toistuvasti, tarkista puhelimesi kellonaika.',
      sv: 'Ingenting ändrades. Koden byts var trettionde sekund och gäller en gång: vänta på nästa och skriv den. Om koderna upprepade gånger inte duger, kontrollera klockan i din telefon.',
      en: 'Nothing was changed. The code changes every half minute and works once: wait for the next one and type it. If codes keep failing, check the clock of your phone.',
    },
  },
  'second-step-paused': {
    status: 429,
    title: {
      fi: 'Liian monta väärää koodia',
      sv: 'För många felaktiga koder',
      en: 'Too many wrong codes',
    },
    detail: {
      fi: 'Voit yrittää uudelleen {minutes} minuutin kuluttua. Palautuskoodilla tai pääsyavaimella pääset sisään heti. Jos et itse kirjoittanut koodeja, joku tietää salasanasi: vaihda se.',
      sv: 'Du kan försöka igen om {minutes} minuter. Med en återställningskod eller en lösennyckel kommer du in genast. Om du inte själv skrev koderna känner någon till ditt lösenord: byt det.',
      en: 'You can try again in {minutes} min. A recovery code or a passkey lets you in at once. If it was not you who typed the codes, someone knows your password: change it.',
    },
  },
  'sign-in-expired': {
    status: 401,
    title: {
      fi: 'Kirjautuminen ehti vanhentua',
      sv: 'Inloggningen hann bli för gammal',
      en: 'This sign-in has taken too long',
    },
    detail: {
      fi: 'Toinen vaihe on tehtävä kymmenessä minuutissa ja kerralla loppuun. Aloita kirjautuminen alusta.',
      sv: 'Det andra steget ska tas inom tio minuter och en gång. Börja inloggningen från början.',
      en: 'The second step has to follow within ten minutes, and once. Begin signing in again.',
    },
  },
  'wrong-password': {
    status: 422,
    title: { fi: 'Salasana on väärin', sv: 'Lösenordet är fel', en: 'The password is wrong' },
    detail: {
      fi: 'Mitään ei muutettu. Kirjoita nykyinen salasanasi uudelleen.',
      sv: 'Ingenting ändrades. Skriv ditt nuvarande lösenord på nytt.',
      en: 'Nothing was changed. Type your present password again.',
    },
  },
  'fresh-sign-in-needed': {
    status: 403,
    title: {
      fi: 'Kirjaudu ensin uudelleen',
      sv: 'Logga först in på nytt',
      en: 'Sign in again first',
    },
    detail: {
      fi: 'Mitään ei muutettu. Kirjautumistapojasi voi muuttaa vain kymmenen minuutin ajan kirjautumisesta. Kirjaudu ulos ja uudelleen sisään ja tee muutos sitten.',
      sv: 'Ingenting ändrades. Dina inloggningssätt kan ändras bara inom tio minuter efter inloggningen. Logga ut och in på nytt och gör sedan ändringen.',
      en: 'Nothing was changed. How you sign in can be changed only within ten minutes of signing in. Sign out and in again, then make the change.',
    },
  },
  'totp-not-started': {
    status: 409,
    title: {
      fi: 'Aloita käyttöönotto alusta',
      sv: 'Börja införandet från början',
      en: 'Begin setting up again',
    },
    detail: {
      fi: 'Mitään ei muutettu. Käyttöönotto on kesken vain puoli tuntia. Aloita se uudelleen ja lue uusi QR-koodi.',
      sv: 'Ingenting ändrades. Införandet står öppet i en halvtimme. Börja på nytt och läs den nya QR-koden.',
      en: 'Nothing was changed. Setting up stays open for half an hour. Begin again and scan the new QR code.',
    },
  },
  'second-step-compulsory': {
    status: 409,
    title: {
      fi: 'Roolisi vaatii toisen vaiheen',
      sv: 'Din roll kräver ett andra steg',
      en: 'Your role needs a second step',
    },
    detail: {
      fi: 'Mitään ei poistettu. Roolissasi näet muiden tietoja, joten yhden tavan on jäätävä. Ota ensin toinen käyttöön, sitten voit poistaa tämän.',
      sv: 'Ingenting togs bort. I din roll ser du andras uppgifter, så ett sätt måste finnas kvar. Inför först ett annat, sedan kan du ta bort detta.',
      en: 'Nothing was removed. In your role you see other people’s data, so one way has to stay. Set up another first, then you can remove this one.',
    },
  },
  'second-step-off': {
    status: 409,
    title: {
      fi: 'Toinen vaihe ei ole käytössä',
      sv: 'Det andra steget är inte i bruk',
      en: 'The second step is not set up',
    },
    detail: {
      fi: 'Palautuskoodeja tarvitaan vasta, kun toinen vaihe on käytössä. Ota se ensin käyttöön.',
      sv: 'Återställningskoder behövs först när det andra steget är i bruk. Inför det först.',
      en: 'Recovery codes are for when the second step is set up. Set it up first.',
    },
  },
  'second-step-own': {
    status: 409,
    title: {
      fi: 'Omaa toista vaihetta ei voi nollata täältä',
      sv: 'Det egna andra steget kan inte nollställas här',
      en: 'Your own second step is not reset here',
    },
    detail: {
      fi: 'Mitään ei poistettu. Muuta sitä kohdassa Oma tili > Kirjautuminen ja turvallisuus.',
      sv: 'Ingenting togs bort. Ändra det under Mitt konto > Inloggning och säkerhet.',
      en: 'Nothing was removed. Change it under My account > Sign-in and security.',
    },
  },
  'passkey-refused': {
    status: 422,
    title: {
      fi: 'Pääsyavain ei kelvannut',
      sv: 'Lösennyckeln dög inte',
      en: 'The passkey was not accepted',
    },
    detail: {
      fi: 'Mitään ei muutettu. Yritä uudelleen viiden minuutin kuluessa ja vahvista laitteesi lukituksella (PIN, sormenjälki tai kasvot). Voit myös käyttää salasanaa.',
      sv: 'Ingenting ändrades. Försök igen inom fem minuter och bekräfta med enhetens lås (PIN, fingeravtryck eller ansikte). Du kan också använda lösenord.',
      en: 'Nothing was changed. Try again within five minutes and confirm with your device’s lock (PIN, fingerprint or face). You can also use your password.',
    },
  },
  'passkey-unknown': {
    status: 422,
    title: {
      fi: 'Pääsyavain ei ole enää käytössä',
      sv: 'Lösennyckeln är inte längre i bruk',
      en: 'This passkey is no longer in use',
    },
    detail: {
      fi: 'Se on poistettu tililtä. Poista se myös laitteeltasi ja kirjaudu toisella tavalla.',
      sv: 'Den har tagits bort från kontot. Ta bort den också från din enhet och logga in på ett annat sätt.',
      en: 'It has been removed from the account. Remove it from your device, too, and sign in another way.',
    },
  },
  'passkey-known': {
    status: 409,
    title: {
      fi: 'Tämä pääsyavain on jo käytössä',
      sv: 'Den här lösennyckeln är redan i bruk',
      en: 'This passkey is in use already',
    },
    detail: {
      fi: 'Mitään ei lisätty. Laitteellasi on jo pääsyavain Luotsiin; lisää uusi toisella laitteella.',
      sv: 'Ingenting lades till. Din enhet har redan en lösennyckel till Lotsen; lägg till en ny på en annan enhet.',
      en: 'Nothing was added. Your device has a passkey for Luotsi already; add another one on another device.',
    },
  },
  'too-many-passkeys': {
    status: 409,
    title: {
      fi: 'Pääsyavaimia on jo kaksikymmentä',
      sv: 'Du har redan tjugo lösennycklar',
      en: 'You have twenty passkeys already',
    },
    detail: {
      fi: 'Mitään ei lisätty. Poista ensin yksi, jota et enää käytä.',
      sv: 'Ingenting lades till. Ta först bort en som du inte längre använder.',
      en: 'Nothing was added. Remove one that you no longer use first.',
    },
  },
} as const satisfies ProblemTable;

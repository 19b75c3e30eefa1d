import type { ProblemTable } from '@luotsi/platform/model';

/** What signing in may be refused with. */
export const signInProblems = {
  'wrong-credentials': {
    status: 401,
    title: {
      fi: 'Sähköposti tai salasana on väärin',
      sv: 'E-postadressen eller lösenordet är fel',
      en: 'The e-mail address or the password is wrong',
    },
    detail: {
      fi: 'Tarkista kirjoitusasu ja yritä uudelleen. Jos salasana on unohtunut, valitse uusi kohdasta ”Unohtuiko salasana”.',
      sv: 'Kontrollera stavningen och försök igen. Om du har glömt lösenordet kan du välja ett nytt under ”Har du glömt lösenordet”.',
      en: 'Check the spelling and try again. If you have forgotten your password, choose a new one under “Forgotten password”.',
    },
  },
  'sign-in-paused': {
    status: 429,
    title: {
      fi: 'Liian monta väärää salasanaa',
      sv: 'För många felaktiga lösenord',
      en: 'Too many wrong passwords',
    },
    detail: {
      fi: 'Voit yrittää uudelleen {minutes} minuutin kuluttua, tai heti, kun olet valinnut uuden salasanan kohdasta ”Unohtuiko salasana”. Kalenteria voit selata kirjautumatta.',
      sv: 'Du kan försöka igen om {minutes} minuter, eller genast när du har valt ett nytt lösenord under ”Har du glömt lösenordet”. Kalendern kan du läsa utan att logga in.',
      en: 'You can try again in {minutes} min, or at once when you have chosen a new password under “Forgotten password”. The calendar can be read without signing in.',
    },
  },
} as const satisfies ProblemTable;

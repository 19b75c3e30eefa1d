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
      fi: 'Tarkista kirjoitusasu ja yritä uudelleen. Jos salasana on unohtunut, pyydä uusi ylläpitäjältä.',
      sv: 'Kontrollera stavningen och försök igen. Om du har glömt lösenordet, be administratören om ett nytt.',
      en: 'Check the spelling and try again. If you have forgotten your password, ask the administrator for a new one.',
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
      fi: 'Voit yrittää uudelleen {minutes} minuutin kuluttua. Kalenteria voit selata kirjautumatta. Jos salasana on unohtunut, pyydä uusi ylläpitäjältä.',
      sv: 'Du kan försöka igen om {minutes} minuter. Kalendern kan du läsa utan att logga in. Om du har glömt lösenordet, be administratören om ett nytt.',
      en: 'You can try again in {minutes} min. The calendar can be read without signing in. If you have forgotten your password, ask the administrator for a new one.',
    },
  },
} as const satisfies ProblemTable;

import type { ProblemTable } from '@luotsi/platform/model';

const nothingChanged = {
  fi: 'Mitään ei muutettu.',
  sv: 'Ingenting ändrades.',
  en: 'Nothing was changed.',
};

/** Why planning refuses something, and what to do then. */
export const planningProblems = {
  'plan-is-draft': {
    status: 409,
    title: {
      fi: 'Suunnitelmaa ei ole vielä lähetetty',
      sv: 'Planen är ännu inte inlämnad',
      en: 'The plan has not been submitted yet',
    },
    detail: {
      fi: `${nothingChanged.fi} Kehittämisryhmä lähettää suunnitelman ensin.`,
      sv: `${nothingChanged.sv} Utvecklingsgruppen lämnar in planen först.`,
      en: `${nothingChanged.en} The development group submits the plan first.`,
    },
  },
  'plan-is-submitted': {
    status: 409,
    title: {
      fi: 'Suunnitelma odottaa valtakunnallista koordinaattoria',
      sv: 'Planen väntar på den nationella koordinatorn',
      en: 'The plan is waiting for the national coordinator',
    },
    detail: {
      fi: `${nothingChanged.fi} Pyydä koordinaattoria palauttamaan suunnitelma, jos sitä on muutettava.`,
      sv: `${nothingChanged.sv} Be koordinatorn lämna tillbaka planen om den måste ändras.`,
      en: `${nothingChanged.en} Ask the coordinator to return the plan if it has to change.`,
    },
  },
  'plan-is-published': {
    status: 409,
    title: {
      fi: 'Suunnitelma on jo julkaistu',
      sv: 'Planen är redan publicerad',
      en: 'The plan is already published',
    },
    detail: {
      fi: `${nothingChanged.fi} Julkaistu suunnitelma ei muutu. Avaa siitä uusi versio ja tee muutos siihen.`,
      sv: `${nothingChanged.sv} En publicerad plan ändras inte. Öppna en ny version och gör ändringen där.`,
      en: `${nothingChanged.en} A published plan never changes. Open a new revision and make the change there.`,
    },
  },
  'plan-is-superseded': {
    status: 409,
    title: {
      fi: 'Suunnitelmasta on uudempi versio',
      sv: 'Det finns en nyare version av planen',
      en: 'There is a later revision of the plan',
    },
    detail: {
      fi: `${nothingChanged.fi} Avaa vuoden voimassa oleva suunnitelma.`,
      sv: `${nothingChanged.sv} Öppna årets gällande plan.`,
      en: `${nothingChanged.en} Open the plan that is in force for the year.`,
    },
  },
  'plan-without-items': {
    status: 409,
    title: {
      fi: 'Suunnitelmassa ei ole vielä yhtään koulutusta',
      sv: 'Planen har ännu inga utbildningar',
      en: 'The plan has no trainings yet',
    },
    detail: {
      fi: `${nothingChanged.fi} Lisää ainakin yksi koulutus ja lähetä sitten.`,
      sv: `${nothingChanged.sv} Lägg till minst en utbildning och lämna sedan in.`,
      en: `${nothingChanged.en} Add at least one training, then submit.`,
    },
  },
  'plan-already-open': {
    status: 409,
    title: {
      fi: 'Ryhmällä on jo luonnos vuodelle {year}',
      sv: 'Gruppen har redan ett utkast för år {year}',
      en: 'The group already has a draft for {year}',
    },
    detail: {
      fi: 'Uutta suunnitelmaa ei luotu. Jatka siitä, joka on jo auki.',
      sv: 'Ingen ny plan skapades. Fortsätt med den som redan är öppen.',
      en: 'No new plan was made. Go on with the one that is open.',
    },
  },
  'not-of-this-group': {
    status: 403,
    title: {
      fi: 'Et ole tämän kehittämisryhmän jäsen',
      sv: 'Du är inte medlem i den här utvecklingsgruppen',
      en: 'You are not a member of this development group',
    },
    detail: {
      fi: `${nothingChanged.fi} Suunnitelmaa kirjoittavat ryhmän jäsenet. Pyydä jäsenyyttä ylläpitäjältä.`,
      sv: `${nothingChanged.sv} Planen skrivs av gruppens medlemmar. Be administratören om medlemskap.`,
      en: `${nothingChanged.en} The plan is written by the group’s members. Ask the administrator to make you one.`,
    },
  },
  'plan-reference-unknown': {
    status: 422,
    title: {
      fi: 'Valittua ryhmää, aluetta, teemaa tai osaamista ei ole',
      sv: 'Den valda gruppen, regionen, kompetensen eller det valda temat finns inte',
      en: 'There is no such group, region, theme or competence',
    },
    detail: {
      fi: 'Mitään ei tallennettu. Valitse uudelleen listasta.',
      sv: 'Ingenting sparades. Välj på nytt i listan.',
      en: 'Nothing was saved. Choose again from the list.',
    },
  },
  'plan-item-not-yours': {
    status: 403,
    title: {
      fi: 'Koulutus on suunniteltu muille alueille',
      sv: 'Utbildningen är planerad för andra regioner',
      en: 'The training is planned for other regions',
    },
    detail: {
      fi: 'Tilaisuutta ei luotu. Sen voivat luoda suunnitelman alueiden koordinaattorit ja kehittämisryhmä.',
      sv: 'Inget tillfälle skapades. Det kan skapas av koordinatorerna i planens regioner och av utvecklingsgruppen.',
      en: 'No session was made. The coordinators of the planned regions and the development group can make one.',
    },
  },
} as const satisfies ProblemTable;

import type { Localised } from '@luotsi/platform/model';
import type { Sector } from './contract';

/** What the sectors are called. */
export const sectorNames: Readonly<Record<Sector, Localised>> = {
  education: { fi: 'Koulutus', sv: 'Utbildning', en: 'Education' },
  liberalEducation: {
    fi: 'Vapaa sivistystyö',
    sv: 'Fritt bildningsarbete',
    en: 'Liberal adult education',
  },
  employment: {
    fi: 'Työllisyyspalvelut',
    sv: 'Sysselsättningstjänster',
    en: 'Employment services',
  },
  youth: { fi: 'Nuorisotyö', sv: 'Ungdomsarbete', en: 'Youth work' },
  social: { fi: 'Sosiaalipalvelut', sv: 'Socialtjänster', en: 'Social services' },
  health: { fi: 'Terveyspalvelut', sv: 'Hälsotjänster', en: 'Health services' },
  stateRegional: {
    fi: 'Valtion aluehallinto',
    sv: 'Statens regionförvaltning',
    en: 'State regional administration',
  },
  regionalCouncil: { fi: 'Maakunnan liitto', sv: 'Landskapsförbund', en: 'Regional council' },
  thirdSector: { fi: 'Järjestöt', sv: 'Organisationer', en: 'Associations' },
  other: { fi: 'Muut', sv: 'Övriga', en: 'Others' },
};

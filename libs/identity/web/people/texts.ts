import { declareTexts } from '@luotsi/platform/web';

/** The texts of the pages about people, their roles and invitations. */
export const peopleTexts = declareTexts('people', {
  fi: () => import('./i18n/fi.json'),
  sv: () => import('./i18n/sv.json'),
  en: () => import('./i18n/en.json'),
});

import { declareTexts } from '@luotsi/platform/web';

/** The texts of the organiser's desk. */
export const deskTexts = declareTexts('desk', {
  fi: () => import('./i18n/fi.json'),
  sv: () => import('./i18n/sv.json'),
  en: () => import('./i18n/en.json'),
});

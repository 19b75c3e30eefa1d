import { declareTexts } from '@luotsi/platform/web';

/** The texts of registering, forgotten passwords and links in letters. */
export const entryTexts = declareTexts('entry', {
  fi: () => import('./i18n/fi.json'),
  sv: () => import('./i18n/sv.json'),
  en: () => import('./i18n/en.json'),
});

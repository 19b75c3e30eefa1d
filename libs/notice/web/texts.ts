import { declareTexts } from '@luotsi/platform/web';

/** The texts of notices. */
export const noticeTexts = declareTexts('notices', {
  fi: () => import('./i18n/fi.json'),
  sv: () => import('./i18n/sv.json'),
  en: () => import('./i18n/en.json'),
});

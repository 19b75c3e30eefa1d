import { declareTexts } from '@luotsi/platform/web';

/** The texts of series of sessions. */
export const seriesTexts = declareTexts('series', {
  fi: () => import('./i18n/fi.json'),
  sv: () => import('./i18n/sv.json'),
  en: () => import('./i18n/en.json'),
});

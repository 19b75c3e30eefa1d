import { declareTexts } from '@luotsi/platform/web';

/** What is said of work in the background; loaded where some is shown. */
export const jobTexts = declareTexts('job', {
  fi: () => import('./i18n/fi.json', { with: { type: 'json' } }),
  sv: () => import('./i18n/sv.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});

import { declareTexts } from '@luotsi/platform/web';

/** What the pages of feedback say. */
export const feedbackTexts = declareTexts('calendar-feedback', {
  fi: () => import('./i18n/fi.json', { with: { type: 'json' } }),
  sv: () => import('./i18n/sv.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});

import { declareTexts } from '@luotsi/platform/web';

/** The texts of one's own enrolment: what can be done, what happened, what the organiser is told. */
export const enrolmentTexts = declareTexts('enrolment', {
  fi: () => import('./i18n/fi.json', { with: { type: 'json' } }),
  sv: () => import('./i18n/sv.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});

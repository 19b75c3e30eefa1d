import { declareTexts } from '@luotsi/platform/web';

/** The texts of the privacy notice, the accessibility statement and its feedback. */
export const statementTexts = declareTexts('statements', {
  fi: () => import('./i18n/fi.json', { with: { type: 'json' } }),
  sv: () => import('./i18n/sv.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});

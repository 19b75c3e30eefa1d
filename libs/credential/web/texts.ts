import { declareTexts } from '@luotsi/platform/web';

/** What the pages of certificates say. */
export const credentialTexts = declareTexts('credential', {
  fi: () => import('./i18n/fi.json', { with: { type: 'json' } }),
  sv: () => import('./i18n/sv.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});

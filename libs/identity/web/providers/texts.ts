import { declareTexts } from '@luotsi/platform/web';

/** The texts of signing in at other services. */
export const providerTexts = declareTexts('providers', {
  fi: () => import('./i18n/fi.json', { with: { type: 'json' } }),
  sv: () => import('./i18n/sv.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});

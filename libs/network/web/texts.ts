import { declareTexts } from '@luotsi/platform/web';

/** The texts of the network's pages. */
export const networkTexts = declareTexts('network', {
  fi: () => import('./i18n/fi.json', { with: { type: 'json' } }),
  sv: () => import('./i18n/sv.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});

import { declareTexts } from './language/texts';

/** The texts of the kit and the shell. */
export const platformTexts = declareTexts('platform', {
  fi: () => import('./i18n/fi.json', { with: { type: 'json' } }),
  sv: () => import('./i18n/sv.json', { with: { type: 'json' } }),
  en: () => import('./i18n/en.json', { with: { type: 'json' } }),
});

import { declareTexts } from '@luotsi/platform/web';

/** The texts of the list of the enrolled. */
export const participantTexts = declareTexts('participants', {
  fi: () => import('./i18n/fi.json'),
  sv: () => import('./i18n/sv.json'),
  en: () => import('./i18n/en.json'),
});

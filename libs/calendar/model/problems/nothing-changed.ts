/** Said first where a refusal has kept everything as it was. */
export const nothingChanged = {
  fi: 'Mitään ei muutettu.',
  sv: 'Ingenting ändrades.',
  en: 'Nothing was changed.',
};

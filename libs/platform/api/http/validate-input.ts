import type { Language, OperationDefinition } from '@luotsi/platform/model';
import { faultWords } from './fault-words';
import { misspelt } from './misspelt';
import { ProblemException } from './problem-exception';

/**
 * Checks what was sent against the operation's schemas, and that nothing in the body is misspelt.
 * @throws ProblemException `validation-failed` with a JSON pointer for each fault
 */
export function validateInput(
  definition: OperationDefinition,
  sent: { params?: unknown; query?: unknown; body?: unknown },
  language: Language,
): Record<string, unknown> {
  const received: Record<string, unknown> = {};
  const errors: { pointer: string; detail: string }[] = [];
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = definition[part];
    if (!schema) continue;
    const result = schema.safeParse(sent[part] ?? {}, { error: faultWords(language) });
    const faults = result.success
      ? unwritable(result.data).map((path) => ({ path, message: unwritableWords[language] }))
      : result.error.issues;
    if (result.success && faults.length === 0) received[part] = result.data;
    if (part === 'params' && faults.length > 0) throw new ProblemException('not-found');
    const slips = part === 'body' && sent.body ? misspelt([schema], sent.body) : [];
    for (const { path, message } of [
      ...faults,
      ...slips.map(({ path, meant }) => ({ path, message: misspeltWords[language](meant) })),
    ]) {
      const pointer = path.map((step) => `/${String(step)}`).join('');
      errors.push({
        pointer: part === 'body' ? pointer : `?${pointer.slice(1)}`,
        detail: message,
      });
    }
  }
  if (errors.length > 0) throw new ProblemException('validation-failed', {}, errors);
  return received;
}

const unwritableWords: Readonly<Record<Language, string>> = {
  fi: 'Tekstissä on merkki, jota ei voi tallentaa',
  sv: 'Texten innehåller ett tecken som inte kan sparas',
  en: 'The text has a character in it that cannot be kept',
};

const misspeltWords: Readonly<Record<Language, (meant: string) => string>> = {
  fi: (meant) => `Tätä kohtaa ei ole. Tarkoititko: ${meant}?`,
  sv: (meant) => `Den här uppgiften finns inte. Menade du ${meant}?`,
  en: (meant) => `There is no such part. Did you mean ${meant}?`,
};

/** Where texts stand that no database takes: with a NUL, or with half of a surrogate pair. */
function unwritable(value: unknown, path: readonly PropertyKey[] = []): (readonly PropertyKey[])[] {
  if (typeof value === 'string') {
    return value.includes('\0') || /\p{Surrogate}/u.test(value) ? [path] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => unwritable(part, [...path, key]));
}

import type { Language, OperationDefinition } from '@luotsi/platform/model';
import * as z from 'zod';
import { ProblemException } from './problem-exception';

const messages = {
  fi: z.locales.fi().localeError,
  sv: z.locales.sv().localeError,
  en: z.locales.en().localeError,
};

/**
 * Checks what was sent against the operation's schemas.
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
    const result = schema.safeParse(sent[part] ?? {}, { error: messages[language] });
    if (result.success) received[part] = result.data;
    else {
      if (part === 'params') throw new ProblemException('not-found');
      for (const issue of result.error.issues) {
        const pointer = issue.path.map((step) => `/${String(step)}`).join('');
        errors.push({
          pointer: part === 'body' ? pointer : `?${pointer.slice(1)}`,
          detail: issue.message,
        });
      }
    }
  }
  if (errors.length > 0) throw new ProblemException('validation-failed', {}, errors);
  return received;
}

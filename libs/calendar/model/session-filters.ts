import { id, instant, language } from '@luotsi/platform/model';
import * as z from 'zod';
import { code, sessionForm } from './session';

/** One value or several (`region=19&region=17`); empty ones count as absent. */
function severalOf<Schema extends z.ZodType<string, string>>(schema: Schema) {
  const one = z.union([z.literal(''), schema]);
  return z
    .union([one, z.array(one).max(40)])
    .optional()
    .transform((value) => [value ?? []].flat().filter((text) => text !== '') as z.output<Schema>[]);
}

const optionalInstant = z
  .union([z.literal(''), instant])
  .optional()
  .transform((value) => value || undefined);

/** What narrows a list or a feed of sessions. Several values of one filter: any of them. */
export const sessionFilters = z.object({
  from: optionalInstant.describe('Sessions that end at or after this; now, unless given.'),
  to: optionalInstant.describe('Sessions that begin before this.'),
  region: severalOf(code).describe('Codes of regions; sessions for the whole country are in all.'),
  theme: severalOf(code),
  competence: severalOf(code),
  form: severalOf(sessionForm),
  language: severalOf(language).describe('The language a session is held in.'),
  group: severalOf(id).describe('The organising group or organisation.'),
  q: z
    .string()
    .max(200)
    .optional()
    .transform((text) => text?.trim() || undefined)
    .describe('Words in any form: title, summary, description, target group, place.'),
});
export type SessionFilters = z.output<typeof sessionFilters>;

/** A page of the list: filters, and where it begins. */
export const sessionQuery = sessionFilters.extend({
  cursor: z.string().max(200).optional().describe('`nextCursor` of the page before.'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type SessionQuery = z.output<typeof sessionQuery>;

/** What narrows the list of sessions without a date: all that needs none. */
export const undatedQuery = sessionFilters.omit({ from: true, to: true });
export type UndatedFilters = z.output<typeof undatedQuery>;

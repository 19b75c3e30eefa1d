import * as z from 'zod';

/**
 * Identifiers are UUIDs, version 7 where we make them: they sort by the time they were made. Also taken
 * in capitals (RFC 9562 §4), and then the same as ours, which are compared as they are written.
 */
export const id = z
  .uuid()
  .toLowerCase()
  .meta({ id: 'Id', examples: ['019a9c1e-5b1c-7d2e-8f3a-4b5c6d7e8f90'] });

/** There is a year 0 in ISO 8601, and none in PostgreSQL. */
const hasYear = (text: string) => !text.startsWith('0000');

/** An instant, ISO 8601 with its offset, as sent and received. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine(hasYear)
  .meta({ id: 'Instant', examples: ['2027-03-11T09:00:00+02:00'] });

/** A calendar date, ISO 8601: `2027-03-11`. */
export const date = z.iso
  .date()
  .refine(hasYear)
  .meta({ id: 'Date', examples: ['2027-03-11'] });

/** An IANA time zone. */
export const timeZone = z
  .string()
  .min(1)
  .max(64)
  .refine(isTimeZone)
  .meta({ id: 'TimeZone', examples: ['Europe/Helsinki'] });

/**
 * Whether there is an IANA time zone of exactly this name. `Intl` also takes bare offsets (`+03:00`)
 * and any case, which calendars do not know as a `TZID`.
 */
export function isTimeZone(name: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    const isOtherCase = timeZone !== name && timeZone.toLowerCase() === name.toLowerCase();
    return !isOtherCase && /^[A-Z]/.test(name);
  } catch {
    return false;
  }
}

/** A path with one identifier. */
export const idParams = z.object({ id });

/** A page of a list: the items and where the next page begins, null at the end. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** A whole list. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item) });
}

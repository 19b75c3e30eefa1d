import * as z from 'zod';

/** A value that is JSON. */
export const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words quote the text, and a secret may stand in it.
    context.addIssue('not JSON');
    return z.NEVER;
  }
});

const name = z.string().trim().min(1).max(120);

/** A name: one for every language, or one each. */
export const namedInEach = z.union([
  z.object({ fi: name, sv: name, en: name }),
  name.transform((one) => ({ fi: one, sv: one, en: one })),
]);

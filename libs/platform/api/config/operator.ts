import * as z from 'zod';
import { json, namedInEach } from './values.ts';

/** `LUOTSI_OPERATOR`: who answers for this installation and for the personal data in it. */
export const operator = json.pipe(
  z.strictObject({
    name: namedInEach,
    email: z.email(),
    address: z.string().trim().min(1).max(300).nullable().default(null),
    /** Who is asked about personal data, where it is not the same address. */
    dataProtectionEmail: z.email().nullable().default(null),
  }),
);

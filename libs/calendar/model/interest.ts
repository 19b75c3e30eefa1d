import * as z from 'zod';

/** Where one stands with a session that has no date yet. */
export const sessionInterest = z
  .object({
    interested: z.boolean(),
    interestCount: z.number().int().describe('How many are interested.'),
  })
  .meta({ id: 'SessionInterest' });
export type SessionInterest = z.infer<typeof sessionInterest>;

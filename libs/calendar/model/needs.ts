import * as z from 'zod';

const need = z.string().trim().max(500).default('');

/**
 * What someone needs at a session, in their own words; empty: nothing. Only what the session asks for
 * is kept, only its organiser sees it, and it goes 14 days after the session.
 */
export const enrolmentNeeds = z
  .object({
    diet: need.describe('Diet and allergies.'),
    accessNeeds: need.describe('What makes it possible to take part: a lift, an interpreter.'),
  })
  .meta({ id: 'EnrolmentNeeds' });
export type EnrolmentNeeds = z.output<typeof enrolmentNeeds>;

/** Days after a session for which needs are kept. */
export const NEEDS_KEPT_DAYS = 14;

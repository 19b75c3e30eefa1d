import { scaleNumber, statementId } from '@luotsi/framework/model';
import * as z from 'zod';

/** What someone says of one statement. */
export const answer = z
  .object({
    statement: statementId,
    current: scaleNumber.nullable().describe('Where one stands; null is “not part of my work”.'),
    goal: scaleNumber.nullable().describe('Where one wants to be; never below current.'),
    note: z
      .string()
      .max(2_000)
      .nullable()
      .describe('A thought of one’s own; nobody else reads it.'),
    revision: z
      .int()
      .min(1)
      .describe('Grows with every change; of two answers to a statement the higher one counts.'),
  })
  .meta({ id: 'AssessmentAnswer' });
export type Answer = z.infer<typeof answer>;

/** An answer as it is sent: what is left out is none, the revision the time of arrival. */
export const answerSent = z.strictObject({
  statement: statementId,
  current: scaleNumber.nullable(),
  goal: scaleNumber.nullable().default(null),
  note: z
    .string()
    .trim()
    .max(2_000)
    .nullable()
    .default(null)
    .transform((note) => (note === '' ? null : note)),
  revision: z.int().min(1).optional(),
});
export type AnswerSent = z.output<typeof answerSent>;

/** The revision of a change made now to an answer that stands at `known`: milliseconds, but newer. */
export function nextRevision(known: number, now: number): number {
  return Math.max(known + 1, now);
}

/** Of several answers to the same statements the newest of each, in order of first appearance. */
export function newestOfEach<Given extends { statement: string; revision: number }>(
  answers: readonly Given[],
): Given[] {
  const newest = new Map<string, Given>();
  for (const given of answers) {
    const held = newest.get(given.statement);
    if (!held || given.revision > held.revision) newest.set(given.statement, given);
  }
  return [...newest.values()];
}

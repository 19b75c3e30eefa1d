import { id, instant, localised } from '@luotsi/platform/model';
import * as z from 'zod';

/** What is rated, from 1 (poor) to 5 (excellent). */
export const feedbackQuestions = ['whole', 'content', 'usefulness'] as const;
export type FeedbackQuestion = (typeof feedbackQuestions)[number];

const rating = z.number().int().min(1).max(5);
const words = z.string().trim().max(2_000).default('');

/** An answer, as it is sent: by nobody in particular from then on. */
export const feedbackAnswer = z
  .object({
    whole: rating,
    content: rating,
    usefulness: rating,
    recommend: z.boolean().describe('Whether one would recommend it to a colleague.'),
    good: words.describe('What was good.'),
    better: words.describe('What could be better.'),
  })
  .meta({ id: 'FeedbackAnswer' });
export type FeedbackAnswer = z.infer<typeof feedbackAnswer>;

const ratingFigures = z.object({
  average: z.number().describe('To one decimal.'),
  counts: z.array(z.number().int()).length(5).describe('How many gave 1, 2, 3, 4, 5.'),
});

/** What came in, as its organiser may see it. */
export const feedbackFigures = z
  .object({
    asked: z.number().int().describe('How many were asked.'),
    answers: z.number().int().describe('How many have answered.'),
    shown: z.number().int().describe('How many of these the figures are of: in steps of five.'),
    step: z.number().int(),
    until: instant.nullable().describe('Until when one can answer; null: it hasn’t begun.'),
    figures: z
      .object({
        whole: ratingFigures,
        content: ratingFigures,
        usefulness: ratingFigures,
        recommend: z.object({ yes: z.number().int(), no: z.number().int() }),
      })
      .nullable()
      .describe('Null below five answers.'),
    good: z.array(z.string()).describe('What was good, in random order.'),
    better: z.array(z.string()).describe('What could be better, in another random order.'),
  })
  .meta({ id: 'FeedbackFigures' });
export type FeedbackFigures = z.infer<typeof feedbackFigures>;

/** Where one stands with feedback on a session oneself. */
export const ownFeedbackState = z
  .enum(['none', 'open', 'given', 'closed'])
  .meta({ id: 'OwnFeedbackState' });
export type OwnFeedbackState = z.infer<typeof ownFeedbackState>;

/** What a session has left one with: a certificate, a question how it was. */
export const afterSession = z
  .object({
    feedback: ownFeedbackState,
    until: instant.nullable().describe('Until when one can answer, while one can.'),
    certificate: z.object({ id, code: z.string() }).nullable(),
  })
  .meta({ id: 'AfterSession' });
export type AfterSession = z.infer<typeof afterSession>;

/** A session whose organiser waits for one's answer. */
export const feedbackRequest = z
  .object({ sessionId: id, title: localised, ended: instant, until: instant })
  .meta({ id: 'FeedbackRequest' });
export type FeedbackRequest = z.infer<typeof feedbackRequest>;

import { id, idParams, instant, language, listOf, operation } from '@luotsi/platform/model';
import * as z from 'zod';

/** What is told of the service's accessibility. */
export const accessibilityFeedback = z.object({
  message: z.string().trim().min(1).max(4_000),
  contact: z
    .string()
    .trim()
    .max(254)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)
    .describe('Where the answer is sent: an e-mail address or a telephone number.'),
});

/** `POST /api/accessibility-feedback`: tells of an obstacle; no account is needed. */
export const giveAccessibilityFeedback = operation({
  id: 'giveAccessibilityFeedback',
  method: 'POST',
  path: '/api/accessibility-feedback',
  summary: 'Tell of an obstacle in the service; it is answered within 14 days',
  permission: 'public.read',
  body: accessibilityFeedback,
  responses: { 201: z.object({ id, dueAt: instant }) },
  problems: ['too-much-feedback'],
});

const received = z
  .object({
    id,
    message: z.string(),
    contact: z.string().nullable(),
    language,
    receivedAt: instant,
    dueAt: instant.describe('14 days after it was received (306/2019, 10 §).'),
    answeredAt: instant.nullable(),
  })
  .meta({ id: 'ReceivedAccessibilityFeedback' });
export type ReceivedFeedback = z.infer<typeof received>;

/** `GET /api/accessibility-feedback`: what has been told, unanswered first, by when it is due. */
export const listAccessibilityFeedback = operation({
  id: 'listAccessibilityFeedback',
  method: 'GET',
  path: '/api/accessibility-feedback',
  summary: 'What has been told of the service’s accessibility; unanswered first, by when it is due',
  permission: 'feedback.answer',
  responses: { 200: listOf(received) },
});

/** `PUT /api/accessibility-feedback/{id}/answer`: notes that it has been answered, or that not yet. */
export const markFeedbackAnswered = operation({
  id: 'markFeedbackAnswered',
  method: 'PUT',
  path: '/api/accessibility-feedback/{id}/answer',
  summary: 'Note that something told has been answered, or take the note back',
  permission: 'feedback.answer',
  params: idParams,
  body: z.object({ answered: z.boolean() }),
  responses: { 200: received },
});

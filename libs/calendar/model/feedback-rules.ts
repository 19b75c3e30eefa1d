import { refuse, type Refusal } from '@luotsi/platform/model';
import type { OwnFeedbackState } from './feedback';
import type { SessionStatus } from './session';
import { statusAt } from './session-rules';

/** Figures are of this many answers at least (k of k-anonymity; product.md), and grow by as many. */
export const FEEDBACK_STEP = 5;

/** How long one can answer after the session. */
export const FEEDBACK_STAYS = 30 * 24 * 3_600_000;

/**
 * How many of the answers figures are shown of. They grow five at a time: with each new answer in
 * them, whoever looked before and after it would know it by the difference.
 */
export function shownAnswers(answers: number): number {
  return Math.floor(answers / FEEDBACK_STEP) * FEEDBACK_STEP;
}

/** The batch that the nth answer belongs to, from 1; those of full batches are shown. */
export function batchOf(nth: number): number {
  return Math.ceil(nth / FEEDBACK_STEP);
}

/** How someone stands with answering. Times in milliseconds since the epoch. */
export interface FeedbackStanding {
  readonly status: SessionStatus;
  readonly lastEnd: number;
  /** Was there, or had a seat and nobody says that they weren't there. */
  readonly entitled: boolean;
  readonly answered: boolean;
}

/** Why an answer isn't taken: the name of a problem. */
export type FeedbackRefusal =
  'feedback-not-yet' | 'feedback-not-yours' | 'feedback-given' | 'feedback-closed';

/** Why someone can't answer at a time; null when they can. */
export function whyNoFeedback(
  { status, lastEnd, entitled, answered }: FeedbackStanding,
  now: number,
): Refusal<FeedbackRefusal> | null {
  if (answered) return refuse('feedback-given');
  if (!entitled) return refuse('feedback-not-yours');
  if (statusAt(status, lastEnd, now) !== 'held') return refuse('feedback-not-yet');
  return now > lastEnd + FEEDBACK_STAYS ? refuse('feedback-closed') : null;
}

/** The same as a state, for whoever looks. */
export function feedbackState(standing: FeedbackStanding, now: number): OwnFeedbackState {
  switch (whyNoFeedback(standing, now)?.refused) {
    case undefined:
      return 'open';
    case 'feedback-given':
      return 'given';
    case 'feedback-closed':
      return 'closed';
    case 'feedback-not-yet':
    case 'feedback-not-yours':
      return 'none';
  }
}

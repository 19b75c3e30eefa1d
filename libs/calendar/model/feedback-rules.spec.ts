import fc from 'fast-check';
import {
  batchOf,
  FEEDBACK_STAYS,
  FEEDBACK_STEP,
  feedbackState,
  shownAnswers,
  whyNoFeedback,
  type FeedbackStanding,
} from './feedback-rules';

describe('What an organiser sees of feedback', () => {
  it('is nothing below five answers, and any two looks at it differ by none or five at least', () => {
    const count = fc.nat({ max: 500 });
    fc.assert(
      fc.property(count, count, (one, other) => {
        const difference = Math.abs(shownAnswers(one) - shownAnswers(other));
        expect(difference === 0 || difference >= FEEDBACK_STEP).toBe(true);
        expect(shownAnswers(one) === 0 || shownAnswers(one) >= FEEDBACK_STEP).toBe(true);
        expect(one - shownAnswers(one)).toBeLessThan(FEEDBACK_STEP);
      }),
    );
  });

  it('is of whole batches, in the order in which they came', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (answers) => {
        const nths = Array.from({ length: answers }, (_, at) => at + 1);
        const full = nths.filter((nth) => batchOf(nth) <= answers / FEEDBACK_STEP);
        expect(full).toHaveLength(shownAnswers(answers));
      }),
    );
  });
});

describe('Who may answer', () => {
  const end = Date.parse('2027-03-27T14:00:00Z');
  const standing: FeedbackStanding = {
    status: 'published',
    lastEnd: end,
    entitled: true,
    answered: false,
  };
  const refused = (more: Partial<FeedbackStanding>, now: number) =>
    whyNoFeedback({ ...standing, ...more }, now)?.refused;

  it('is who was there, once, from the end of the session for thirty days', () => {
    expect(refused({}, end - 1)).toBe('feedback-not-yet');
    expect(refused({}, end)).toBeUndefined();
    expect(refused({}, end + FEEDBACK_STAYS)).toBeUndefined();
    expect(refused({}, end + FEEDBACK_STAYS + 1)).toBe('feedback-closed');
    expect(refused({ entitled: false }, end)).toBe('feedback-not-yours');
    expect(refused({ answered: true }, end)).toBe('feedback-given');
  });

  it('isn’t asked about what was never held', () => {
    for (const status of ['draft', 'postponed', 'cancelled'] as const)
      expect(refused({ status }, end + 1)).toBe('feedback-not-yet');
  });

  it('is told where they stand', () => {
    expect(feedbackState(standing, end)).toBe('open');
    expect(feedbackState({ ...standing, answered: true }, end)).toBe('given');
    expect(feedbackState(standing, end + FEEDBACK_STAYS + 1)).toBe('closed');
    expect(feedbackState({ ...standing, entitled: false }, end)).toBe('none');
  });
});

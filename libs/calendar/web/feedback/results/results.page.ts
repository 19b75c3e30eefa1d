import { Component, inject, input } from '@angular/core';
import { feedbackQuestions, getFeedback, type FeedbackFigures } from '@luotsi/calendar/model';
import { ApiClient, Format, ProblemNotice, Skeleton, useTexts } from '@luotsi/platform/web';
import { OrganiseFrame } from '../../organise/organise-frame';
import { feedbackTexts } from '../texts';
import { RatingBars } from './rating-bars';

/** What was answered of a session, for its organiser: bars, the same as a table, texts. */
@Component({
  selector: 'lu-results-page',
  imports: [OrganiseFrame, ProblemNotice, RatingBars, Skeleton],
  templateUrl: './results.page.html',
  styleUrl: './results.page.scss',
})
export class ResultsPage {
  protected readonly t = useTexts(feedbackTexts);
  protected readonly format = inject(Format);
  readonly id = input.required<string>();
  protected readonly questions = feedbackQuestions;
  protected readonly texts = ['good', 'better'] as const;
  protected readonly labels = {
    whole: 'results.asked.whole',
    content: 'results.asked.content',
    usefulness: 'results.asked.usefulness',
  } as const;
  protected readonly feedback = inject(ApiClient).resource(getFeedback, () => ({
    params: { id: this.id() },
  }));

  /** How many have answered, and what that means for what is shown. */
  protected answer(it: FeedbackFigures): string {
    if (it.until === null) return this.t('results.notHeld');
    const until = this.format.date(it.until);
    const open = Date.parse(it.until) > Date.now() ? ` ${this.t('results.until', { until })}` : '';
    const facts = { count: it.answers, asked: it.asked };
    if (it.answers === 0) return this.t('results.nobody', { until });
    if (it.shown === 0) return this.t('results.tooFew', { ...facts, step: it.step }) + open;
    return it.shown === it.answers
      ? this.t('results.all', facts) + open
      : this.t('results.some', { ...facts, shown: it.shown }) + open;
  }
}

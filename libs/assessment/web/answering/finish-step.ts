import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { completeAssessment } from '@luotsi/assessment/model';
import type { Framework } from '@luotsi/framework/model';
import {
  ApiClient,
  asProblem,
  Language,
  LocalisedText,
  PageHeader,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { assessmentTexts } from '../texts';
import { Answering } from './answering.store';

/** The last step: what is left unanswered, with ways there, and completing for good. */
@Component({
  selector: 'lu-finish-step',
  imports: [LocalisedText, MatButton, PageHeader, ProblemNotice, RouterLink],
  templateUrl: './finish-step.html',
  styles: `
    .competence {
      --lu-gap: 8px;
    }

    h2 {
      font-size: var(--lu-size-4);
    }
  `,
})
export class FinishStep {
  protected readonly t = useTexts(assessmentTexts);
  protected readonly answering = inject(Answering);
  private readonly client = inject(ApiClient);
  private readonly language = inject(Language);
  readonly framework = input.required<Framework>();
  readonly id = input.required<string>();
  readonly completed = output();

  protected readonly problem = signal<ProblemError | undefined>(undefined);
  protected readonly waiting = signal(false);
  protected readonly busy = signal(false);
  /** The competences with statements that have no answer, and whether a score is still possible. */
  protected readonly open = computed(() => {
    const answers = this.answering.answers();
    return this.framework().competences.flatMap((competence) => {
      const statements = competence.statements.filter(({ id }) => !answers.has(id));
      const valued = competence.statements.filter(
        ({ id }) => (answers.get(id)?.current ?? null) !== null,
      ).length;
      const scored = valued >= competence.requiredAnswers;
      const untouched = statements.length === competence.statements.length;
      return statements.length > 0 ? [{ ...competence, statements, scored, untouched }] : [];
    });
  });
  protected readonly count = computed(() =>
    this.open().reduce((sum, { statements }) => sum + statements.length, 0),
  );

  protected readonly answer = computed(() => {
    const count = this.count();
    if (count === 0) return this.t('finish.allAnswered');
    return this.enough()
      ? this.t('finish.unanswered', { count })
      : this.t('finish.tooFew', { count: this.least() });
  });
  /** The fewest answers that some competence's score needs. */
  private readonly least = computed(() =>
    Math.min(...this.framework().competences.map(({ requiredAnswers }) => requiredAnswers)),
  );
  /** Whether a report would say anything: at least one competence has the answers it needs. */
  protected readonly enough = computed(() => {
    const without = this.open().filter(({ scored }) => !scored).length;
    return without < this.framework().competences.length;
  });

  /** Sends what is left, then completes. */
  protected async complete(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.answering.send();
      this.waiting.set(this.answering.pending());
      if (this.waiting()) return;
      await this.client.send(completeAssessment, { params: { id: this.id() } });
      this.completed.emit();
    } catch (thrown) {
      this.problem.set(asProblem(thrown, this.language.current()));
    } finally {
      this.busy.set(false);
    }
  }
}

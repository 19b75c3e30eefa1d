import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Answer } from '@luotsi/assessment/model';
import type { Competence } from '@luotsi/framework/model';
import { Format, useTexts } from '@luotsi/platform/web';
import { assessmentTexts } from '../texts';

/** The way through an assessment: a segment for each competence, filled as far as it is answered. */
@Component({
  selector: 'lu-competence-steps',
  imports: [RouterLink],
  template: `
    <nav [attr.aria-label]="t('answering.steps')">
      <ol class="bare-list">
        @for (step of steps(); track step.code) {
          <li>
            <a
              routerLink="."
              [queryParams]="{ at: step.code }"
              [attr.aria-current]="step.code === at() ? 'step' : null"
              [attr.aria-label]="step.label"
            >
              <svg viewBox="0 0 10 8" preserveAspectRatio="none" aria-hidden="true">
                <rect class="all" width="10" height="8" />
                <rect class="done" [attr.width]="step.share * 10" height="8" />
              </svg>
              <span aria-hidden="true">{{ step.place }}</span>
            </a>
          </li>
        }
        <li class="last">
          <a
            routerLink="."
            [queryParams]="{ at: 'finish' }"
            [attr.aria-current]="at() === 'finish' ? 'step' : null"
            >{{ t('answering.finishStep') }}</a
          >
        </li>
      </ol>
    </nav>
  `,
  styleUrl: './competence-steps.scss',
})
export class CompetenceSteps {
  protected readonly t = useTexts(assessmentTexts);
  private readonly format = inject(Format);
  readonly competences = input.required<readonly Competence[]>();
  readonly answers = input.required<ReadonlyMap<string, Answer>>();
  /** The code of the competence that is shown, or `finish`. */
  readonly at = input.required<string>();

  protected readonly steps = computed(() =>
    this.competences().map(({ code, name, statements }, place) => {
      const count = statements.filter(({ id }) => this.answers().has(id)).length;
      const facts = {
        place: place + 1,
        name: this.format.text(name),
        count,
        statements: statements.length,
      };
      return {
        code,
        place: place + 1,
        share: count / statements.length,
        label: this.t('answering.step', facts),
      };
    }),
  );
}

import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReportGap } from '@luotsi/assessment/model';
import type { Framework } from '@luotsi/framework/model';
import { Format, LocalisedText, StatusWord, useTexts } from '@luotsi/platform/web';
import { assessmentTexts } from '../texts';
import { NextSessionLine } from './next-session';

/** One gap: how wide, what makes it, and what one can do about it. */
@Component({
  selector: 'lu-gap-steps',
  imports: [LocalisedText, NextSessionLine, RouterLink, StatusWord],
  templateUrl: './gap-steps.html',
  styleUrl: './gap-steps.scss',
})
export class GapSteps {
  protected readonly t = useTexts(assessmentTexts);
  protected readonly format = inject(Format);
  readonly gap = input.required<ReportGap>();
  readonly framework = input.required<Framework>();
  /** Whether what to do is open to see from the start. */
  readonly open = input(true);
  /** The activities that the person has done. */
  readonly done = input.required<ReadonlySet<string>>();

  protected readonly competence = computed(() =>
    this.framework().competences.find(({ code }) => code === this.gap().code),
  );
  protected readonly size = computed(() => {
    const { size, basis } = this.gap();
    const steps = { count: Math.round(size * 10) / 10, size: this.format.number(size) };
    return basis === 'goal'
      ? this.t('report.gapToGoal', steps)
      : this.t('report.gapToTarget', steps);
  });
  protected readonly statements = computed(() =>
    this.gap().statements.flatMap(({ statement, current, aim }) => {
      const found = this.competence()?.statements.find(({ id }) => id === statement);
      return found ? [{ ...found, current, aim }] : [];
    }),
  );
  protected readonly units = computed(() =>
    this.gap().units.map((unit) => ({
      ...unit,
      aside: [
        this.format.text(unit.moduleTitle),
        ...(unit.minutes > 0 ? [this.t('report.minutes', { count: unit.minutes })] : []),
      ].join(', '),
      complete: unit.activities.length > 0 && unit.activities.every((id) => this.done().has(id)),
    })),
  );
}

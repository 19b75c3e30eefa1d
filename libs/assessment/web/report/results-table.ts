import { Component, computed, inject, input } from '@angular/core';
import type { Report } from '@luotsi/assessment/model';
import type { Framework } from '@luotsi/framework/model';
import { locales } from '@luotsi/platform/model';
import { Language, LocalisedText, useTexts } from '@luotsi/platform/web';
import { assessmentTexts } from '../texts';

/** The report's figures: what the radar draws, in words and numbers, its rows numbered as the axes. */
@Component({
  selector: 'lu-results-table',
  imports: [LocalisedText],
  templateUrl: './results-table.html',
  styleUrl: './results-table.scss',
})
export class ResultsTable {
  protected readonly t = useTexts(assessmentTexts);
  private readonly language = inject(Language);
  readonly report = input.required<Report>();
  readonly framework = input.required<Framework>();

  protected readonly rows = computed(() =>
    this.report().competences.map((result, place) => ({
      ...result,
      number: place + 1,
      name: this.framework().competences.find(({ code }) => code === result.code)?.name,
    })),
  );
  private readonly decimal = computed(
    () =>
      new Intl.NumberFormat(locales[this.language.current()], {
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }),
  );
  protected readonly hasGoals = computed(() => this.rows().some(({ goal }) => goal !== null));
  protected readonly hasTargets = computed(() => this.report().level !== null);
  protected readonly hasPrevious = computed(() => this.report().previous !== null);

  /** One decimal: finer than the answers are would be a pretence. */
  protected value(value: number | null): string {
    return value === null ? '–' : this.decimal().format(value);
  }

  /** A change with its sign; a true minus. */
  protected signed(value: number | null): string {
    if (value === null) return '–';
    const shown = this.decimal().format(Math.abs(value));
    if (Math.round(Math.abs(value) * 10) === 0) return `±${shown}`;
    return value > 0 ? `+${shown}` : `−${shown}`;
  }

  /** How far it is to the level's target: a distance, never a verdict. */
  protected distance(toTarget: number | null): string {
    if (toTarget === null) return '–';
    return this.value(Math.max(0, -toTarget));
  }
}

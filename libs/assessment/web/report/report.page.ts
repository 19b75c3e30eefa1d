import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { getReport, type Report } from '@luotsi/assessment/model';
import { getFramework } from '@luotsi/framework/model';
import {
  ApiClient,
  BackLink,
  EmptyState,
  Format,
  LocalisedText,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { getOwnProgress } from '@luotsi/programme/model';
import { assessmentTexts } from '../texts';
import { GapSteps } from './gap-steps';
import { RadarChart, type RadarLines } from './radar-chart';
import { ResultsTable } from './results-table';

/** The report: the strongest and the widest gap first, then figures, then what to do next. */
@Component({
  selector: 'lu-report-page',
  imports: [
    BackLink,
    EmptyState,
    GapSteps,
    LocalisedText,
    MatButton,
    PageHeader,
    ProblemNotice,
    RadarChart,
    ResultsTable,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './report.page.html',
  styleUrl: './report.page.scss',
})
export class ReportPage {
  protected readonly t = useTexts(assessmentTexts);
  protected readonly format = inject(Format);
  private readonly client = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly window = inject(DOCUMENT).defaultView;
  readonly id = input.required<string>();
  /** The level to compare to, or `none`; absent: the one chosen when answering. */
  readonly level = input<string>();

  private readonly read = this.client.resource(getReport, () => ({
    params: { id: this.id() },
    query: { level: this.level() },
  }));
  protected readonly report = this.read.latest;
  protected readonly problem = this.read.problem;
  private readonly words = this.client.resource(getFramework, () => {
    const it = this.report()?.assessment;
    return it && { params: { id: it.framework }, query: { version: it.version } };
  });
  protected readonly framework = this.words.latest;
  private readonly progress = this.client.resource(getOwnProgress, () => ({}));
  protected readonly done = computed(
    () => new Set((this.progress.value()?.done ?? []).map(({ activityId }) => activityId)),
  );

  /** "Vahvin: … Eniten kasvunvaraa: …" */
  protected readonly answer = computed(() => {
    const report = this.report();
    if (!report) return '';
    const [strongest] = report.strengths;
    const [widest] = report.gaps;
    return [
      strongest
        ? this.t('report.strongest', { name: this.nameOf(strongest) })
        : this.t('report.even'),
      widest ? this.t('report.widest', { name: this.nameOf(widest.code) }) : '',
    ].join(' ');
  });
  protected readonly lines = computed<RadarLines>(() => {
    const all = this.report()?.competences ?? [];
    return {
      now: all.map(({ score }) => score),
      goal: all.map(({ goal, score }) =>
        all.some((one) => one.goal !== null) ? (goal ?? score) : null,
      ),
      previous: all.map(({ previousScore }) => previousScore),
      target: all.map(({ target }) => target),
    };
  });
  protected readonly legend = computed(() =>
    (['now', 'goal', 'previous', 'target'] as const)
      .filter((name) => this.lines()[name].some((value) => value !== null))
      .map((name) => ({ name, words: this.t(`report.${name}`) })),
  );
  /** What has grown and what is lower than last time, in words. */
  protected readonly changes = computed(() => {
    const names = (moved: (change: number) => boolean) =>
      (this.report()?.competences ?? [])
        .filter(({ change }) => change !== null && moved(change))
        .map(({ code }) => this.nameOf(code));
    const grown = names((change) => change >= 0.05);
    const lower = names((change) => change <= -0.05);
    const said = [
      grown.length > 0 ? this.t('report.grown', { names: this.format.list(grown) }) : '',
      lower.length > 0 ? this.t('report.lower', { names: this.format.list(lower) }) : '',
    ].filter((words) => words !== '');
    return said.length > 0 ? said : [this.t('report.same')];
  });

  protected compareTo(level: string): void {
    void this.router.navigate([], { queryParams: { level }, replaceUrl: true });
  }

  protected print(): void {
    this.window?.print();
  }

  protected reload(): void {
    (this.read.problem() ? this.read : this.words).reload();
  }

  private nameOf(code: Report['strengths'][number]): string {
    const found = this.framework()?.competences.find((one) => one.code === code);
    return found ? this.format.text(found.name) : code;
  }
}

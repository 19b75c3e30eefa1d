import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { listAssessments, startAssessment, type AssessmentItem } from '@luotsi/assessment/model';
import { getFramework } from '@luotsi/framework/model';
import { CurrentPerson, SignInLink } from '@luotsi/identity/web';
import {
  ApiClient,
  asProblem,
  Format,
  Language,
  LocalisedText,
  PageHeader,
  ProblemNotice,
  Skeleton,
  StatusWord,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { assessmentTexts } from '../texts';

/** Where assessing oneself begins: what it is, starting or continuing, and the earlier ones. */
@Component({
  selector: 'lu-start-page',
  imports: [
    LocalisedText,
    MatButton,
    PageHeader,
    ProblemNotice,
    RouterLink,
    SignInLink,
    Skeleton,
    StatusWord,
  ],
  templateUrl: './start.page.html',
  styleUrl: './start.page.scss',
})
export class StartPage {
  protected readonly t = useTexts(assessmentTexts);
  protected readonly format = inject(Format);
  private readonly client = inject(ApiClient);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly current = inject(CurrentPerson);

  protected readonly visitor = computed(() => this.current.person() === null);
  protected readonly may = computed(() => this.current.may('assessment.own'));
  private readonly words = this.client.resource(getFramework, () => ({
    params: { id: 'nice' },
    query: {},
  }));
  private readonly read = this.client.resource(listAssessments, () =>
    this.may() ? {} : undefined,
  );
  protected readonly framework = this.words.value;
  protected readonly all = computed(() => this.read.value()?.items ?? []);
  protected readonly problem = computed(() => this.words.problem() ?? this.read.problem());
  /** Whether it is known what to offer. */
  protected readonly known = computed(
    () => this.framework() !== undefined && (!this.may() || this.read.value() !== undefined),
  );
  protected readonly unfinished = computed(() =>
    this.all().find(({ completedAt }) => completedAt === null),
  );
  protected readonly latest = computed(() =>
    this.all().find(({ completedAt }) => completedAt !== null),
  );
  /** The level of last time, until another is chosen. */
  protected readonly level = linkedSignal(() => this.latest()?.level ?? null);
  protected readonly refused = signal<ProblemError | undefined>(undefined);
  protected readonly busy = signal(false);

  protected readonly answer = computed(() => {
    const [framework, unfinished, latest] = [this.framework(), this.unfinished(), this.latest()];
    if (unfinished) {
      const { answered, statements } = unfinished;
      return this.t('start.answerUnfinished', { count: answered, statements });
    }
    if (latest?.completedAt)
      return this.t('start.answerDone', { date: this.format.date(latest.completedAt) });
    if (!framework) return '';
    const count = framework.competences.reduce((sum, one) => sum + one.statements.length, 0);
    return this.t('start.answerNew', { count, ...framework.minutes });
  });

  protected async begin(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(undefined);
    try {
      const { id } = await this.client.send(startAssessment, {
        body: { framework: 'nice', ...(this.unfinished() ? {} : { level: this.level() }) },
      });
      await this.router.navigate(['/assessment', id]);
    } catch (thrown) {
      this.refused.set(asProblem(thrown, this.language.current()));
    } finally {
      this.busy.set(false);
    }
  }

  protected reload(): void {
    (this.words.problem() ? this.words : this.read).reload();
  }

  protected addressOf({ id, completedAt }: AssessmentItem): string[] {
    return completedAt ? ['/assessment', id, 'report'] : ['/assessment', id];
  }
}

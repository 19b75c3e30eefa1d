import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { Competence } from '@luotsi/framework/model';
import {
  BackLink,
  Format,
  LocalisedText,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { assessmentTexts } from '../texts';
import { Answering } from './answering.store';
import { CompetenceSteps } from './competence-steps';
import { FinishStep } from './finish-step';
import { SavingWord } from './saving-word';
import { StatementRow } from './statement-row';

/** Answering an assessment: one competence at a time, then finishing. `?at=` says where one is. */
@Component({
  selector: 'lu-answering-page',
  imports: [
    BackLink,
    CompetenceSteps,
    FinishStep,
    LocalisedText,
    MatButton,
    PageHeader,
    ProblemNotice,
    RouterLink,
    SavingWord,
    Skeleton,
    StatementRow,
  ],
  providers: [Answering],
  templateUrl: './answering.page.html',
  styleUrl: './answering.page.scss',
})
export class AnsweringPage {
  protected readonly t = useTexts(assessmentTexts);
  protected readonly format = inject(Format);
  protected readonly answering = inject(Answering);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly id = input.required<string>();
  readonly at = input<string>();

  private readonly competences = computed(() => this.answering.framework()?.competences ?? []);
  /** The first competence that was not all answered when the page opened; answering moves nobody. */
  private readonly first = linkedSignal<readonly Competence[], string | undefined>({
    source: this.competences,
    computation: (competences, before) => before?.value ?? this.firstOpen(competences),
  });
  /** Where one is: what the address says, else the first competence with something to answer. */
  protected readonly place = computed(() => {
    const codes = this.competences().map(({ code }) => code);
    const asked = this.at() ?? '';
    return asked === 'finish' || codes.includes(asked) ? asked : this.first();
  });
  protected readonly competence = computed(() =>
    this.competences().find(({ code }) => code === this.place()),
  );
  protected readonly number = computed(() =>
    this.competences().findIndex(({ code }) => code === this.place()),
  );
  protected readonly previous = computed(() => this.competences()[this.number() - 1]?.code);
  protected readonly next = computed(() => this.competences()[this.number() + 1]?.code ?? 'finish');
  constructor() {
    effect(() => this.answering.open(this.id()));
    let before: string | undefined;
    effect(() => {
      const now = this.place();
      // The shell puts focus on a new page; within the page it is ours to move.
      if (before !== undefined && now !== undefined && before !== now) this.focusStep();
      before = now ?? before;
    });
  }

  protected async completed(): Promise<void> {
    await this.router.navigate(['/assessment', this.id(), 'report']);
  }

  private firstOpen(competences: readonly Competence[]): string | undefined {
    if (competences.length === 0) return undefined;
    const answers = untracked(this.answering.answers);
    const open = competences.find(({ statements }) =>
      statements.some(({ id }) => !answers.has(id)),
    );
    return open?.code ?? 'finish';
  }

  /** Puts focus where the new step begins: at its heading, or at the statement that was asked for. */
  private focusStep(): void {
    afterNextRender(
      () => {
        const statement = this.route.snapshot.fragment;
        const host = this.host.nativeElement;
        const wished = statement && host.querySelector<HTMLElement>(`#${statement} input`);
        (wished || host.querySelector('h1'))?.focus({ preventScroll: true });
        (wished ? wished.closest('fieldset') : host)?.scrollIntoView({ block: 'start' });
      },
      { injector: this.injector },
    );
  }
}

import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { languages, type Language, type Localised } from '@luotsi/platform/model';
import {
  Field,
  FieldControl,
  Notices,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import type { Plan } from '@luotsi/planning/model';
import { planningTexts } from '../texts';
import { Conflict } from './conflict';
import { PlanDesk } from './plan-desk.store';

/** The goals of a plan in three languages, saved by a button; what someone else saved is shown beside. */
@Component({
  selector: 'lu-goals-form',
  imports: [Conflict, Field, FieldControl, MatButton, ProblemNotice],
  template: `
    <form class="stack" (submit)="$event.preventDefault(); save(version())">
      <p class="small quiet">{{ t('desk.goalsHint') }}</p>
      @if (current(); as theirs) {
        <lu-conflict
          [rows]="rows()"
          (useTheirs)="useTheirs(theirs)"
          (keepYours)="save(theirs.version)"
        />
      }
      <div class="languages">
        @for (one of all; track one.code) {
          <lu-field [label]="t(one.label)" [error]="problem()" [pointer]="'/goals/' + one.code">
            <textarea
              luControl
              rows="5"
              maxlength="20000"
              [attr.lang]="one.code"
              [value]="goals()[one.code]"
              (input)="write(one.code, $any($event.target).value)"
            ></textarea>
          </lu-field>
        }
      </div>
      <lu-problem [of]="problem()" [fields]="['/goals/fi', '/goals/sv', '/goals/en']" />
      <div class="row">
        <button matButton="outlined" type="submit" [disabled]="!dirty() || saving()">
          {{ t('desk.save') }}
        </button>
        <button matButton type="button" (click)="closed.emit()">
          {{ dirty() ? t('desk.cancel') : t('desk.close') }}
        </button>
        @if (dirty()) {
          <span class="small quiet">{{ t('desk.unsaved') }}</span>
        }
      </div>
    </form>
  `,
  styleUrl: './forms.scss',
})
export class GoalsForm {
  protected readonly t = useTexts(planningTexts);
  private readonly desk = inject(PlanDesk);
  private readonly notices = inject(Notices);
  readonly plan = input.required<Plan>();
  readonly closed = output();

  protected readonly all = [
    { code: 'fi', label: 'form.goalsFi' },
    { code: 'sv', label: 'form.goalsSv' },
    { code: 'en', label: 'form.goalsEn' },
  ] as const;
  /** What stands in the form; kept while someone else's version arrives. */
  protected readonly goals = linkedSignal<string, Localised>({
    source: () => this.plan().id,
    computation: () => this.plan().goals,
  });
  protected readonly version = computed(() => this.plan().version);
  protected readonly saving = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  protected readonly current = signal<Pick<Plan, 'version' | 'goals'> | undefined>(undefined);
  readonly dirty = computed(() =>
    languages.some((language) => this.goals()[language] !== this.plan().goals[language]),
  );
  protected readonly rows = computed(() => {
    const theirs = this.current()?.goals;
    return this.all
      .filter(({ code }) => theirs && theirs[code] !== this.goals()[code])
      .map(({ code, label }) => ({
        name: this.t(label),
        theirs: theirs?.[code] ?? '',
        yours: this.goals()[code],
      }));
  });

  protected write(language: Language, text: string): void {
    this.goals.update((goals) => ({ ...goals, [language]: text }));
  }

  protected useTheirs(theirs: Pick<Plan, 'version' | 'goals'>): void {
    this.desk.takeGoals(theirs);
    this.goals.set(theirs.goals);
    this.current.set(undefined);
  }

  protected async save(version: number): Promise<void> {
    this.saving.set(true);
    this.problem.set(undefined);
    try {
      await this.desk.changeGoals(version, this.goals());
      this.goals.set(this.plan().goals);
      this.current.set(undefined);
      this.notices.tell(this.t('desk.saved'));
      this.closed.emit();
    } catch (thrown) {
      const problem = thrown as ProblemError;
      const current = problem.details['current'];
      if (problem.is('changed-meanwhile') && current)
        this.current.set(current as Pick<Plan, 'version' | 'goals'>);
      else this.problem.set(problem);
    } finally {
      this.saving.set(false);
    }
  }
}

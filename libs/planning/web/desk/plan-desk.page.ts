import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { MatAnchor, MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { CurrentPerson } from '@luotsi/identity/web';
import {
  BackLink,
  Confirm,
  Format,
  KeepFocus,
  LocalisedText,
  Notices,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { isOfGroup, type PlanState } from '@luotsi/planning/model';
import { planningTexts } from '../texts';
import { DeskItems } from './desk-items';
import { FieldWords } from './field-words';
import { GoalsForm } from './goals-form';
import type { HoldsWork } from './keep-unsaved';
import { PlanDesk } from './plan-desk.store';
import { ReturnForm } from './return-form';
import { Vocabulary } from './vocabulary';

/** The desk where a plan is written by its group, and read and published by the coordinator. */
@Component({
  selector: 'lu-plan-desk-page',
  imports: [
    BackLink,
    DeskItems,
    GoalsForm,
    LocalisedText,
    MatAnchor,
    MatButton,
    PageHeader,
    ProblemNotice,
    ReturnForm,
    RouterLink,
    Skeleton,
  ],
  providers: [PlanDesk, Vocabulary, FieldWords],
  templateUrl: './plan-desk.page.html',
  styleUrl: './plan-desk.page.scss',
  hostDirectives: [KeepFocus],
  host: { '(window:beforeunload)': 'unsaved() && $event.preventDefault()' },
})
export class PlanDeskPage implements HoldsWork {
  protected readonly t = useTexts(planningTexts);
  protected readonly format = inject(Format);
  protected readonly desk = inject(PlanDesk);
  private readonly person = inject(CurrentPerson);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly goalsForm = viewChild(GoalsForm);
  private readonly deskItems = viewChild(DeskItems);
  readonly id = input.required<string>();

  protected readonly plan = this.desk.plan;
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  protected readonly returning = signal(false);
  protected readonly writingGoals = signal(false);
  private readonly mine = computed(() =>
    isOfGroup(this.person.person()?.roles ?? [], this.plan()?.group.id ?? ''),
  );
  protected readonly editable = computed(() => this.mine() && this.plan()?.state === 'draft');
  /** One lantern a page: while something is written, saving it is what the page asks for. */
  protected readonly submitFirst = computed(
    () => (this.plan()?.items.length ?? 0) > 0 && !this.deskItems()?.writing(),
  );
  protected readonly reviewable = computed(
    () => this.person.may('plan.publish') && this.plan()?.state === 'submitted',
  );
  protected readonly heading = computed(() => {
    const plan = this.plan();
    if (!plan) return '';
    const theme = plan.names.themes[plan.theme ?? ''] ?? plan.group.name;
    return this.t('desk.heading', { theme: this.format.text(theme), year: plan.year });
  });
  protected readonly answer = computed(() => {
    const plan = this.plan();
    if (!plan) return '';
    const date = this.format.date(plan.publishedAt ?? plan.submittedAt ?? new Date());
    if (plan.state === 'published') return this.t('desk.publishedAnswer', { date });
    if (plan.state === 'superseded') return this.t('desk.supersededAnswer');
    if (plan.state === 'submitted')
      return this.t(this.reviewable() ? 'desk.reviewAnswer' : 'desk.submittedAnswer', { date });
    if (!this.mine()) return this.t('desk.draftOther');
    const count = plan.items.length;
    return count === 0 ? this.t('desk.emptyAnswer') : this.t('desk.draftAnswer', { count });
  });
  /** What the coordinator wrote when the plan came back, while it is a draft again. */
  protected readonly returned = computed(() => {
    const last = this.plan()?.history[0];
    return this.plan()?.state === 'draft' && last?.to === 'draft' ? last : undefined;
  });

  protected stateWord(state: PlanState) {
    return `state.${state}` as const;
  }

  constructor() {
    effect(() => this.desk.open(this.id()));
  }

  /** Whether something has been written here that is not saved. */
  unsaved(): boolean {
    return (this.goalsForm()?.dirty() ?? false) || (this.deskItems()?.dirty() ?? false);
  }

  protected async submit(): Promise<void> {
    const [heading, text] = [this.t('desk.submitHeading'), this.t('desk.submitText')];
    const action = this.t('desk.submitDo');
    if (this.unsaved() && !(await this.leaveUnsaved())) return;
    if (!(await this.confirm.ask({ heading, text, action }))) return;
    if (await this.done(() => this.desk.submit())) this.notices.tell(this.t('desk.submitted'));
  }

  protected async publish(): Promise<void> {
    const [heading, text] = [this.t('desk.publishHeading'), this.t('desk.publishText')];
    const action = this.t('desk.publishDo');
    if (!(await this.confirm.ask({ heading, text, action }))) return;
    if (!(await this.done(() => this.desk.publish()))) return;
    this.notices.tell(this.t('desk.publishedNotice'));
    await this.router.navigate(['/plans', this.plan()?.year]);
  }

  protected async return(comment: string): Promise<void> {
    if (!(await this.done(() => this.desk.return(comment)))) return;
    this.returning.set(false);
    this.notices.tell(this.t('desk.returnedNotice'));
  }

  private leaveUnsaved(): Promise<boolean> {
    return this.confirm.ask({
      heading: this.t('desk.leaveHeading'),
      text: this.t('desk.leaveText'),
      action: this.t('desk.leaveDo'),
    });
  }

  private async done(step: () => Promise<void>): Promise<boolean> {
    this.problem.set(undefined);
    try {
      await step();
      return true;
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
      return false;
    }
  }
}

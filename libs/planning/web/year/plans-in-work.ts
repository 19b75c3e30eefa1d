import { Component, computed, inject, Injector, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { CurrentPerson } from '@luotsi/identity/web';
import {
  ApiClient,
  dateOf,
  Field,
  FieldControl,
  Format,
  Icon,
  LocalisedText,
  ProblemNotice,
  StatusWord,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { isOfGroup, listPlans, openPlan } from '@luotsi/planning/model';
import { planningTexts } from '../texts';

/** For those who plan: drafts, what waits for the coordinator, and beginning a plan. */
@Component({
  selector: 'lu-plans-in-work',
  imports: [
    Field,
    FieldControl,
    Icon,
    LocalisedText,
    MatButton,
    ProblemNotice,
    RouterLink,
    StatusWord,
  ],
  templateUrl: './plans-in-work.html',
  styleUrl: './plans-in-work.scss',
})
export class PlansInWork {
  protected readonly t = useTexts(planningTexts);
  protected readonly format = inject(Format);
  private readonly client = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly person = inject(CurrentPerson);
  private readonly list = this.client.resource(listPlans, () => ({ query: {} }), {
    injector: inject(Injector),
  });
  protected readonly plans = computed(() =>
    (this.list.latest()?.items ?? [])
      .filter(({ state }) => state === 'draft' || state === 'submitted')
      .map((plan) => ({ ...plan, waitsForMe: this.waitsForMe(plan.state, plan.group.id) })),
  );
  protected readonly waiting = computed(() => this.plans().filter((plan) => plan.waitsForMe));
  /** The group that the person writes plans for. */
  protected readonly ownGroup = computed(() => {
    const roles = this.person.person()?.roles ?? [];
    return roles.find(({ scope }) => scope.id !== null && isOfGroup(roles, scope.id))?.scope.id;
  });

  private readonly thisYear = Number(dateOf(new Date()).slice(0, 4));
  protected readonly years = [0, 1, 2, 3].map((ahead) => this.thisYear + ahead);
  protected readonly opening = signal(false);
  protected readonly chosen = signal(this.thisYear + 1);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  protected readonly existing = computed(() => {
    const id = this.problem()?.details['planId'];
    return typeof id === 'string' ? id : undefined;
  });

  protected async open(): Promise<void> {
    const group = this.ownGroup();
    if (!group) return;
    this.problem.set(undefined);
    try {
      const body = { year: this.chosen(), group };
      const plan = await this.client.send(openPlan, { body });
      await this.router.navigate(['/plans', plan.id, 'edit']);
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    }
  }

  private waitsForMe(state: string, group: string): boolean {
    if (state === 'submitted') return this.person.may('plan.publish');
    return isOfGroup(this.person.person()?.roles ?? [], group);
  }
}

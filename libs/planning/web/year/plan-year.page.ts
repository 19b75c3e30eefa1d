import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, Injector, input } from '@angular/core';
import { MatAnchor, MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { CurrentPerson } from '@luotsi/identity/web';
import { listGroups } from '@luotsi/network/model';
import {
  ApiClient,
  dateOf,
  EmptyState,
  Format,
  Icon,
  KeepFocus,
  LocalisedText,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { getYearOfPlans, type PlanItem, type PlanNames } from '@luotsi/planning/model';
import { lastMonth } from '../item/by-time';
import { ItemWords } from '../item/item-words';
import { Months } from '../item/months';
import { PlanItemLine } from '../item/plan-item-line';
import { planningTexts } from '../texts';
import { PlansInWork } from './plans-in-work';
import { TakeUp } from './take-up';
import { YearFilterBar } from './year-filter-bar';
import { matches, type YearFilters } from './year-filters';

/** The published plans of a year, for everyone: what, when, where, for whom, and what came of it. */
@Component({
  selector: 'lu-plan-year-page',
  imports: [
    EmptyState,
    Icon,
    LocalisedText,
    MatAnchor,
    MatButton,
    Months,
    PageHeader,
    PlanItemLine,
    PlansInWork,
    ProblemNotice,
    RouterLink,
    Skeleton,
    TakeUp,
    YearFilterBar,
  ],
  templateUrl: './plan-year.page.html',
  styleUrl: './plan-year.page.scss',
  hostDirectives: [KeepFocus],
})
export class PlanYearPage {
  protected readonly t = useTexts(planningTexts);
  protected readonly format = inject(Format);
  protected readonly person = inject(CurrentPerson);
  private readonly words = inject(ItemWords);
  private readonly router = inject(Router);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly thisYear = Number(dateOf(new Date()).slice(0, 4));
  private readonly thisMonth = Number(dateOf(new Date()).slice(5, 7));

  /** From the address; the current year without it. */
  readonly year = input<string>();
  readonly region = input<string>();
  readonly competence = input<string>();
  readonly form = input<string>();
  readonly group = input<string>();

  protected readonly shownYear = computed(() => Number(this.year()) || this.thisYear);
  protected readonly found = inject(ApiClient).resource(
    getYearOfPlans,
    () => ({ params: { year: this.year() ?? this.thisYear } }),
    { injector: inject(Injector) },
  );
  private readonly eloGroups = inject(ApiClient).resource(
    listGroups,
    () => (this.person.may('session.create') ? { query: { kind: 'elo' as const } } : undefined),
    { injector: inject(Injector) },
  );
  protected readonly regionOfGroup = computed(() =>
    Object.fromEntries(
      (this.eloGroups.value()?.items ?? []).map(({ id, region }) => [id, region?.code ?? '']),
    ),
  );
  /** The year on the page; kept while it is read again. */
  protected readonly shown = computed(() => {
    const found = this.found.latest();
    return found?.year === this.shownYear() ? found : undefined;
  });
  protected readonly filters = computed<YearFilters>(() => ({
    region: this.region() ?? '',
    competence: this.competence() ?? '',
    form: this.form() ?? '',
    group: this.group() ?? '',
  }));
  private readonly all = computed(() =>
    (this.shown()?.plans ?? []).flatMap((plan) =>
      plan.items.map((item) => ({ ...item, group: plan.group.id })),
    ),
  );
  protected readonly items = computed(() =>
    this.all().filter((item) => matches(item, item.group, this.filters())),
  );
  protected readonly narrowed = computed(() => this.items().length < this.all().length);
  protected readonly names = computed<PlanNames>(() => {
    const all = (this.shown()?.plans ?? []).map((plan) => plan.names);
    const merged = (part: keyof PlanNames) => Object.assign({}, ...all.map((names) => names[part]));
    return {
      competences: merged('competences'),
      regions: merged('regions'),
      themes: merged('themes'),
      groups: merged('groups'),
    } as PlanNames;
  });
  protected readonly answer = computed(() => {
    const [count, year] = [this.all().length, this.shownYear()];
    if (!this.shown()) return '';
    if (count === 0) return this.t('years.none', { year });
    const next = this.next();
    const answer = this.t('years.answer', { count, year });
    if (!next) return answer;
    const title = this.format.text(next.title);
    return `${answer} ${this.t('years.next', { when: this.words.when(next), title })}`;
  });
  protected readonly otherYears = computed(() =>
    (this.shown()?.years ?? []).filter((year) => year !== this.shownYear()),
  );

  protected narrow(change: Partial<YearFilters>): void {
    const set = Object.entries({ ...this.filters(), ...change }).filter(([, value]) => value);
    void this.router.navigate([], { queryParams: Object.fromEntries(set), replaceUrl: true });
  }

  protected print(): void {
    this.window?.print();
  }

  /** The first training that is not over yet. */
  private next(): PlanItem | undefined {
    if (this.shownYear() < this.thisYear) return undefined;
    const from = this.shownYear() > this.thisYear ? 1 : this.thisMonth;
    return [...this.all()]
      .sort((one, other) => lastMonth(one) - lastMonth(other))
      .find((item) => lastMonth(item) >= from);
  }
}

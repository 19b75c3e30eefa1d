import { DOCUMENT } from '@angular/common';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  signal,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router } from '@angular/router';
import {
  AgendaDay,
  EmptyState,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { UndatedSessions } from '../interest/undated-sessions';
import { OwnEnrolments } from '../enrolment/own-enrolments.store';
import { SessionLine } from '../session/session-line';
import { SubscribeButton } from '../subscribe/subscribe-button';
import { calendarTexts } from '../texts';
import { AgendaFilterBar } from './agenda-filter-bar';
import {
  addressQuery,
  countSet,
  filtersIn,
  narrowest,
  noFilters,
  without,
  type AgendaFilters,
} from './agenda-filters';
import { withQuietMonths } from './agenda-days';
import { AgendaWords } from './agenda-words';
import { AgendaStore } from './agenda.store';
import { addMonths } from './dates';
import { MonthGrid } from './month-grid';
import { PlannedSlot } from './planned-slot';

/** The agenda of the national calendar; its filters are in the address. */
@Component({
  selector: 'lu-agenda-page',
  imports: [
    AgendaDay,
    AgendaFilterBar,
    EmptyState,
    MatButton,
    MonthGrid,
    PageHeader,
    PlannedSlot,
    ProblemNotice,
    SessionLine,
    Skeleton,
    SubscribeButton,
    UndatedSessions,
  ],
  providers: [AgendaStore],
  templateUrl: './agenda.page.html',
  styleUrl: './agenda.page.scss',
})
export class AgendaPage {
  protected readonly t = useTexts(calendarTexts);
  protected readonly store = inject(AgendaStore);
  protected readonly words = inject(AgendaWords);
  protected readonly own = inject(OwnEnrolments);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly query = toSignal(this.route.queryParamMap, { requireSync: true });
  private readonly wideScreen = inject(DOCUMENT).defaultView?.matchMedia?.('(width >= 64rem)');

  protected readonly filters = computed(() => filtersIn(this.query()), {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  /** Whether there is room for the month beside the agenda. */
  protected readonly wide = signal(this.wideScreen?.matches ?? false);
  protected readonly answer = computed(() => this.words.answer(this.store));
  protected readonly shown = computed(() => this.words.shown(this.store));
  /** The months to show; when all sessions are there, a year of them for what is planned. */
  protected readonly months = computed(() => {
    const { months } = this.store.agenda();
    const first = this.store.begins().slice(0, 7);
    return withQuietMonths(months, first, this.store.hasMore() ? first : addMonths(first, 11));
  });
  protected readonly narrowest = computed(() => narrowest(this.filters()));
  protected readonly severalSet = computed(() => countSet(this.filters()) > 1);

  constructor() {
    effect(() => this.store.show(this.filters()));
    this.wideScreen?.addEventListener('change', ({ matches }) => this.wide.set(matches));
  }

  /** Puts the filters in the address; what is typed on replaces what was typed before. */
  protected narrow(filters: AgendaFilters): void {
    const before = this.filters();
    const typedOn = before.q !== '' && filters.q !== '' && before.q !== filters.q;
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: addressQuery(filters),
      replaceUrl: typedOn,
    });
  }

  protected clear(): void {
    this.narrow(noFilters);
  }

  protected widen(): void {
    const name = this.narrowest();
    if (name) this.narrow(without(this.filters(), name));
  }

  /** Goes to a day: down the page when it is there, else the agenda begins with it. */
  protected goTo(date: string): void {
    const there = this.host.nativeElement.querySelector<HTMLElement>(`#day-${CSS.escape(date)} a`);
    if (there) there.focus();
    else this.narrow({ ...this.filters(), from: date });
  }

  /** Adds a page; when it was the last, the button goes and the end of the list takes the focus. */
  protected async more(): Promise<void> {
    await this.store.loadMore();
    if (this.store.hasMore()) return;
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>('.end')?.focus(), {
      injector: this.injector,
    });
  }

  /** Whether every session of the month is there, so that what is planned can follow. */
  protected whole(month: string): boolean {
    return !this.store.hasMore() || this.months().at(-1)?.month !== month;
  }
}

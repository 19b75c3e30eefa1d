import { computed, inject, Injectable, Injector, linkedSignal, signal } from '@angular/core';
import { asProblem, dateOf, Language, type ProblemError } from '@luotsi/platform/web';
import type { SessionItem } from '@luotsi/calendar/model';
import { CalendarClient, type SessionsAsked } from '../calendar-client';
import { agendaOf } from './agenda-days';
import { noFilters, type AgendaFilters } from './agenda-filters';
import { startOfDay } from './dates';

const PAGE = 30;

/** What came after the first page, and where the next one begins. */
interface Further {
  readonly items: readonly SessionItem[];
  readonly nextCursor: string | null;
}

/** What the list is asked for these filters. */
export function askedFor(filters: AgendaFilters): NonNullable<SessionsAsked> {
  const { from, q, ...lists } = filters;
  return {
    ...Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, [...values]])),
    ...(from === '' ? {} : { from: startOfDay(from) }),
    ...(q === '' ? {} : { q }),
  };
}

/** The agenda: the sessions that the filters leave, page after page. */
@Injectable()
export class AgendaStore {
  private readonly client = inject(CalendarClient);
  private readonly language = inject(Language);
  private readonly asked = signal<AgendaFilters | undefined>(undefined);

  private readonly first = this.client.sessions(() => {
    const filters = this.asked();
    return filters && { ...askedFor(filters), limit: PAGE };
  }, inject(Injector));
  private readonly further = linkedSignal<Further | undefined>(() => {
    const page = this.first.latest();
    return page && { items: [], nextCursor: page.nextCursor };
  });
  private readonly fetching = signal(false);
  private readonly furtherProblem = linkedSignal<ProblemError | undefined>(() => {
    this.asked();
    return undefined;
  });

  readonly filters = computed(() => this.asked() ?? noFilters);
  /** In order of start; the ones before stay while others are on their way; undefined at first. */
  readonly sessions = computed(() => {
    const page = this.first.latest();
    return page && [...page.items, ...(this.further()?.items ?? [])];
  });
  /** The calendar date that the agenda begins with. */
  readonly begins = computed(() => this.filters().from || dateOf(new Date()));
  readonly agenda = computed(() => agendaOf(this.sessions() ?? [], this.begins()));
  readonly hasMore = computed(() => (this.further()?.nextCursor ?? null) !== null);
  readonly loading = this.first.loading;
  readonly problem = this.first.problem;
  readonly loadingMore = this.fetching.asReadonly();
  readonly moreProblem = this.furtherProblem.asReadonly();

  /** Shows what these filters leave. */
  show(filters: AgendaFilters): void {
    if (JSON.stringify(filters) !== JSON.stringify(this.asked())) this.asked.set(filters);
  }

  retry(): void {
    this.first.reload();
  }

  /** Adds the next page. */
  async loadMore(): Promise<void> {
    const filters = this.asked();
    const cursor = this.further()?.nextCursor;
    if (!filters || !cursor || this.fetching()) return;
    this.fetching.set(true);
    this.furtherProblem.set(undefined);
    try {
      const page = await this.client.sessionsOnce({ ...askedFor(filters), limit: PAGE, cursor });
      if (filters === this.asked())
        this.further.update((before) => ({
          items: [...(before?.items ?? []), ...page.items],
          nextCursor: page.nextCursor,
        }));
    } catch (thrown) {
      if (filters === this.asked())
        this.furtherProblem.set(asProblem(thrown, this.language.current()));
    } finally {
      this.fetching.set(false);
    }
  }
}

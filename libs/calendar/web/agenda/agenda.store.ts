import {
  computed,
  effect,
  inject,
  Injectable,
  Injector,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { asProblem, dateOf, Language, type ProblemError } from '@luotsi/platform/web';
import { lengthInHistory } from '@luotsi/platform/web/lists';
import { listSessions, type SessionItem } from '@luotsi/calendar/model';
import { CalendarClient, type SessionsAsked } from '../calendar-client';
import { agendaOf } from './agenda-days';
import { noFilters, type AgendaFilters } from './agenda-filters';
import { startOfDay } from './dates';

const PAGE = 30;
/** The most that the API gives at once. */
const MOST = 100;

/** What is shown, and how many sessions whoever comes back had before them; 0 when it is new. */
interface Asked {
  readonly filters: AgendaFilters;
  readonly owed: number;
}

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

/**
 * The agenda: the sessions that the filters leave, page after page. Whoever goes back to it finds it
 * as long as they left it, read at once.
 */
@Injectable()
export class AgendaStore {
  private readonly client = inject(CalendarClient);
  private readonly language = inject(Language);
  private readonly length = lengthInHistory(listSessions.id);
  private readonly asked = signal<Asked | undefined>(undefined);

  private readonly first = this.client.sessions(() => {
    const asked = this.asked();
    return (
      asked && { ...askedFor(asked.filters), limit: Math.min(Math.max(asked.owed, PAGE), MOST) }
    );
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

  readonly filters = computed(() => this.asked()?.filters ?? noFilters);
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

  /** How many are still to be read before it is as long as it was. */
  private readonly missing = computed(
    () => (this.asked()?.owed ?? 0) - (this.sessions()?.length ?? 0),
  );

  constructor() {
    // More than the API gives at once is read on, as long as it comes.
    effect(() => {
      const isThere = this.first.value() && !this.fetching() && !this.furtherProblem();
      if (isThere && this.hasMore() && this.missing() > 0) void untracked(() => this.loadMore());
    });
  }

  /** Shows what these filters leave. */
  show(filters: AgendaFilters): void {
    if (JSON.stringify(filters) === JSON.stringify(this.asked()?.filters)) return;
    this.asked.set({ filters, owed: this.length.read() });
  }

  retry(): void {
    this.first.reload();
  }

  /** Adds the next page. */
  async loadMore(): Promise<void> {
    const asked = this.asked();
    const cursor = this.further()?.nextCursor;
    if (!asked || !cursor || this.fetching()) return;
    this.fetching.set(true);
    this.furtherProblem.set(undefined);
    try {
      const limit = this.missing() > 0 ? Math.min(this.missing(), MOST) : PAGE;
      const page = await this.client.sessionsOnce({ ...askedFor(asked.filters), limit, cursor });
      if (asked !== this.asked()) return;
      this.further.update((before) => ({
        items: [...(before?.items ?? []), ...page.items],
        nextCursor: page.nextCursor,
      }));
      this.length.write(Math.max(asked.owed, this.sessions()?.length ?? 0));
    } catch (thrown) {
      if (asked === this.asked())
        this.furtherProblem.set(asProblem(thrown, this.language.current()));
    } finally {
      this.fetching.set(false);
    }
  }
}

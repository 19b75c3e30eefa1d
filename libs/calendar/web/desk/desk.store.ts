import { computed, inject, Injectable, Injector, linkedSignal, signal } from '@angular/core';
import { listOrganisedSessions } from '@luotsi/calendar/model';
import type { Answer, Sent } from '@luotsi/platform/model';
import { ApiClient, type ProblemError } from '@luotsi/platform/web';

type Query = Sent<typeof listOrganisedSessions>['query'];
export type Desk = Answer<typeof listOrganisedSessions>;

/** The desk as it is narrowed, a page after the other. */
@Injectable()
export class DeskStore {
  private readonly client = inject(ApiClient);
  private readonly query = signal<() => Query>(() => ({}));
  private readonly first = this.client.resource(
    listOrganisedSessions,
    () => ({ query: this.query()() }),
    { injector: inject(Injector) },
  );
  private readonly pages = linkedSignal<Desk | undefined, readonly Desk[]>({
    source: this.first.latest,
    computation: (page) => (page ? [page] : []),
  });
  private readonly moreProblem = signal<ProblemError | null>(null);

  readonly loading = this.first.loading;
  readonly problem = computed(() => this.first.problem() ?? this.moreProblem() ?? undefined);
  /** The desk as a whole: what to do first, how many in each state; undefined until answered. */
  readonly desk = this.first.latest;
  readonly items = computed(() => this.pages().flatMap(({ items }) => items));
  readonly hasMore = computed(() => (this.pages().at(-1)?.nextCursor ?? null) !== null);

  /** Lists what is asked for, again whenever that changes. */
  follow(query: () => Query): void {
    this.query.set(query);
  }

  reload(): void {
    this.moreProblem.set(null);
    this.first.reload();
  }

  async more(): Promise<void> {
    const cursor = this.pages().at(-1)?.nextCursor;
    if (!cursor) return;
    try {
      const query = { ...this.query()(), cursor };
      const page = await this.client.send(listOrganisedSessions, { query });
      this.pages.update((pages) => [...pages, page]);
    } catch (thrown) {
      this.moreProblem.set(thrown as ProblemError);
    }
  }
}

import { computed, inject, Injectable, Injector, linkedSignal, signal } from '@angular/core';
import { listPeople, type PersonInList } from '@luotsi/identity/model';
import type { Sent } from '@luotsi/platform/model';
import { ApiClient, type ApiResource, type ProblemError } from '@luotsi/platform/web';
import type { Answer } from '@luotsi/platform/model';

type Query = Sent<typeof listPeople>['query'];
type Page = Answer<typeof listPeople>;

/** The list of people, a page after the other, while one types and narrows it. */
@Injectable()
export class PeopleList {
  private readonly client = inject(ApiClient);
  private readonly injector = inject(Injector);
  private readonly query = signal<() => Query>(() => ({}));
  private readonly first: ApiResource<Page> = this.client.resource(
    listPeople,
    () => ({ query: this.query()() }),
    { injector: this.injector },
  );
  private readonly pages = linkedSignal<Page | undefined, readonly Page[]>({
    source: this.first.latest,
    computation: (page) => (page ? [page] : []),
  });
  private readonly done = signal<ReadonlySet<string>>(new Set());
  private readonly moreProblem = signal<ProblemError | null>(null);

  readonly loading = this.first.loading;
  readonly problem = computed(() => this.first.problem() ?? this.moreProblem() ?? undefined);
  /** Undefined until the first answer. */
  readonly items = computed(() => {
    const pages = this.pages();
    const all = pages.flatMap(({ items }) => items);
    return pages.length === 0 ? undefined : all.filter(({ id }) => !this.done().has(id));
  });
  readonly hasMore = computed(() => this.pages().at(-1)?.nextCursor !== null);

  /** Lists what is asked for, again whenever that changes. */
  follow(query: () => Query): void {
    this.query.set(query);
  }

  /** Whether something that the person has said of themselves waits for a word. */
  awaits({ region, organisation, confirmed }: PersonInList): boolean {
    return (
      (region !== null && !confirmed.region) || (organisation !== null && !confirmed.organisation)
    );
  }

  /** The person needs no word any more. */
  settled(id: string): void {
    this.done.update((done) => new Set([...done, id]));
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
      const page = await this.client.send(listPeople, { query });
      this.pages.update((pages) => [...pages, page]);
    } catch (thrown) {
      this.moreProblem.set(thrown as ProblemError);
    }
  }
}

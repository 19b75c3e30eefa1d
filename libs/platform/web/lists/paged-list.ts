import {
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
  type Signal,
} from '@angular/core';
import type { Answer, OperationDefinition, Sent } from '@luotsi/platform/model';
import { ApiClient } from '../http/api-client';
import type { ProblemError } from '../http/problem-error';
import { lengthInHistory } from './length-in-history';

interface AnyPage {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}

type ItemOf<Page> = Page extends { readonly items: readonly (infer Item)[] } ? Item : never;

/** A list that is read a page after the other. Its signals never throw; whoever goes back to it finds it as long as it was. */
export interface PagedList<Page> {
  /** The newest first page, with what it says besides its items; undefined until answered. */
  readonly first: Signal<Page | undefined>;
  /** What has been read so far, kept while the list is read anew; undefined until answered. */
  readonly items: Signal<readonly ItemOf<Page>[] | undefined>;
  readonly hasMore: Signal<boolean>;
  /** Whether the first page is on its way. */
  readonly loading: Signal<boolean>;
  /** Whether a further page is on its way. */
  readonly busy: Signal<boolean>;
  readonly problem: Signal<ProblemError | undefined>;
  /** Reads anew, from the first page. */
  reload(): void;
  /** Reads the next page, if there is one. */
  more(): Promise<void>;
  /** Changes the items here, after a change that has been answered. */
  update(change: (items: readonly ItemOf<Page>[]) => readonly ItemOf<Page>[]): void;
}

/**
 * Lists with a GET operation that takes a `cursor` and answers `{ items, nextCursor }`, again from
 * the first page whenever the signals in `sent` change; undefined waits. To be called where the
 * page or its store is made.
 * @param sent what to ask: `() => ({ query: { state: this.state() } })`
 */
export function pagedList<Definition extends OperationDefinition>(
  definition: Definition,
  sent: () => Sent<Definition> | undefined,
): PagedList<Answer<Definition>> {
  type Item = ItemOf<Answer<Definition>>;
  const client = inject(ApiClient);
  const length = lengthInHistory(definition.id);
  const first = client.resource(definition, sent);
  const busy = signal(false);
  const shown = linkedSignal(() => {
    const page = first.latest() as AnyPage | undefined;
    return (
      page && { page, items: page.items as readonly Item[], cursor: page.nextCursor, pages: 1 }
    );
  });
  const refused = linkedSignal<ProblemError | undefined>(() => {
    first.latest();
    return undefined;
  });

  const more = async () => {
    const [before, asked] = [shown(), sent()];
    if (!before?.cursor || !asked || busy()) return;
    busy.set(true);
    refused.set(undefined);
    try {
      const query = { ...(asked as { readonly query?: object }).query, cursor: before.cursor };
      const next = (await client.send(definition, { ...asked, query })) as AnyPage;
      const items = next.items as readonly Item[];
      shown.update((now) =>
        // Narrowed or read anew meanwhile: then it has begun again.
        now?.page !== before.page
          ? now
          : {
              ...now,
              items: [...now.items, ...items],
              cursor: next.nextCursor,
              pages: now.pages + 1,
            },
      );
      length.write(shown()?.pages ?? 1);
    } catch (thrown) {
      refused.set(thrown as ProblemError);
    } finally {
      busy.set(false);
    }
  };
  // Whoever comes back finds the list as long as they left it.
  let owed = length.read();
  effect(() => {
    if (owed < 2 || !shown()) return;
    const pages = owed;
    owed = 0;
    void untracked(async () => {
      for (let page = 1; page < pages && shown()?.cursor && !refused(); page += 1) await more();
    });
  });

  return {
    first: first.latest,
    items: computed(() => shown()?.items),
    hasMore: computed(() => (shown()?.cursor ?? null) !== null),
    loading: first.loading,
    busy: busy.asReadonly(),
    problem: computed(() => first.problem() ?? refused()),
    reload: () => {
      refused.set(undefined);
      first.reload();
    },
    more,
    update: (change) => {
      shown.update((now) => now && { ...now, items: change(now.items) });
    },
  };
}

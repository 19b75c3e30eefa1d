import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { listNotices, markAllNotices, markNotice, type Notice } from '@luotsi/notice/model';
import { ApiClient, Language, ProblemError } from '@luotsi/platform/web';
import { LiveNotices } from '../live/live-notices';

const PAGE = 30;
const MOST = 100;

/** The list of one's notices: read page by page, kept up as new ones come. */
@Injectable()
export class NoticeList {
  private readonly client = inject(ApiClient);
  private readonly live = inject(LiveNotices);
  private readonly language = inject(Language);
  private readonly known = signal<readonly Notice[] | undefined>(undefined);
  private readonly next = signal<string | null>(null);
  private readonly fault = signal<ProblemError | undefined>(undefined);
  private readonly fetching = signal(false);
  private asked = 0;

  /** Only those that are unread. */
  readonly onlyUnread = signal(false);
  /** Undefined until they have been read. */
  readonly items = this.known.asReadonly();
  readonly problem = this.fault.asReadonly();
  readonly loadingMore = this.fetching.asReadonly();
  readonly isMore = computed(() => this.next() !== null);
  readonly unread = this.live.unread;

  constructor() {
    effect(() => {
      this.onlyUnread();
      this.language.current();
      this.live.changes();
      untracked(() => void this.reload());
    });
  }

  /** Reads again as much as is shown. */
  async reload(): Promise<void> {
    const turn = ++this.asked;
    const limit = Math.min(Math.max(this.known()?.length ?? 0, PAGE), MOST);
    try {
      const page = await this.read({ limit });
      if (turn !== this.asked) return;
      this.known.set(page.items);
      this.next.set(page.nextCursor);
      this.fault.set(undefined);
    } catch (thrown) {
      if (turn === this.asked) this.fault.set(thrown as ProblemError);
    }
  }

  /** Reads on where the list ends. */
  async more(): Promise<void> {
    const cursor = this.next();
    if (cursor === null || this.fetching()) return;
    const turn = ++this.asked;
    this.fetching.set(true);
    try {
      const page = await this.read({ limit: PAGE, cursor });
      if (turn !== this.asked) return;
      this.known.update((items) => [...(items ?? []), ...page.items]);
      this.next.set(page.nextCursor);
      this.fault.set(undefined);
    } catch (thrown) {
      this.fault.set(thrown as ProblemError);
    } finally {
      this.fetching.set(false);
    }
  }

  /** Marks one read or unread, here at once. */
  async mark({ id }: Notice, read: boolean): Promise<void> {
    const readAt = read ? new Date().toISOString() : null;
    this.known.update((items) =>
      items?.map((item) => (item.id === id ? { ...item, readAt } : item)),
    );
    await this.change(() => this.client.send(markNotice, { params: { id }, body: { read } }));
  }

  /** Marks all read that the reader has seen. @returns whether it was done */
  markAll(): Promise<boolean> {
    const until = this.known()?.[0]?.id;
    return this.change(() =>
      this.client.send(markAllNotices, { body: { read: true, ...(until ? { until } : {}) } }),
    );
  }

  private async change(send: () => Promise<{ unread: number }>): Promise<boolean> {
    try {
      this.live.count((await send()).unread);
      this.fault.set(undefined);
      await this.reload();
      return true;
    } catch (thrown) {
      await this.reload();
      this.fault.set(thrown as ProblemError);
      return false;
    }
  }

  private async read(more: { limit: number; cursor?: string }) {
    const unread = this.onlyUnread() ? ({ unread: 'true' } as const) : {};
    const page = await this.client.send(listNotices, { query: { ...more, ...unread } });
    this.live.count(page.unread);
    return page;
  }
}

import { effect, inject, Injectable, signal } from '@angular/core';
import { CurrentPerson } from '@luotsi/identity/web';
import type { Notice } from '@luotsi/notice/model';
import { StreamConnection, type StreamNews } from './stream-connection';

/** What is heard of one's notices while the page is open. */
@Injectable({ providedIn: 'root' })
export class LiveNotices {
  private readonly connection = inject(StreamConnection);
  private readonly person = inject(CurrentPerson).person;
  private readonly known = signal<number | undefined>(undefined);
  private readonly last = signal<Notice | undefined>(undefined);
  private readonly times = signal(0);

  /** How many are unread; undefined until it is known. */
  readonly unread = this.known.asReadonly();
  /** The notice that has come last, while the page was open. */
  readonly newest = this.last.asReadonly();
  /** Rises whenever the list isn't any more what it was. */
  readonly changes = this.times.asReadonly();

  constructor() {
    effect((stop) => {
      const id = this.person()?.id;
      if (id === undefined) return;
      stop(this.connection.open(id, (news) => this.hear(news)));
      stop(() => {
        this.known.set(undefined);
        this.last.set(undefined);
      });
    });
  }

  /** What an answer to something done here says, before the stream does. */
  count(unread: number): void {
    this.known.set(unread);
  }

  private hear({ type, data }: StreamNews): void {
    if (type === 'notice') this.last.set(data);
    if (type === 'unread') {
      const before = this.known();
      this.known.set(data.unread);
      // What was done here is known already, and so is what the list has just read.
      if (before === undefined || before === data.unread) return;
    }
    this.times.update((times) => times + 1);
  }
}

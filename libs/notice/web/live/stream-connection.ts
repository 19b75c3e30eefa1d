import { DOCUMENT, inject, Injectable } from '@angular/core';
import type { Notice, UnreadCount } from '@luotsi/notice/model';

/** What a stream tells. */
export type StreamNews =
  | { readonly type: 'notice'; readonly data: Notice; readonly cursor: string }
  | { readonly type: 'unread'; readonly data: UnreadCount; readonly cursor: string }
  | { readonly type: 'reload'; readonly data: unknown; readonly cursor: string };

const PATH = '/api/me/notices/stream';
/** How soon a stream that was refused is asked for again, and at most how late, milliseconds. */
const SOON = 5_000;
const LATE = 300_000;

/**
 * One stream of notices for all windows of a browser: the one that holds the lock has it and passes
 * on what it tells. Browsers open only six connections to a server, for all their windows.
 */
@Injectable({ providedIn: 'root' })
export class StreamConnection {
  private readonly window = inject(DOCUMENT).defaultView;

  /**
   * Begins to hear.
   * @param person whose notices; windows of other people have a channel of their own
   * @returns how to stop
   */
  open(person: string, hear: (news: StreamNews) => void): () => void {
    const window = this.window;
    if (!window || !('EventSource' in window)) return () => undefined;
    const name = `luotsi-notices-${person}`;
    const channel = 'BroadcastChannel' in window ? new BroadcastChannel(name) : undefined;
    const leaving = new AbortController();
    let last: StreamNews | undefined;
    let count: StreamNews | undefined;
    let leads = false;
    const take = (news: StreamNews) => {
      last = news;
      if (news.type === 'unread') count = news;
      hear(news);
    };
    channel?.addEventListener('message', ({ data }: MessageEvent<StreamNews | 'what?'>) => {
      if (data !== 'what?') take(data);
      else if (leads && count) channel.postMessage(count);
    });
    channel?.postMessage('what?');
    const lead = () => {
      leads = true;
      return listen(
        window as unknown as EventSourceWindow,
        () => last?.cursor,
        (news) => {
          take(news);
          channel?.postMessage(news);
        },
        leaving.signal,
      );
    };
    const { locks } = window.navigator as Partial<Navigator>;
    const led = locks ? locks.request(name, { signal: leaving.signal }, lead) : lead();
    Promise.resolve(led).catch(() => undefined);
    return () => {
      leaving.abort();
      channel?.close();
    };
  }
}

interface EventSourceWindow {
  readonly EventSource: typeof EventSource;
}

/** Holds a stream until it is stopped. The browser itself comes back when the network breaks. */
function listen(
  window: EventSourceWindow,
  cursor: () => string | undefined,
  hear: (news: StreamNews) => void,
  until: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    let wait = SOON;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      const since = cursor();
      const query = since === undefined ? '' : `?${new URLSearchParams({ since }).toString()}`;
      source = new window.EventSource(`${PATH}${query}`);
      for (const type of ['notice', 'unread', 'reload'] as const) {
        source.addEventListener(type, ({ data, lastEventId }: MessageEvent<string>) => {
          wait = SOON;
          hear({ type, data: JSON.parse(data) as never, cursor: lastEventId });
        });
      }
      source.addEventListener('error', () => {
        // Refused: the browser doesn't come back by itself. Signed out, or the service is starting.
        if (source?.readyState !== window.EventSource.CLOSED) return;
        timer = setTimeout(open, wait);
        wait = Math.min(wait * 2, LATE);
      });
    };
    until.addEventListener('abort', () => {
      clearTimeout(timer);
      source?.close();
      resolve();
    });
    open();
  });
}

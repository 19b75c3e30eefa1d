import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { setImmediate } from 'node:timers/promises';
import type { FeedSession } from './feed-session';
import { renderEvents, type RenderOptions } from './render-events';

/** Sessions rendered in a row before other requests get their turn: some 10 ms of work. */
const RENDERED_IN_A_ROW = 16;

/** Keeps each session's rendered events for as long as its revision stays the same. */
@Injectable()
export class EventTexts {
  private readonly texts = new LRUCache<string, string>({
    maxSize: 48 * 1_048_576,
    sizeCalculation: (text, key) => 2 * (text.length + key.length),
  });

  /**
   * The events of sessions, in their order. Never holds the event loop for long.
   */
  async of(sessions: readonly FeedSession[], options: RenderOptions): Promise<string[]> {
    const rendered: string[] = [];
    let inARow = 0;
    for (const session of sessions) {
      const key = `${session.id} ${session.revision} ${options.language} ${String(options.personal)}`;
      let text = this.texts.get(key);
      if (text === undefined) {
        text = renderEvents(session, options);
        this.texts.set(key, text);
        inARow += 1;
        if (inARow % RENDERED_IN_A_ROW === 0) await setImmediate();
      }
      rendered.push(text);
    }
    return rendered;
  }
}

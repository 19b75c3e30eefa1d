import { LRUCache } from 'lru-cache';
import type { LockedRow } from './enter-together';

/** How many sessions are known at a time. */
const MOST = 1_000;

/** For how long after it was read, ms. The row stays right; the database's clock may be set. */
const STAYS = 5_000;

/** A session as it is known, and what time it is by the database's clock, ms since the epoch. */
export interface KnownSession {
  readonly row: LockedRow;
  readonly now: number;
}

/**
 * Sessions as this process has last seen them, so that those who enrol in a rush needn't wait until
 * each is read again. A guess, never an answer: what is entered on it is kept only if the row is still
 * the one that was seen.
 */
export class KnownSessions {
  private readonly known = new LRUCache<string, { row: LockedRow; heard: number }>({ max: MOST });
  /** Those that others write, too: to guess would mostly be in vain. */
  private readonly shared = new LRUCache<string, true>({ max: MOST, ttl: STAYS });

  /** All of these sessions, or null when one isn't known. */
  all(ids: Iterable<string>): KnownSession[] | null {
    const time = performance.now();
    const sessions: KnownSession[] = [];
    for (const id of ids) {
      const seen = this.known.get(id);
      if (!seen || time - seen.heard > STAYS) return null;
      sessions.push({ row: seen.row, now: seen.row.at.getTime() + time - seen.heard });
    }
    return sessions;
  }

  /** Remembers how sessions stand after a transaction that read them, or that knew them. */
  remember(rows: readonly LockedRow[]): void {
    const time = performance.now();
    for (const row of rows) {
      if (this.shared.has(row.id)) continue;
      const seen = this.known.get(row.id);
      const isRead = seen?.row.at !== row.at;
      this.known.set(row.id, { row, heard: isRead ? time : seen.heard });
    }
  }

  /** What was known of these was not so. */
  wereOtherwise(ids: Iterable<string>): void {
    for (const id of ids) {
      this.known.delete(id);
      this.shared.set(id, true);
    }
  }
}

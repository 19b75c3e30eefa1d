import { LRUCache } from 'lru-cache';
import { sizeOf, type KeptFeed } from './kept-feed';

/**
 * Keeps finished feeds in memory, the least used ones making room. A feed that is being made when
 * something changes is not kept, and nobody who asks after the change gets it.
 */
export class FeedKeeper {
  private readonly kept: LRUCache<string, KeptFeed>;
  private readonly making = new Map<string, Promise<KeptFeed | null>>();

  /**
   * @param maxBytes what all kept feeds may take together
   * @param isHearing whether changes are heard; nothing is kept while they are not
   */
  constructor(
    maxBytes: number,
    private readonly isHearing: () => boolean,
  ) {
    this.kept = new LRUCache({ maxSize: maxBytes, sizeCalculation: sizeOf });
  }

  /** The kept feed of this key, if there is one that may be trusted. */
  get(key: string): KeptFeed | undefined {
    return this.isHearing() ? this.kept.get(key) : undefined;
  }

  /** The kept feed, or a new one; those who ask at the same time share the making of it. */
  async getOrMake(key: string, make: () => Promise<KeptFeed | null>): Promise<KeptFeed | null> {
    if (!this.isHearing()) return make();
    const kept = this.kept.get(key);
    if (kept) return kept;
    const already = this.making.get(key);
    if (already) return already;
    const made = make();
    this.making.set(key, made);
    try {
      const feed = await made;
      if (feed && this.making.get(key) === made && this.isHearing()) this.kept.set(key, feed);
      return feed;
    } finally {
      if (this.making.get(key) === made) this.making.delete(key);
    }
  }

  /** Drops one feed, or all when no key is given. */
  drop(key?: string): void {
    if (key === undefined) {
      this.kept.clear();
      this.making.clear();
    } else {
      this.kept.delete(key);
      this.making.delete(key);
    }
  }
}

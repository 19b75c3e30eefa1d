/**
 * Takes together what asks while others are being served: one run serves all that waited. At most
 * `lanes` runs at a time. Two things with the same key are never in different runs at once, and a key's
 * things are served in the order in which they came.
 */
export class Batches<Item, Outcome> {
  private waiting: Waiting<Item, Outcome>[] = [];
  private readonly busy = new Set<string>();
  private running = 0;

  /**
   * @param serve answers every item, in their order
   * @param keyOf what must not be served twice at once; null: nothing stands in the way
   */
  constructor(
    private readonly serve: (items: readonly Item[]) => Promise<readonly Outcome[]>,
    private readonly lanes: number,
    private readonly keyOf: (item: Item) => string | null,
    private readonly most = 200,
  ) {}

  /** Serves one item, with whatever else waits. */
  ask(item: Item): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      // Whatever arrives in the same turn of the event loop goes along.
      if (this.waiting.length === 1) setImmediate(() => this.next());
    });
  }

  private next(): void {
    if (this.running >= this.lanes || this.waiting.length === 0) return;
    const keys = new Set<string>();
    const later: Waiting<Item, Outcome>[] = [];
    const taken = this.waiting.filter((waiting, place) => {
      const key = this.keyOf(waiting.item);
      const free = place < this.most && (key === null || !this.busy.has(key));
      if (!free) later.push(waiting);
      else if (key !== null) keys.add(key);
      return free;
    });
    if (taken.length === 0) return;
    this.waiting = later;
    this.running += 1;
    for (const key of keys) this.busy.add(key);
    void this.run(taken).finally(() => {
      this.running -= 1;
      for (const key of keys) this.busy.delete(key);
      this.next();
    });
  }

  /** One run; when it fails, each of its items is tried alone, so that one can't spoil the others. */
  private async run(taken: readonly Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.serve(taken.map(({ item }) => item));
      taken.forEach(({ resolve }, place) => resolve(outcomes[place] as Outcome));
    } catch (fault) {
      if (taken.length === 1) taken[0]?.reject(fault);
      else for (const one of taken) await this.run([one]);
    }
  }
}

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (fault: unknown) => void;
}

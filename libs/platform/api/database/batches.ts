/**
 * Takes together what asks while others are being served: one run serves all that waited, in the order
 * in which it came. At most `lanes` runs at a time.
 */
export class Batches<Item, Outcome> {
  private waiting: Waiting<Item, Outcome>[] = [];
  private running = 0;

  /**
   * @param serve answers every item, in their order
   * @param most how many go into one run
   */
  constructor(
    private readonly serve: (items: readonly Item[]) => Promise<readonly Outcome[]>,
    private readonly lanes: number,
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
    const taken = this.waiting.slice(0, this.most);
    this.waiting = this.waiting.slice(this.most);
    this.running += 1;
    void this.run(taken).finally(() => {
      this.running -= 1;
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

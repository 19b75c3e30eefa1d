/** How long runs wait to be filled. */
export interface Gathering {
  /** How many are worth waiting for: a run of so many costs hardly more than one of half of them. */
  readonly upTo: number;
  /** How long at the most, ms. */
  readonly patience: number;
}

/**
 * Takes together what asks while others are being served: one run serves all that waited, in the order
 * in which it came. At most `lanes` runs at a time.
 */
export class Batches<Item, Outcome> {
  private waiting: Waiting<Item, Outcome>[] = [];
  private running = 0;
  /** How many a run waits for. */
  private expected = 0;
  private patience: NodeJS.Timeout | undefined;

  /**
   * @param serve answers every item, in their order
   * @param most how many go into one run
   * @param gathering those who were just answered ask again when there is a rush: a run then waits for
   *   as many as the last one had, instead of leaving with the half that came first. Whoever comes
   *   alone doesn't wait.
   */
  constructor(
    private readonly serve: (items: readonly Item[]) => Promise<readonly Outcome[]>,
    private readonly lanes: number,
    private readonly most = 200,
    private readonly gathering: Gathering = { upTo: 1, patience: 0 },
  ) {}

  /** Serves one item, with whatever else waits. */
  ask(item: Item): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const number = this.waiting.push({ item, resolve, reject });
      // Whatever arrives in the same turn of the event loop goes along.
      if (number === 1 || number === this.expected) setImmediate(() => this.next());
    });
  }

  private next(): void {
    if (this.running >= this.lanes || this.waiting.length === 0) return;
    if (this.waiting.length >= this.expected) return this.start();
    this.patience ??= setTimeout(() => {
      this.patience = undefined;
      this.expected = 0;
      this.next();
    }, this.gathering.patience);
  }

  private start(): void {
    clearTimeout(this.patience);
    this.patience = undefined;
    const taken = this.waiting.slice(0, this.most);
    this.waiting = this.waiting.slice(this.most);
    this.expected = Math.min(taken.length, this.gathering.upTo);
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

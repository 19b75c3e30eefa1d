/** Lets so many pieces of work go on at once; what comes after waits in the order it came. */
export class Gate {
  private readonly waiting: (() => void)[] = [];

  /** @param free how many may go on at once */
  constructor(private free: number) {}

  /** Runs `work` when there is room for it. */
  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}

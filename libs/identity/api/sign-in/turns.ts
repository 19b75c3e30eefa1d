/** Lets one piece of work at a time go on for each key; different keys don't wait for each other. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs `work` when everything taken before under the same key has ended, well or badly. */
  async take<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const mine = (this.last.get(key) ?? Promise.resolve()).then(work, work);
    this.last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(key) === mine) this.last.delete(key);
    }
  }
}

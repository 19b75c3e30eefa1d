import type { RunningJob } from './long-work';

/** How a kind of work is done. */
export interface WorkOptions {
  /** How many of the kind one process does at once; 1 unless said. */
  readonly concurrency?: number;
}

/** A kind of work and what is done with it. */
export interface Kind {
  readonly work: (data: never, job: RunningJob) => Promise<unknown>;
  readonly options: WorkOptions;
  /** Regular work: when. */
  readonly cron?: string;
}

/** What a job carries. `seen`: someone waits for it and sees its row in platform.job. */
export interface Carried {
  readonly data: unknown;
  readonly seen?: true;
}

/** The kinds of work that this process knows. */
export class Kinds {
  private readonly known = new Map<string, Kind>();

  add(name: string, kind: Kind): void {
    if (this.known.has(name)) throw new Error(`Two pieces of code want to do ${name}.`);
    this.known.set(name, kind);
  }

  /** @throws Error when nobody does it */
  get(name: string): Kind {
    const kind = this.known.get(name);
    if (!kind) throw new Error(`Nobody does ${name}.`);
    return kind;
  }

  get names(): string[] {
    return [...this.known.keys()];
  }

  isRegular(name: string): boolean {
    return this.known.get(name)?.cron !== undefined;
  }
}

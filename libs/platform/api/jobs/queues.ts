import type { PgBoss } from 'pg-boss';
import type { DataSource } from 'typeorm';
import { overPool } from './connections';
import { JOBS_SCHEMA } from './schema';

/** pg-boss on the application's connections, and its queues, each made when first needed. */
export class Queues {
  private readonly made = new Map<string, Promise<void>>();
  private opened: Promise<PgBoss> | undefined;

  /**
   * @param isWorking whether this process does jobs, and so looks after those of killed processes
   * @param tell hears of faults that nobody waits for
   */
  constructor(
    private readonly database: DataSource,
    private readonly isWorking: boolean,
    private readonly tell: (fault: unknown) => void,
  ) {}

  /** Loads the package when it is first needed. */
  open(): Promise<PgBoss> {
    this.opened ??= import('pg-boss').then(async ({ PgBoss }) => {
      const boss = new PgBoss({
        db: overPool(this.database),
        schema: JOBS_SCHEMA,
        migrate: false,
        supervise: this.isWorking,
        schedule: this.isWorking,
        superviseIntervalSeconds: 20,
        monitorIntervalSeconds: 20,
        // These take the owner's rights; PostgreSQL's own vacuum does.
        reindex: false,
        monitorVacuum: false,
      });
      boss.on('error', this.tell);
      return boss.start();
    });
    return this.opened;
  }

  /** Makes the queue of a kind, unless it is there. */
  make(kind: string): Promise<void> {
    let made = this.made.get(kind);
    if (!made) {
      made = this.makeAnew(kind);
      made.catch(() => this.made.delete(kind));
      this.made.set(kind, made);
    }
    return made;
  }

  /** Stops after what is being done, two seconds at most: the rest is for another process. */
  async close(): Promise<void> {
    const boss = await this.opened?.catch(() => undefined);
    if (!boss) return;
    await Promise.race([
      Promise.all([...this.made.keys()].map((kind) => boss.offWork(kind, { wait: true }))),
      new Promise((resolve) => setTimeout(resolve, 2_000).unref()),
    ]);
    await boss.stop({ graceful: false, close: false });
  }

  private async makeAnew(kind: string): Promise<void> {
    const boss = await this.open();
    if (await boss.getQueue(kind)) return;
    await boss.createQueue(kind, {
      retryDelay: 5,
      retryBackoff: true,
      retryDelayMax: 900,
      expireInSeconds: 6 * 3_600,
      // A process that was killed is noticed by this; its jobs go to another.
      heartbeatSeconds: 30,
      deleteAfterSeconds: 86_400,
    });
  }
}

import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { DataSource } from 'typeorm';
import { nameOfFault } from '../http/describe-fault';
import type { Carried, Kinds } from './kinds';
import { doLongWork, unseen } from './long-work';
import type { Queues } from './queues';

/** New work is announced; asking is for what was announced while nobody heard. */
const ASK_EVERY_SECONDS = 10;

/** Does what waits in the queues. */
export class Workers {
  /** @param tell hears of each job that failed */
  constructor(
    private readonly database: DataSource,
    private readonly kinds: Kinds,
    private readonly queues: Queues,
    private readonly tell: (what: string, fault: unknown) => void,
  ) {}

  /** Begins with all kinds that are known; regular work that nobody does any more is given up. */
  async begin(): Promise<void> {
    const boss = await this.queues.open();
    for (const kind of this.kinds.names) await this.beginKind(kind);
    for (const { name } of await boss.getSchedules()) {
      if (!this.kinds.isRegular(name)) await boss.unschedule(name);
    }
  }

  async beginKind(kind: string): Promise<void> {
    const boss = await this.queues.open();
    const { options, cron } = this.kinds.get(kind);
    await this.queues.make(kind);
    if (cron) {
      await boss.schedule(kind, cron, null, { tz: 'Europe/Helsinki', missed: 'once' });
    }
    await boss.work<Carried, undefined>(
      kind,
      {
        includeMetadata: true,
        pollingIntervalSeconds: ASK_EVERY_SECONDS,
        localConcurrency: options.concurrency ?? 1,
      },
      async (jobs) => {
        try {
          for (const job of jobs as JobWithMetadata<Carried>[]) await this.perform(kind, job);
        } finally {
          // There may be more of them: it asks again at once, until there is none.
          wake(boss, kind);
        }
      },
    );
  }

  /** Has the workers of a kind, or all of them, ask for work now. */
  async wake(kind: string | null): Promise<void> {
    wake(await this.queues.open(), kind);
  }

  /** Does, here and now, everything that waits and is due. */
  async doWaiting(): Promise<void> {
    const boss = await this.queues.open();
    for (let found = true; found;) {
      found = false;
      for (const kind of this.kinds.names) {
        await this.queues.make(kind);
        const jobs = await boss.fetch<Carried>(kind, { includeMetadata: true, batchSize: 20 });
        for (const job of jobs) {
          found = true;
          await this.perform(kind, job).then(
            () => boss.complete(kind, job),
            (fault: Error) => boss.fail(kind, job, { message: fault.message }),
          );
        }
      }
    }
  }

  /** @throws Error that names the fault and nothing of what it was about: pg-boss keeps it */
  private async perform(kind: string, job: JobWithMetadata<Carried | null>): Promise<void> {
    const { work } = this.kinds.get(kind);
    const data = job.data?.data as never;
    try {
      if (job.data?.seen) {
        const isLast = job.retryCount >= job.retryLimit;
        await doLongWork(this.database, job.id, isLast, (running) => work(data, running));
      } else {
        await work(data, unseen);
      }
    } catch (fault) {
      this.tell(`${kind} failed at try ${String(job.retryCount + 1)}`, fault);
      throw new Error(nameOfFault(fault));
    }
  }
}

function wake(boss: PgBoss, kind: string | null): void {
  for (const { id, name } of boss.getWipData())
    if (kind === null || kind === name) boss.notifyWorker(id);
}

import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { DataSource, EntityManager } from 'typeorm';
import { CONFIGURATION, type Configuration } from '../config/configuration';
import { Changes } from '../database/changes';
import { newId } from '../database/new-id';
import { describeFault, nameOfFault } from '../http/describe-fault';
import { overPool, within } from './connections';
import { addLongWork, doLongWork, failLostWork, unseen, type RunningJob } from './long-work';
import { JOBS_SCHEMA } from './schema';

/** How a kind of work is done. */
export interface WorkOptions {
  /** How many of the kind one process does at once; 1 unless said. */
  readonly concurrency?: number;
}

/** When and how often a job is done. */
export interface SendOptions {
  /** As long as one with this key waits to be begun, another is not added. */
  readonly key?: string;
  readonly startAfter?: Date;
  /** How often it is tried again after a fault, ever later (at most a quarter of an hour); 8. */
  readonly retryLimit?: number;
}

type Work = (data: never, job: RunningJob) => Promise<unknown>;

interface Kind {
  readonly work: Work;
  readonly options: WorkOptions;
  readonly cron?: string;
}

/** What a job carries. `seen`: someone waits for it and sees its row in platform.job. */
interface Carried {
  readonly data: unknown;
  readonly seen?: true;
}

/** Looks for long work that was lost with the process that did it. */
export const LOST_WORK = 'platform.lost-work';

/** What `Changes` calls new work; the key is the kind. */
const TOPIC = 'jobs';

/** New work is announced; asking is for what was announced while nobody heard. */
const ASK_EVERY_SECONDS = 10;

/**
 * What is done in the background: kept in PostgreSQL by pg-boss, written in the transaction that
 * causes it, done by any process of the installation (by none where LUOTSI_JOBS is false).
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Jobs.name);
  private readonly kinds = new Map<string, Kind>();
  private readonly queues = new Map<string, Promise<void>>();
  private boss: Promise<PgBoss> | undefined;
  private working: Promise<void> | undefined;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly changes: Changes,
  ) {
    this.every(LOST_WORK, '*/5 * * * *', () => failLostWork(database));
  }

  /** Says what is done with a kind of work. Call it in a module's `onModuleInit`. */
  work<Data>(
    kind: string,
    work: (data: Data, job: RunningJob) => Promise<unknown>,
    options: WorkOptions = {},
  ): void {
    this.add(kind, { work, options });
  }

  /** Regular work, once whatever the number of processes: cron in the time of Helsinki. */
  every(kind: string, cron: string, work: () => Promise<unknown>): void {
    this.add(kind, { work, options: {}, cron });
  }

  /** Adds a job in the transaction that causes it. */
  async send<Data>(
    manager: EntityManager,
    kind: string,
    data: Data,
    options: SendOptions = {},
  ): Promise<void> {
    if (options.key !== undefined && (await isWaiting(manager, kind, options.key))) return;
    await this.enqueue(manager, kind, { data }, options);
  }

  /**
   * Adds long work that a person waits for.
   * @returns its id, under which `GET /api/jobs/{id}` tells its person how far it is
   */
  async start(manager: EntityManager, kind: string, person: string, data: object): Promise<string> {
    const id = newId();
    await addLongWork(manager, { id, kind, person });
    await this.enqueue(manager, kind, { data, seen: true }, { id, retryLimit: 3 });
    return id;
  }

  /** Does, here and now, everything that waits and is due: for tests and for commands. */
  async doWaiting(): Promise<void> {
    const boss = await this.open();
    for (let found = true; found;) {
      found = false;
      for (const kind of this.kinds.keys()) {
        await this.queue(kind);
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

  /** Does a regular work here and now. */
  async doNow(kind: string): Promise<unknown> {
    return this.kindOf(kind).work(undefined as never, unseen);
  }

  onApplicationBootstrap(): void {
    if (!this.configuration.LUOTSI_JOBS) return;
    // The start doesn't wait: what is sent meanwhile is done when the workers stand.
    this.working = this.begin().catch((fault: unknown) => this.tell('Jobs could not begin', fault));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.working;
    const boss = await this.boss?.catch(() => undefined);
    // What is being done gets two seconds; what isn't done by then is for another process.
    await Promise.race([
      Promise.all([...this.kinds.keys()].map((kind) => boss?.offWork(kind, { wait: true }))),
      new Promise((resolve) => setTimeout(resolve, 2_000).unref()),
    ]);
    await boss?.stop({ graceful: false, close: false });
  }

  private add(kind: string, how: Kind): void {
    if (this.kinds.has(kind)) throw new Error(`Two pieces of code want to do ${kind}.`);
    this.kinds.set(kind, how);
    // Usually all kinds are known before the work begins.
    if (this.working) {
      this.working = this.working
        .then(() => this.open())
        .then((boss) => this.beginKind(boss, kind))
        .catch((fault: unknown) => this.tell(`${kind} could not begin`, fault));
    }
  }

  private kindOf(kind: string): Kind {
    const known = this.kinds.get(kind);
    if (!known) throw new Error(`Nobody does ${kind}.`);
    return known;
  }

  private async enqueue(
    manager: EntityManager,
    kind: string,
    carried: Carried,
    { id, startAfter, key, retryLimit = 8 }: SendOptions & { readonly id?: string },
  ): Promise<void> {
    const boss = await this.open();
    await this.queue(kind);
    await boss.send(kind, carried, {
      db: within(manager),
      retryLimit,
      ...(id ? { id } : {}),
      ...(startAfter ? { startAfter } : {}),
      ...(key ? { singletonKey: key } : {}),
    });
    await Changes.announce(manager, TOPIC, kind);
  }

  /** pg-boss on the application's connections; loaded when it is first needed. */
  private open(): Promise<PgBoss> {
    this.boss ??= import('pg-boss').then(async ({ PgBoss }) => {
      const boss = new PgBoss({
        db: overPool(this.database),
        schema: JOBS_SCHEMA,
        migrate: false,
        supervise: this.configuration.LUOTSI_JOBS,
        schedule: this.configuration.LUOTSI_JOBS,
        superviseIntervalSeconds: 20,
        monitorIntervalSeconds: 20,
        reindex: false,
        monitorVacuum: false,
      });
      boss.on('error', (fault) => this.tell('Jobs met a fault', fault));
      return boss.start();
    });
    return this.boss;
  }

  /** Makes the queue of a kind, unless it is there. */
  private queue(kind: string): Promise<void> {
    this.kindOf(kind);
    let made = this.queues.get(kind);
    if (!made) {
      made = this.makeQueue(kind);
      made.catch(() => this.queues.delete(kind));
      this.queues.set(kind, made);
    }
    return made;
  }

  private async makeQueue(kind: string): Promise<void> {
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

  private async begin(): Promise<void> {
    const boss = await this.open();
    for (const kind of this.kinds.keys()) await this.beginKind(boss, kind);
    for (const { name } of await boss.getSchedules()) {
      if (!this.kinds.get(name)?.cron) await boss.unschedule(name);
    }
    await this.changes.listen(TOPIC, (kind) => wake(boss, kind));
  }

  private async beginKind(boss: PgBoss, kind: string): Promise<void> {
    const { options, cron } = this.kindOf(kind);
    await this.queue(kind);
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

  /** @throws Error that names the fault and nothing of what it was about: pg-boss keeps it */
  private async perform(kind: string, job: JobWithMetadata<Carried | null>): Promise<void> {
    const { work } = this.kindOf(kind);
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

  private tell(what: string, fault: unknown): void {
    this.logger.error(`${what}: ${describeFault(fault)}`);
  }
}

/** Has the workers of a kind, or all of them, ask for work now. */
function wake(boss: PgBoss, kind: string | null): void {
  for (const { id, name } of boss.getWipData())
    if (kind === null || kind === name) boss.notifyWorker(id);
}

/**
 * Whether a job with the key waits. The row stays locked until the transaction ends, so that nobody
 * begins it before what is written now can be seen; where another transaction holds it, a second
 * job is added instead of waiting for the first.
 */
async function isWaiting(manager: EntityManager, kind: string, key: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT FROM ${JOBS_SCHEMA}.job
     WHERE name = $1 AND singleton_key = $2 AND state < 'active' LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [kind, key],
  );
  return rows.length > 0;
}

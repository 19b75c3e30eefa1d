import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { CONFIGURATION, type Configuration } from '../config/configuration';
import { Changes } from '../database/changes';
import { newId } from '../database/new-id';
import { describeFault } from '../http/describe-fault';
import { within } from './connections';
import { Kinds, type Carried, type Kind, type WorkOptions } from './kinds';
import { addLongWork, failLostWork, unseen, type RunningJob } from './long-work';
import { Queues } from './queues';
import { JOBS_SCHEMA } from './schema';
import { Workers } from './workers';

/** When and how often a job is done. */
export interface SendOptions {
  /** As long as one with this key waits to be begun, another is not added. */
  readonly key?: string;
  readonly startAfter?: Date;
  /** How often it is tried again after a fault, ever later (at most a quarter of an hour); 8. */
  readonly retryLimit?: number;
}

/** Looks for long work that was lost with the process that did it. */
export const LOST_WORK = 'platform.lost-work';

/** What `Changes` calls new work; the key is the kind. */
const TOPIC = 'jobs';

/**
 * What is done in the background: kept in PostgreSQL by pg-boss, written in the transaction that
 * causes it, done by any process of the installation (by none where LUOTSI_JOBS is false).
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Jobs.name);
  private readonly kinds = new Kinds();
  private readonly queues: Queues;
  private readonly workers: Workers;
  private working: Promise<void> | undefined;

  constructor(
    @InjectDataSource() database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly changes: Changes,
  ) {
    const tell = (what: string, fault: unknown) => this.tell(what, fault);
    this.queues = new Queues(database, configuration.LUOTSI_JOBS, (fault) =>
      tell('Jobs met a fault', fault),
    );
    this.workers = new Workers(database, this.kinds, this.queues, tell);
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
  doWaiting(): Promise<void> {
    return this.workers.doWaiting();
  }

  /** Does a regular work here and now. */
  doNow(kind: string): Promise<unknown> {
    return this.kinds.get(kind).work(undefined as never, unseen);
  }

  onApplicationBootstrap(): void {
    if (!this.configuration.LUOTSI_JOBS) return;
    // The start doesn't wait: what is sent meanwhile is done when the workers stand.
    this.working = this.workers
      .begin()
      .then(() => this.changes.listen(TOPIC, (kind) => void this.workers.wake(kind)))
      .catch((fault: unknown) => this.tell('Jobs could not begin', fault));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.working;
    await this.queues.close();
  }

  private add(name: string, kind: Kind): void {
    this.kinds.add(name, kind);
    // Usually all kinds are known before the work begins.
    this.working = this.working
      ?.then(() => this.workers.beginKind(name))
      .catch((fault: unknown) => this.tell(`${name} could not begin`, fault));
  }

  private async enqueue(
    manager: EntityManager,
    kind: string,
    carried: Carried,
    { id, startAfter, key, retryLimit = 8 }: SendOptions & { readonly id?: string },
  ): Promise<void> {
    this.kinds.get(kind);
    const boss = await this.queues.open();
    await this.queues.make(kind);
    await boss.send(kind, carried, {
      db: within(manager),
      retryLimit,
      ...(id ? { id } : {}),
      ...(startAfter ? { startAfter } : {}),
      ...(key ? { singletonKey: key } : {}),
    });
    await Changes.announce(manager, TOPIC, kind);
  }

  private tell(what: string, fault: unknown): void {
    this.logger.error(`${what}: ${describeFault(fault)}`);
  }
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

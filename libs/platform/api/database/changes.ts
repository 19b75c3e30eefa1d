import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { CONFIGURATION, type Configuration } from '../config/configuration';
import type { EntityManager } from 'typeorm';
import { appConnection } from './connections';

/** A message of NOTIFY holds 8,000 bytes: so many UUIDs fit in one, with the topic before them. */
const KEYS_IN_MESSAGE = 200;

/** Called with the key of what changed, or with null when anything may have changed. */
export type ChangeListener = (key: string | null) => void;

/**
 * Tells every process of the API what has changed, through PostgreSQL's LISTEN and NOTIFY, so that
 * what is kept in memory can be dropped. A lost connection drops everything.
 */
@Injectable()
export class Changes implements OnApplicationShutdown {
  /** PostgreSQL's channel, for a statement that announces `messages` by itself. */
  static readonly CHANNEL = 'luotsi_changes';

  /** What is announced of a topic, `topic key,key`: as few messages as the keys (UUIDs) fit in. */
  static messages(topic: string, keys: readonly string[]): string[] {
    return Array.from({ length: Math.ceil(keys.length / KEYS_IN_MESSAGE) }, (_, turn) => {
      const some = keys.slice(turn * KEYS_IN_MESSAGE, (turn + 1) * KEYS_IN_MESSAGE);
      return `${topic} ${some.join(',')}`;
    });
  }

  private readonly logger = new Logger(Changes.name);
  private readonly listeners = new Map<string, Set<ChangeListener>>();
  private client: Client | undefined;
  private connecting: Promise<void> | undefined;
  private stopped = false;

  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  /**
   * Announces a change within the transaction that makes it: others hear of it when it commits.
   * Call `changedHere` after the commit so that this process answers nothing old.
   */
  static async announce(manager: EntityManager, topic: string, key: string): Promise<void> {
    await manager.query('SELECT pg_notify($1, $2)', [Changes.CHANNEL, `${topic} ${key}`]);
  }

  /** Drops what this very process keeps, before the write that changed it is answered. */
  changedHere(topic: string, key: string | null): void {
    for (const listener of this.listeners.get(topic) ?? []) listener(key);
  }

  /** Listens for changes of a topic; resolves when the connection stands. */
  async listen(topic: string, listener: ChangeListener): Promise<void> {
    const known = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, known.add(listener));
    this.connecting ??= this.connect();
    await this.connecting;
  }

  /** Whether changes are heard at the moment; what is kept may be trusted only then. */
  get hearing(): boolean {
    return this.client !== undefined;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    const client = this.client;
    this.client = undefined;
    await client?.end();
  }

  private async connect(): Promise<void> {
    if (this.stopped) return;
    const client = new Client({
      ...appConnection(this.configuration.DATABASE_URL, 'luotsi changes'),
      keepAlive: true,
    });
    let lost = false;
    const lose = () => {
      if (lost) return;
      lost = true;
      this.client = undefined;
      this.dropEverything();
      client.end().catch(() => undefined);
      if (!this.stopped) setTimeout(() => void this.connect(), 500).unref();
    };
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', ({ payload }) => {
      const [topic = '', keys = ''] = (payload ?? '').split(' ', 2);
      for (const key of keys.split(',')) this.changedHere(topic, key);
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${Changes.CHANNEL}`);
      if (this.stopped) return void (await client.end());
      this.client = client;
      this.dropEverything();
    } catch {
      this.logger.warn('The connection that hears of changes is lost; trying again.');
      lose();
    }
  }

  private dropEverything(): void {
    for (const topic of this.listeners.keys()) this.changedHere(topic, null);
  }
}

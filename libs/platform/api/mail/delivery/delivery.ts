import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { CONFIGURATION, type Configuration } from '../../config/configuration';
import { Changes } from '../../database/changes';
import { describeFault } from '../../http/describe-fault';
import { MAIL } from '../mail';
import { senderOf } from '../sender';
import { tryToLead, type Leadership } from './leadership';
import { MailClock } from './mail-clock';
import { Outbox } from './outbox';
import { Round } from './round';

/** How often a process that does not deliver looks whether it should. Milliseconds. */
const STAND_BY = 2_000;

/** New letters are announced; the outbox is asked for what nobody heard of. Milliseconds. */
const ASK_EVERY = 15_000;

/** What is under way when the process ends gets this long. Milliseconds. */
const LAST_WORDS = 2_500;

/**
 * Delivers what is in the outbox to the mail server of SMTP_URL. One process of an installation
 * does it, the others stand by.
 */
@Injectable()
export class Delivery implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Delivery.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private wake: () => void = () => undefined;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly changes: Changes,
    private readonly clock: MailClock,
  ) {}

  onApplicationBootstrap(): void {
    const { LUOTSI_JOBS, SMTP_URL } = this.configuration;
    if (LUOTSI_JOBS && SMTP_URL) this.running = this.run(SMTP_URL);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
  }

  private async run(url: string): Promise<void> {
    await this.changes.listen(MAIL, () => this.wake());
    while (!this.stopping.signal.aborted) {
      const leadership = await tryToLead(this.configuration.DATABASE_URL);
      if (leadership) {
        await this.lead(url, leadership).catch((fault: unknown) => {
          this.logger.error(`Delivering met a fault: ${describeFault(fault)}`);
        });
        await leadership.resign();
      }
      if (!this.stopping.signal.aborted) await this.rest(STAND_BY);
    }
  }

  /** Delivers until the process ends or another one may have become the one who does. */
  private async lead(url: string, leadership: Leadership): Promise<void> {
    const { MailServer } = await import('./mail-server');
    const server = new MailServer(url, senderOf(this.configuration));
    const outbox = new Outbox(this.database, this.clock);
    const round = new Round(outbox, server, this.clock, {
      done: () => this.wake(),
      trouble: (answer) => this.tell(answer),
    });
    let isLost = false;
    void leadership.lost.then(() => {
      isLost = true;
      this.wake();
    });
    try {
      while (!isLost && !this.stopping.signal.aborted) {
        // Before looking, so that what comes meanwhile is not missed.
        const woken = this.nextWake();
        const pause = await round.goOn();
        const retry = pause || !round.isIdle ? null : await outbox.nextRetry();
        await this.rest(pause || Math.min(ASK_EVERY, retry ?? ASK_EVERY), woken);
      }
    } finally {
      const ended = round.stop();
      if (!isLost) await Promise.race([ended, sleep(LAST_WORDS, undefined, { ref: false })]);
      server.close();
      await ended;
    }
  }

  /** Waits for a while (milliseconds of the clock), or until woken. */
  private async rest(milliseconds: number, woken = this.nextWake()): Promise<void> {
    const waiting = new AbortController();
    const { signal } = waiting;
    // A timer drops what is less than a millisecond, and nothing is due before its time.
    const asleep = sleep(Math.ceil(this.clock.wait(milliseconds)), undefined, { signal });
    await Promise.race([woken, asleep.catch(() => undefined)]);
    waiting.abort();
  }

  private nextWake(): Promise<void> {
    return new Promise((resolve) => (this.wake = resolve));
  }

  private tell(trouble: string | null): void {
    if (trouble === null) this.logger.log('The mail server takes letters again.');
    else this.logger.warn(`The mail server takes no letters (${trouble}); they wait.`);
  }
}

import { ProblemException } from '@luotsi/platform/api';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';

/** How many times, within how many seconds of the first. */
export interface Limit {
  readonly points: number;
  readonly duration: number;
}

/**
 * Counts what anybody may do some times and not for ever, in PostgreSQL. What has expired is deleted
 * by the nightly retention, besides.
 * @param name stands before the keys, so that several limits share the table
 */
export class Counter {
  private readonly limiter: RateLimiterPostgres;

  constructor(
    database: DataSource,
    name: string,
    limit: Limit,
    private readonly problem: string,
  ) {
    this.limiter = new RateLimiterPostgres({
      ...limit,
      storeClient: database,
      storeType: 'typeorm',
      schemaName: 'identity',
      tableName: 'letter_count',
      tableCreated: true,
      keyPrefix: name,
      clearExpiredByTimeout: name === 'account',
    });
  }

  /** @throws ProblemException the counter's, with the seconds and minutes to wait */
  async count(key: string): Promise<void> {
    try {
      await this.limiter.consume(key);
    } catch (refused) {
      throw refused instanceof RateLimiterRes ? this.pausedFor(refused) : refused;
    }
  }

  /** Counts nothing. @throws ProblemException the counter's, when there is nothing left to count */
  async check(key: string): Promise<void> {
    const counted = await this.limiter.get(key);
    if (counted && counted.consumedPoints >= this.limiter.points) throw this.pausedFor(counted);
  }

  private pausedFor({ msBeforeNext }: RateLimiterRes): ProblemException {
    const seconds = Math.max(1, Math.ceil(msBeforeNext / 1_000));
    return new ProblemException(this.problem, { seconds, minutes: Math.ceil(seconds / 60) });
  }
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ProblemException } from '@luotsi/platform/api';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { LimitKeys } from './limit-keys';

/** How many letters may be asked for, within how many seconds of the first. */
const limits = {
  /** To one address of e-mail: nobody's mailbox is filled with letters that they did not ask for. */
  account: { points: 5, duration: 3_600 },
  /** From one network address: a class that registers together, and some of them twice. */
  address: { points: 200, duration: 3_600 },
} as const;

/**
 * Counts the letters that anybody may ask for (confirming, choosing a new password, changing the
 * address), in PostgreSQL, the same way whether or not there is an account.
 */
@Injectable()
export class LetterLimit {
  private readonly account: RateLimiterPostgres;
  private readonly address: RateLimiterPostgres;

  constructor(
    @InjectDataSource() database: DataSource,
    private readonly keys: LimitKeys,
  ) {
    const limiter = (name: keyof typeof limits) =>
      new RateLimiterPostgres({
        ...limits[name],
        storeClient: database,
        storeType: 'typeorm',
        schemaName: 'identity',
        tableName: 'letter_count',
        tableCreated: true,
        keyPrefix: name,
        clearExpiredByTimeout: name === 'account',
      });
    this.account = limiter('account');
    this.address = limiter('address');
  }

  /**
   * Counts one letter to an address, asked for from another.
   * @throws ProblemException `letters-paused` with the seconds and minutes to wait
   */
  async count(email: string, ip: string): Promise<void> {
    const { account, address } = await this.keys.of(email, ip);
    await Promise.all([consume(this.account, account), consume(this.address, address)]);
  }
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
    throw new ProblemException('letters-paused', { seconds, minutes: Math.ceil(seconds / 60) });
  }
}

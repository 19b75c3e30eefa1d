import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ProblemException } from '@luotsi/platform/api';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { LimitKeys } from '../limits/limit-keys';

/** From one network, within an hour: a whole class may tell of the same obstacle, a script may not. */
const LIMIT = { points: 30, duration: 3_600 };

/** Keeps those who need no account from filling the box. No address is kept, only its keyed hash. */
@Injectable()
export class FeedbackLimit {
  private readonly limiter: RateLimiterPostgres;

  constructor(
    @InjectDataSource() database: DataSource,
    private readonly keys: LimitKeys,
  ) {
    this.limiter = new RateLimiterPostgres({
      ...LIMIT,
      storeClient: database,
      storeType: 'typeorm',
      schemaName: 'identity',
      tableName: 'letter_count',
      tableCreated: true,
      keyPrefix: 'feedback',
      clearExpiredByTimeout: false,
    });
  }

  /** @throws ProblemException `too-much-feedback` */
  async count(ip: string): Promise<void> {
    try {
      await this.limiter.consume((await this.keys.of('', ip)).address);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new ProblemException('too-much-feedback');
    }
  }
}

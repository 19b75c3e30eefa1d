import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Counter } from '../limits/counter';
import { LimitKeys } from '../limits/limit-keys';

/** From one network, within an hour: a whole class may tell of the same obstacle, a script may not. */
const LIMIT = { points: 30, duration: 3_600 };

/** Keeps those who need no account from filling the box. No address is kept, only its keyed hash. */
@Injectable()
export class FeedbackLimit {
  private readonly counter: Counter;

  constructor(
    @InjectDataSource() database: DataSource,
    private readonly keys: LimitKeys,
  ) {
    this.counter = new Counter(database, 'feedback', LIMIT, 'too-much-feedback');
  }

  /** @throws ProblemException `too-much-feedback` with the seconds to wait */
  async count(ip: string): Promise<void> {
    await this.counter.count((await this.keys.of('', ip)).address);
  }
}

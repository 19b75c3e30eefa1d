import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Counter } from './counter';
import { LimitKeys } from './limit-keys';

/**
 * From one network, within a quarter of an hour: a class of forty that signs in together, each of
 * them five times. Nothing has failed yet when one departs, so this is all that can be counted.
 */
const LIMIT = { points: 200, duration: 900 };

/** Keeps a script from filling the table of sign-ins that are on their way through a provider. */
@Injectable()
export class DepartureLimit {
  private readonly counter: Counter;

  constructor(
    @InjectDataSource() database: DataSource,
    private readonly keys: LimitKeys,
  ) {
    this.counter = new Counter(database, 'departure', LIMIT, 'departures-paused');
  }

  /** @throws ProblemException `departures-paused` with the seconds and minutes to wait */
  async count(ip: string): Promise<void> {
    await this.counter.count((await this.keys.of('', ip)).address);
  }
}

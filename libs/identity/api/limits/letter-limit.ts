import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Counter } from './counter';
import { LimitKeys } from './limit-keys';

/** To one address of e-mail: nobody's mailbox is filled with letters that they did not ask for. */
const ACCOUNT = { points: 5, duration: 3_600 };

/** From one network address: a class that registers together, and some of them twice. */
const ADDRESS = { points: 200, duration: 3_600 };

/**
 * Counts the letters that anybody may ask for (confirming, choosing a new password, changing the
 * address), in PostgreSQL, the same way whether or not there is an account.
 */
@Injectable()
export class LetterLimit {
  private readonly account: Counter;
  private readonly address: Counter;

  constructor(
    @InjectDataSource() database: DataSource,
    private readonly keys: LimitKeys,
  ) {
    this.account = new Counter(database, 'account', ACCOUNT, 'letters-paused');
    this.address = new Counter(database, 'address', ADDRESS, 'letters-paused');
  }

  /**
   * Counts one letter to an address, asked for from another.
   * @throws ProblemException `letters-paused` with the seconds and minutes to wait
   */
  async count(email: string, ip: string): Promise<void> {
    const { account, address } = await this.keys.of(email, ip);
    await Promise.all([this.account.count(account), this.address.count(address)]);
  }
}

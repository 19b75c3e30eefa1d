import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { refuse, type Refusal } from '@luotsi/platform/model';
import { createHmac } from 'node:crypto';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { AUTH, type Auth } from '../session/better-auth';
import { networkAddress } from './network-address';
import { Turns } from './turns';

/** How many failures are too many, within how many seconds of the first. */
const limits = {
  /** One account from one address: who has forgotten, or guesses. */
  here: { points: 5, duration: 900 },
  /** One account from anywhere: who guesses from many addresses. High, or anybody could lock it. */
  account: { points: 30, duration: 900 },
  /** One address, any account: who tries one password on many. A school or an office shares one. */
  address: { points: 100, duration: 900 },
} as const;

type Limit = keyof typeof limits;

/**
 * Counts failed sign-ins in PostgreSQL, by account and by address; success counts nothing, so any
 * number of people behind one address get in at once. Neither e-mails nor addresses are kept, only
 * keyed hashes of them.
 */
@Injectable()
export class SignInLimit {
  private readonly turns = new Turns();
  private readonly limiters: Readonly<Record<Limit, RateLimiterPostgres>>;

  constructor(
    @InjectDataSource() database: DataSource,
    @Inject(AUTH) private readonly auth: Auth,
  ) {
    const limiter = (name: Limit) =>
      new RateLimiterPostgres({
        ...limits[name],
        storeClient: database,
        storeType: 'typeorm',
        schemaName: 'identity',
        tableName: 'sign_in_failure',
        tableCreated: true,
        keyPrefix: name,
        clearExpiredByTimeout: name === 'here',
      });
    this.limiters = {
      here: limiter('here'),
      account: limiter('account'),
      address: limiter('address'),
    };
  }

  /**
   * Lets an attempt go on unless too many have failed before it. Attempts on one account take
   * turns, so that a burst of guesses is counted one by one.
   * @param attempt resolves to null when the e-mail or the password is wrong
   * @returns what the attempt returned, or a refusal with the seconds and minutes to wait
   */
  async watch<Result>(
    email: string,
    ip: string,
    attempt: () => Promise<Result | null>,
  ): Promise<Result | Refusal<'sign-in-paused'> | null> {
    const keys = await this.keys(email, ip);
    return this.turns.take(keys.account, async () => {
      const wait = await this.waitFor(keys);
      if (wait > 0) {
        return refuse('sign-in-paused', { seconds: wait, minutes: Math.ceil(wait / 60) });
      }
      const result = await attempt();
      if (result === null) await this.each((name) => this.limiters[name].penalty(keys[name]));
      else await Promise.all([this.clear('here', keys), this.clear('account', keys)]);
      return result;
    });
  }

  /** Seconds until the next attempt is let go on; 0 when it may at once. */
  private async waitFor(keys: Readonly<Record<Limit, string>>): Promise<number> {
    const waits = await this.each(async (name) => {
      const failures = await this.limiters[name].get(keys[name]);
      if (!failures || failures.consumedPoints < limits[name].points) return 0;
      return Math.max(1, Math.ceil(failures.msBeforeNext / 1_000));
    });
    return Math.max(...waits);
  }

  private async clear(name: Limit, keys: Readonly<Record<Limit, string>>): Promise<void> {
    await this.limiters[name].delete(keys[name]);
  }

  private each<Result>(work: (name: Limit) => Promise<Result>): Promise<Result[]> {
    return Promise.all((Object.keys(limits) as Limit[]).map(work));
  }

  private async keys(email: string, ip: string): Promise<Record<Limit, string>> {
    const { secret } = await this.auth.$context;
    const hash = (...parts: string[]) =>
      createHmac('sha256', secret).update(parts.join(' ')).digest('base64url');
    const address = networkAddress(ip);
    return { here: hash(email, address), account: hash(email), address: hash(address) };
  }
}

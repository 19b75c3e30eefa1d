import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { refuse, type Refusal } from '@luotsi/platform/model';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { LimitKeys } from '../limits/limit-keys';
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
type Keys = Readonly<Record<Limit, string>>;

/** Whoever has just chosen a new password gets in past what others at their address have failed. */
const PARDON = { points: 1, duration: 900 } as const;

/**
 * Counts failed sign-ins in PostgreSQL, by account and by address; success counts nothing, so any
 * number of people behind one address get in at once. Neither e-mails nor addresses are kept, only
 * keyed hashes of them.
 */
@Injectable()
export class SignInLimit {
  private readonly turns = new Turns();
  private readonly limiters: Readonly<Record<Limit, RateLimiterPostgres>>;
  private readonly pardons: RateLimiterPostgres;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly limitKeys: LimitKeys,
  ) {
    const limiter = (name: string, limit: { points: number; duration: number }) =>
      new RateLimiterPostgres({
        ...limit,
        storeClient: database,
        storeType: 'typeorm',
        schemaName: 'identity',
        tableName: 'sign_in_failure',
        tableCreated: true,
        keyPrefix: name,
        clearExpiredByTimeout: name === 'here',
      });
    this.limiters = {
      here: limiter('here', limits.here),
      account: limiter('account', limits.account),
      address: limiter('address', limits.address),
    };
    this.pardons = limiter('pardon', PARDON);
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
    const keys = await this.limitKeys.of(email, ip);
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

  /**
   * The way back for whoever was locked out: an account whose owner has chosen a new password by a
   * link in a letter begins anew, from every address.
   */
  async pardon(email: string): Promise<void> {
    const { account } = await this.limitKeys.of(email, '');
    await this.limiters.account.delete(account);
    await this.database.query(
      `DELETE FROM identity.sign_in_failure WHERE starts_with(key, 'here:' || $1 || '.')`,
      [account],
    );
    await this.pardons.set(account, 1, PARDON.duration);
  }

  /** Seconds until the next attempt is let go on; 0 when it may at once. */
  private async waitFor(keys: Keys): Promise<number> {
    const pardoned = (await this.pardons.get(keys.account)) !== null;
    const waits = await this.each(async (name) => {
      if (pardoned && name === 'address') return 0;
      const failures = await this.limiters[name].get(keys[name]);
      if (!failures || failures.consumedPoints < limits[name].points) return 0;
      return Math.max(1, Math.ceil(failures.msBeforeNext / 1_000));
    });
    return Math.max(...waits);
  }

  private async clear(name: Limit, keys: Keys): Promise<void> {
    await this.limiters[name].delete(keys[name]);
  }

  private each<Result>(work: (name: Limit) => Promise<Result>): Promise<Result[]> {
    return Promise.all((Object.keys(limits) as Limit[]).map(work));
  }
}

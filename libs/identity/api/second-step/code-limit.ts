import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { refuse, type Refusal } from '@luotsi/platform/model';
import { createHmac } from 'node:crypto';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { AUTH, type Auth } from '../session/better-auth';
import { Turns } from '../sign-in/turns';

/**
 * How many wrong codes are too many, within how many seconds of the first. Three of a million codes
 * are right at a time: at twenty a day, someone with the password guesses one in 45 years on average.
 */
const limits = {
  totp: [
    { name: 'code', points: 5, duration: 900 },
    { name: 'codes', points: 20, duration: 86_400 },
  ],
  // 50 bits can't be guessed; this only spares the processor. It is the way back in for the other.
  'recovery-code': [{ name: 'recovery', points: 10, duration: 900 }],
} as const;

type Kind = keyof typeof limits;

/** What came of an attempt; `last`: wrong, and the last one for a while. */
export type Attempt = 'right' | 'wrong' | 'last' | Refusal<'second-step-paused'>;

/** Counts wrong codes by account in PostgreSQL; each kind of code by itself. */
@Injectable()
export class CodeLimit {
  private readonly turns = new Turns();
  private readonly limiters: Readonly<Record<Kind, readonly RateLimiterPostgres[]>>;

  constructor(
    @InjectDataSource() database: DataSource,
    @Inject(AUTH) private readonly auth: Auth,
  ) {
    const limitersOf = (kind: Kind) =>
      limits[kind].map(
        ({ name, points, duration }) =>
          new RateLimiterPostgres({
            points,
            duration,
            storeClient: database,
            storeType: 'typeorm',
            schemaName: 'identity',
            tableName: 'sign_in_failure',
            tableCreated: true,
            keyPrefix: name,
            clearExpiredByTimeout: false,
          }),
      );
    this.limiters = { totp: limitersOf('totp'), 'recovery-code': limitersOf('recovery-code') };
  }

  /** Lets an attempt go on unless too many have failed; attempts on one account take turns. */
  async watch(person: string, kind: Kind, attempt: () => Promise<boolean>): Promise<Attempt> {
    const { secret } = await this.auth.$context;
    const key = createHmac('sha256', secret).update(`second step ${person}`).digest('base64url');
    return this.turns.take(key, async () => {
      const wait = await this.waitFor(kind, key);
      if (wait > 0) {
        return refuse('second-step-paused', { seconds: wait, minutes: Math.ceil(wait / 60) });
      }
      const right = await attempt();
      if (right) {
        // The day's failures stay: whoever guesses would otherwise start anew at each sign-in.
        await this.limiters[kind][0]?.delete(key);
        return 'right';
      }
      const counted = await Promise.all(
        this.limiters[kind].map(async (limiter) => {
          const { consumedPoints } = await limiter.penalty(key);
          return consumedPoints === limiter.points;
        }),
      );
      return counted.includes(true) ? 'last' : 'wrong';
    });
  }

  private async waitFor(kind: Kind, key: string): Promise<number> {
    const waits = await Promise.all(
      this.limiters[kind].map(async (limiter) => {
        const failures = await limiter.get(key);
        if (!failures || failures.consumedPoints < limiter.points) return 0;
        return Math.max(1, Math.ceil(failures.msBeforeNext / 1_000));
      }),
    );
    return Math.max(...waits);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  CONFIGURATION,
  installationSecret,
  ProblemException,
  publicOrigin,
  type Configuration,
} from '@luotsi/platform/api';
import { createHmac } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';

/** Seconds that a code is shown for. */
const PERIOD = 30;

/** A code counts for the step before and after its own: one reads, types, and the screen moves on. */
const WINDOW = 1;

/** How many steps back a code is known again as one that has been shown: a quarter of an hour. */
const REMEMBERED = 30;

/**
 * How many codes someone may try within how many seconds. Three of a million are right at a time, so
 * whoever guesses all day long is found in one case of three hundred and fifty.
 */
const TRIES = { points: 10, duration: 900 };

/**
 * The code that shows who is in the room: another each half minute, so that a picture of it is soon
 * worth nothing. RFC 6238 over a secret of the meeting, which is derived from the installation's and
 * stands nowhere: every process shows the same code, and there is nothing to leak or to clean up.
 */
@Injectable()
export class AttendanceCodes {
  private readonly tries: RateLimiterPostgres;
  private installation: Promise<string> | undefined;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {
    this.tries = new RateLimiterPostgres({
      ...TRIES,
      storeClient: database,
      storeType: 'typeorm',
      schemaName: 'calendar',
      tableName: 'attendance_code_failure',
      tableCreated: true,
      keyPrefix: 'person',
      clearExpiredByTimeout: false,
    });
  }

  /**
   * What the screen shows at a time, in milliseconds. Its address is short, so that the squares are
   * large enough for the back row: a meeting is named by its place among those of the session.
   * @param place from 1; null where there is only one meeting
   */
  async shown(session: string, meeting: string, now: number, place: number | null = null) {
    const code = (await this.totp(meeting)).generate({ timestamp: now });
    const step = PERIOD * 1_000;
    return {
      code,
      expires: new Date((Math.floor(now / step) + 1) * step).toISOString(),
      period: PERIOD,
      url: `${publicOrigin(this.configuration)}/sessions/${session}/attend?${place === null ? '' : `m=${String(place)}&`}code=${code}`,
    };
  }

  /**
   * Makes sure that a code is one that the screen shows, or showed a moment ago. Wrong ones are
   * counted by person; attempts that come at once are counted before they are looked at.
   * @throws ProblemException `attendance-code-wrong`, `-changed`, `-paused`
   */
  async check(meeting: string, person: string, code: string, now: number): Promise<void> {
    const key = await this.keyed(`tries ${person}`, 'base64url');
    await this.count(key);
    if (await this.holds(meeting, code, now)) return void (await this.tries.delete(key));
    const token = code.replace(/\s/g, '');
    const totp = await this.totp(meeting);
    if (/^\d{6}$/.test(token)) {
      if (
        totp.validate({
          token,
          timestamp: now - REMEMBERED * PERIOD * 500,
          window: REMEMBERED / 2,
        }) !== null
      )
        throw new ProblemException('attendance-code-changed');
    }
    throw new ProblemException('attendance-code-wrong');
  }

  /** Whether a code is one that the screen shows, or showed a moment ago. Nothing is counted. */
  async holds(meeting: string, code: string, now: number): Promise<boolean> {
    const token = code.replace(/\s/g, '');
    const totp = await this.totp(meeting);
    return (
      /^\d{6}$/.test(token) && totp.validate({ token, timestamp: now, window: WINDOW }) !== null
    );
  }

  private async count(key: string): Promise<void> {
    try {
      await this.tries.consume(key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
      throw new ProblemException('attendance-code-paused', {
        seconds,
        minutes: Math.ceil(seconds / 60),
      });
    }
  }

  private async totp(meeting: string): Promise<TOTP> {
    const secret = Secret.fromHex(await this.keyed(`code ${meeting}`, 'hex'));
    return new TOTP({ secret, algorithm: 'SHA256', digits: 6, period: PERIOD });
  }

  private async keyed(what: string, as: 'hex' | 'base64url'): Promise<string> {
    this.installation ??= installationSecret(this.database);
    return createHmac('sha256', await this.installation)
      .update(`attendance ${what}`)
      .digest(as);
  }
}

import { Injectable } from '@nestjs/common';

/**
 * The time that passes for whoever delivers letters. All waits are told in its milliseconds; a test
 * lets it run faster than the clock on the wall, so that an hour's waits can be gone through.
 */
@Injectable()
export class MailClock {
  /** How many of its milliseconds pass in one on the wall. */
  readonly pace: number = 1;

  /** Milliseconds since some moment. */
  now(): number {
    return performance.now() * this.pace;
  }

  /** How long a wait of its milliseconds takes on the wall, milliseconds. */
  wait(milliseconds: number): number {
    return milliseconds / this.pace;
  }
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Counter } from './counter';
import { LimitKeys } from './limit-keys';

/** From one network, within a quarter of an hour: slips of the pen of a whole office, no script's guesses. */
const LIMIT = { points: 60, duration: 900 };

/** Lets anybody look something up by a code, as long as they don't guess. */
export interface GuessLimit {
  /**
   * Looks up what a code opens. Only what opens nothing is counted, so any number of people behind one
   * address look up what there is; whoever has guessed too often is told nothing more for a while.
   * @returns what was found; null: nothing
   * @throws ProblemException the limit's, with the seconds and minutes to wait
   */
  watch<Found>(ip: string, look: () => Promise<Found | null>): Promise<Found | null>;
}

/** Limits for what is public to whoever has its code. No address is kept, only its keyed hash. */
@Injectable()
export class GuessLimits {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly keys: LimitKeys,
  ) {}

  /**
   * The limit of one kind of code.
   * @param name of its counter
   * @param problem what is said once there were too many
   */
  of(name: string, problem: string): GuessLimit {
    const counter = new Counter(this.database, name, LIMIT, problem);
    return {
      watch: async (ip, look) => {
        const { address } = await this.keys.of('', ip);
        await counter.check(address);
        const found = await look();
        if (found === null) await counter.count(address);
        return found;
      },
    };
  }
}

import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { EnrolmentRequest } from '@luotsi/calendar/model';
import { Batches, Changes, CONFIGURATION, type Configuration } from '@luotsi/platform/api';
import { refuse } from '@luotsi/platform/model';
import { LRUCache } from 'lru-cache';
import type { Outcome, SessionWish } from './enter-together';
import { EnrolmentLane, isHeldForLong } from './enrolment-lane';
import { KnownSessions } from './known-sessions';

/**
 * One transaction at a time: what arrives meanwhile goes into the next one together, in its order, and
 * no two transactions of a process wait for each other's locks.
 */
const AT_ONCE = 1;

/** How many requests one transaction takes. */
const MOST = 200;

/**
 * In a rush a transaction waits until as many have come as the last one had. Measured with eight who
 * press again as soon as they are answered: two turns of four took 2.3 ms each, one of eight takes 3.2 ms.
 */
const RUSH = { upTo: 8, patience: 2 };

/**
 * How long a session that someone else holds is waited for, ms: by everybody who comes, and then by
 * those alone who want to be in it, beside the others.
 */
const PATIENCE = { together: 1_000, apart: 3_000 };

/** For how long those who come to a session that was held wait apart as well, ms. */
const APART = 5_000;

/** Sessions that are freed again and again just as one looks: then they are held. */
const LOOKS = 3;

/** When someone who didn't get to it may try again, seconds. */
const SOON = 5;

/**
 * Enters enrolments. Requests that wait are taken together in one transaction: it locks their
 * sessions, applies the pure rule to each request in order, and keeps the outcome in one statement. Two
 * round trips, however many they are; one, without a lock, where people enrol in sessions that are known
 * from a moment ago. Between processes the session's row takes turns; who holds one for long keeps those
 * alone waiting who come to it.
 */
@Injectable()
export class EnrolmentRegister implements OnApplicationShutdown {
  private readonly together: EnrolmentLane;
  private readonly apart: EnrolmentLane;
  private readonly batches = new Batches<SessionWish, Outcome | Promise<Outcome>>(
    (wishes) => this.enterAll(this.together, wishes, (wish) => this.waitFor(wish)),
    AT_ONCE,
    MOST,
    RUSH,
  );
  private readonly waiting = new Batches<SessionWish, Outcome | Promise<Outcome>>(
    (wishes) => this.enterAll(this.apart, wishes, () => refuse('session-busy', { seconds: SOON })),
    AT_ONCE,
    MOST,
  );
  /** Sessions that someone has held for long, a moment ago. */
  private readonly held = new LRUCache<string, true>({ max: 1_000, ttl: APART });

  constructor(@Inject(CONFIGURATION) configuration: Configuration, changes: Changes) {
    const context = { url: configuration.DATABASE_URL, known: new KnownSessions(), changes };
    this.together = new EnrolmentLane(context, PATIENCE.together);
    this.apart = new EnrolmentLane(context, PATIENCE.apart);
  }

  /**
   * Does what someone asks for, by the rules; every step is kept, whoever is next is promoted.
   * @returns what came of it; refused as `session-busy` when someone holds the session for too long
   */
  async enter(sessionId: string, request: EnrolmentRequest): Promise<Outcome> {
    return this.ask({ sessionId, request });
  }

  /** Does what is due in a session: offers that have expired go on, shares are released. */
  async settle(sessionId: string): Promise<void> {
    await this.ask({ sessionId, request: null });
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.together.close(), this.apart.close()]);
  }

  private async ask(wish: SessionWish): Promise<Outcome> {
    return (this.held.has(wish.sessionId) ? this.waiting : this.batches).ask(wish);
  }

  private async waitFor(wish: SessionWish): Promise<Outcome> {
    this.held.set(wish.sessionId, true);
    return this.waiting.ask(wish);
  }

  /**
   * Enters wishes, all but those to sessions that someone holds for long.
   * @param otherwise what becomes of those; they keep nobody else waiting
   */
  private async enterAll(
    lane: EnrolmentLane,
    wishes: readonly SessionWish[],
    otherwise: (wish: SessionWish) => Outcome | Promise<Outcome>,
    look = 1,
  ): Promise<(Outcome | Promise<Outcome>)[]> {
    try {
      return await lane.enter(wishes);
    } catch (fault) {
      if (!isHeldForLong(fault)) throw fault;
      const ids = [...new Set(wishes.map(({ sessionId }) => sessionId))];
      const held = look < LOOKS ? await lane.heldOf(ids) : new Set(ids);
      const others = wishes.filter(({ sessionId }) => !held.has(sessionId));
      const outcomes =
        others.length > 0 ? await this.enterAll(lane, others, otherwise, look + 1) : [];
      const entered = new Map(others.map((wish, place) => [wish, outcomes[place]]));
      return wishes.map((wish) => entered.get(wish) ?? otherwise(wish));
    }
  }
}

import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { EnrolmentRequest } from '@luotsi/calendar/model';
import {
  appConnection,
  Batches,
  Changes,
  CONFIGURATION,
  ONE_PLAN,
  type Configuration,
} from '@luotsi/platform/api';
import { refuse } from '@luotsi/platform/model';
import { Pool } from 'pg';
import { PERSON_CHANGED } from '../feed/personal-feeds';
import {
  enterKnown,
  enterTogether,
  type Entered,
  type Frame,
  type Outcome,
  type SessionWish,
} from './enter-together';
import { gatheringSocket } from './gathering-socket';
import { KnownSessions } from './known-sessions';
import { pipelined, type Run } from './run';

/**
 * One transaction at a time: what arrives meanwhile goes into the next one together, in its order, and
 * no two transactions of a process wait for each other's locks.
 */
const LANES = 1;

/** How many requests one transaction takes. */
const MOST = 200;

/**
 * In a rush a transaction waits until as many have come as the last one had. Measured with eight who
 * press again as soon as they are answered: two turns of four took 2.3 ms each, one of eight takes 3.2 ms.
 */
const RUSH = { upTo: 8, patience: 2 };

/** How long to wait for a session that someone else has locked. */
const PATIENCE = 'lock_timeout=3s';

/** Transactions that waited for each other in a circle: PostgreSQL ended this one (SQLSTATE). */
const IN_A_CIRCLE = '40P01';
const TRIES = 3;

/** What is referred to isn't there: the account has been deleted this very moment (SQLSTATE). */
const GONE = '23503';

/** Something was other than it was known to be: nothing was kept (SQLSTATE). */
const OTHERWISE = '40001';

const ITS_OWN: Frame = { first: [{ text: 'BEGIN' }], last: [{ text: 'COMMIT' }] };

/**
 * Enters enrolments. Requests that wait are taken together in one transaction: it locks their
 * sessions, applies the pure rule to each request in order, and keeps the outcome in one statement. Two
 * round trips, however many they are; one, without a lock, where people enrol in sessions that are known
 * from a moment ago. Between processes the session's row takes turns.
 */
@Injectable()
export class EnrolmentRegister implements OnApplicationShutdown {
  private readonly pool: Pool;
  private readonly batches = new Batches<SessionWish, Outcome>(
    (wishes) => this.enterAll(wishes),
    LANES,
    MOST,
    RUSH,
  );
  private readonly known = new KnownSessions();

  constructor(
    @Inject(CONFIGURATION) configuration: Configuration,
    private readonly changes: Changes,
  ) {
    // Connections of its own, so that statements go out without waiting for each other's answers.
    this.pool = new Pool({
      ...appConnection(configuration.DATABASE_URL, 'luotsi enrolment', [...ONE_PLAN, PATIENCE]),
      max: LANES,
      pipeline: true,
      stream: gatheringSocket,
    });
    this.pool.on('error', () => undefined);
    // Also while it is used: what was sent is answered by the fault, and nothing else hears of it.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Does what someone asks for, by the rules; every step is kept, whoever is next is promoted. */
  enter(sessionId: string, request: EnrolmentRequest): Promise<Outcome> {
    return this.batches.ask({ sessionId, request });
  }

  /** Does what is due in a session: offers that have expired go on, shares are released. */
  async settle(sessionId: string): Promise<void> {
    await this.batches.ask({ sessionId, request: null });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private async enterAll(wishes: readonly SessionWish[]): Promise<Outcome[]> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.transaction(wishes);
      } catch (fault) {
        const { code } = fault as { code?: unknown };
        if (code === GONE && wishes.length === 1) return [refuse('sign-in-needed')];
        if (code !== IN_A_CIRCLE || tries === TRIES) throw fault;
      }
    }
  }

  private async transaction(wishes: readonly SessionWish[]): Promise<Outcome[]> {
    const client = await this.pool.connect();
    try {
      const { outcomes, sessions, rows } = await this.transact(pipelined(client), wishes);
      this.known.remember(rows);
      for (const { people } of sessions.values())
        for (const { personId } of people) this.changes.changedHere(PERSON_CHANGED, personId);
      client.release();
      return outcomes;
    } catch (fault) {
      // A connection in an unknown state is not used again.
      client.release(true);
      throw fault;
    }
  }

  private async transact(run: Run, wishes: readonly SessionWish[]): Promise<Entered> {
    return (await this.guess(run, wishes)) ?? enterTogether(run, wishes, null, ITS_OWN);
  }

  /** On what is known of the sessions; null where that doesn't do, or where it was otherwise. */
  private async guess(run: Run, wishes: readonly SessionWish[]): Promise<Entered | null> {
    // In the order in which everyone locks them.
    const ids = [...new Set(wishes.map(({ sessionId }) => sessionId))].sort();
    const known = wishes.every(isPlain) ? this.known.all(ids) : null;
    if (!known) return null;
    try {
      return await enterKnown(run, wishes, known);
    } catch (fault) {
      if ((fault as { code?: unknown }).code !== OTHERWISE) throw fault;
      this.known.wereOtherwise(ids);
      return null;
    }
  }
}

/** Whether someone enrols by themselves. */
const isPlain = ({ request }: SessionWish) => request?.wish === 'enrol';

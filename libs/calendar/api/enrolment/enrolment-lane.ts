import { refuse } from '@luotsi/platform/model';
import { appConnection, ONE_PLAN, type Changes } from '@luotsi/platform/api';
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
import { NOT_HELD } from './enrolment-statements';
import { gatheringSocket } from './gathering-socket';
import type { KnownSessions } from './known-sessions';
import { pipelined, type Run } from './run';

const TRIES = 3;

/** Transactions that waited for each other in a circle: PostgreSQL ended this one (SQLSTATE). */
const IN_A_CIRCLE = '40P01';

/** What is referred to isn't there: the account has been deleted this very moment (SQLSTATE). */
const GONE = '23503';

/** Something was other than it was known to be: nothing was kept (SQLSTATE). */
const OTHERWISE = '40001';

/** Someone else has held a session for longer than was waited (SQLSTATE). */
const HELD_FOR_LONG = '55P03';

const ITS_OWN: Frame = { first: [{ text: 'BEGIN' }], last: [{ text: 'COMMIT' }] };

/** What the lanes of a process share. */
export interface LaneContext {
  /** `DATABASE_URL` */
  readonly url: string;
  readonly known: KnownSessions;
  readonly changes: Changes;
}

/** A connection on which wishes are entered together, one transaction at a time. */
export class EnrolmentLane {
  private readonly pool: Pool;

  /** @param patience how long it waits for a session that someone else holds, ms */
  constructor(
    private readonly context: LaneContext,
    patience: number,
  ) {
    const settings = [...ONE_PLAN, `lock_timeout=${String(patience)}`];
    // A connection of its own, so that statements go out without waiting for each other's answers.
    this.pool = new Pool({
      ...appConnection(context.url, 'luotsi enrolment', settings),
      max: 1,
      pipeline: true,
      stream: gatheringSocket,
    });
    this.pool.on('error', () => undefined);
    // Also while it is used: what was sent is answered by the fault, and nothing else hears of it.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /**
   * Enters wishes. What waited in a circle or lost its connection is tried again: each wish comes to
   * the same when it is entered a second time.
   * @throws DatabaseError for which `isHeldForLong` holds; what else went wrong
   */
  async enter(wishes: readonly SessionWish[]): Promise<Outcome[]> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.transaction(wishes);
      } catch (fault) {
        if (codeOf(fault) === GONE && wishes.length === 1) return [refuse('sign-in-needed')];
        if (tries === TRIES || !(codeOf(fault) === IN_A_CIRCLE || isLost(fault))) throw fault;
      }
    }
  }

  /** Of these sessions, those that someone holds at the moment. */
  async heldOf(ids: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.pool.query<{ id: string }>({ text: NOT_HELD, values: [ids] });
    const free = new Set(rows.map(({ id }) => id));
    return new Set(ids.filter((id) => !free.has(id)));
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private async transaction(wishes: readonly SessionWish[]): Promise<Outcome[]> {
    const client = await this.pool.connect();
    try {
      const { outcomes, sessions, rows } = await this.transact(pipelined(client), wishes);
      this.context.known.remember(rows);
      for (const { people } of sessions.values())
        for (const { personId } of people)
          this.context.changes.changedHere(PERSON_CHANGED, personId);
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
    const known = wishes.every(isPlain) ? this.context.known.all(ids) : null;
    if (!known) return null;
    try {
      return await enterKnown(run, wishes, known);
    } catch (fault) {
      if (codeOf(fault) !== OTHERWISE) throw fault;
      this.context.known.wereOtherwise(ids);
      return null;
    }
  }
}

/** Whether a session was held by someone else for longer than a lane waits. */
export const isHeldForLong = (fault: unknown): boolean => codeOf(fault) === HELD_FOR_LONG;

/** Whether someone enrols by themselves. */
const isPlain = ({ request }: SessionWish) => request?.wish === 'enrol';

const codeOf = (fault: unknown): unknown => (fault as { code?: unknown }).code;

/** Whether the connection broke (SQLSTATE classes 08 and 57P, the socket's codes, or pg's own words). */
function isLost(fault: unknown): boolean {
  const code = codeOf(fault);
  return typeof code === 'string'
    ? /^(08|57P0|ECONNRESET$|EPIPE$)/.test(code)
    : fault instanceof Error && fault.message.startsWith('Connection terminated');
}

import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  enter,
  type EnrolmentBook,
  type EnrolmentEntries,
  type EnrolmentOutcome,
  type Held,
} from '@luotsi/calendar/model';
import { Changes, CONFIGURATION, newId, type Configuration } from '@luotsi/platform/api';
import { refuse, type Refusal } from '@luotsi/platform/model';
import { Pool, type PoolClient } from 'pg';
import { ONE_PLAN } from '../calendar-database';
import { PERSON_CHANGED } from '../feed/personal-feeds';
import { seatsOf, type SeatsRow } from '../sessions/session-row';
import { Batches } from './batches';
import { gatheringSocket } from './gathering-socket';
import { HELD, KEEP, LINE, LOCK } from './enrolment-statements';

/** What someone asks of a session. */
export interface EnrolmentWish {
  readonly sessionId: string;
  readonly personId: string;
  readonly wish: 'enrol' | 'cancel';
}

type Outcome = EnrolmentOutcome | Refusal;

/**
 * One transaction at a time: what arrives meanwhile goes into the next one together, in its order, and
 * no two transactions of a process wait for each other's locks.
 */
const LANES = 1;

/** How long to wait for a session that someone else has locked. */
const PATIENCE = '-c lock_timeout=3s';

/**
 * Enters enrolments. Requests that wait are taken together in one transaction: it locks their
 * sessions, applies the pure rule to each request in order, and keeps the outcome in one statement. Two
 * round trips, however many they are. Between processes the lock on the session's row takes turns.
 */
@Injectable()
export class EnrolmentRegister implements OnApplicationShutdown {
  private readonly pool: Pool;
  private readonly batches = new Batches<EnrolmentWish, Outcome>(
    (wishes) => this.enterTogether(wishes),
    LANES,
  );

  constructor(
    @Inject(CONFIGURATION) configuration: Configuration,
    private readonly changes: Changes,
  ) {
    // Connections of its own, so that statements go out without waiting for each other's answers.
    this.pool = new Pool({
      connectionString: configuration.DATABASE_URL,
      application_name: 'luotsi enrolment',
      max: LANES,
      pipeline: true,
      stream: gatheringSocket,
      options: `${ONE_PLAN.options} ${PATIENCE}`,
    });
    this.pool.on('error', () => undefined);
  }

  /** Enrols or cancels, by the rules; every step is kept, whoever is next in line is promoted. */
  enter(wish: EnrolmentWish): Promise<Outcome> {
    return this.batches.ask(wish);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private async enterTogether(wishes: readonly EnrolmentWish[]): Promise<Outcome[]> {
    const client = await this.pool.connect();
    try {
      const { outcomes, people } = await transaction(client, wishes);
      for (const person of people) this.changes.changedHere(PERSON_CHANGED, person);
      client.release();
      return outcomes;
    } catch (fault) {
      // A connection in an unknown state is not used again.
      client.release(true);
      throw fault;
    }
  }
}

interface LockedRow extends SeatsRow {
  readonly id: string;
  readonly next_ticket: number;
  readonly at: Date;
}

interface HeldRow {
  readonly session_id: string;
  readonly person_id: string;
  readonly status: Held['status'];
  readonly ticket: number;
  readonly sequence: number;
}

async function transaction(client: PoolClient, wishes: readonly EnrolmentWish[]) {
  const bySession = new Map<string, EnrolmentWish[]>();
  for (const wish of wishes)
    bySession.set(wish.sessionId, [...(bySession.get(wish.sessionId) ?? []), wish]);
  const sessionIds = [...bySession.keys()];
  const leaving = sessionIds.map(
    (id) => bySession.get(id)?.filter(({ wish }) => wish === 'cancel').length ?? 0,
  );
  const [, locked, held, line] = await Promise.all([
    client.query('BEGIN'),
    client.query<LockedRow>({ name: 'enrolment lock', text: LOCK, values: [sessionIds] }),
    client.query<HeldRow>({
      name: 'enrolment held',
      text: HELD,
      values: [wishes.map((wish) => wish.sessionId), wishes.map((wish) => wish.personId)],
    }),
    leaving.some((number) => number > 0)
      ? client.query<HeldRow>({
          name: 'enrolment line',
          text: LINE,
          values: [sessionIds, leaving],
        })
      : { rows: [] },
  ]);

  const entered = new Map<string, EnrolmentEntries>();
  for (const row of locked.rows) {
    const book: EnrolmentBook = {
      seats: seatsOf(row),
      nextTicket: row.next_ticket,
      held: held.rows.filter((one) => one.session_id === row.id).map(toHeld),
      line: line.rows.filter((one) => one.session_id === row.id).map(toHeld),
    };
    entered.set(row.id, enter(book, bySession.get(row.id) ?? [], row.at.getTime()));
  }
  const people = await keep(client, entered);
  return { outcomes: answers(wishes, entered), people };
}

/** Keeps what changed and commits; answers whom it concerned. */
async function keep(
  client: PoolClient,
  entered: ReadonlyMap<string, EnrolmentEntries>,
): Promise<string[]> {
  const changed = [...entered].filter(([, { steps }]) => steps.length > 0);
  const people = changed.flatMap(([id, { people }]) => people.map((one) => ({ id, ...one })));
  const steps = changed.flatMap(([id, { steps }]) => steps.map((one) => ({ id, ...one })));
  if (changed.length === 0) {
    await client.query('COMMIT');
    return [];
  }
  await Promise.all([
    client.query({
      name: 'enrolment keep',
      text: KEEP,
      values: [
        people.map(() => newId()),
        people.map(({ id }) => id),
        people.map(({ personId }) => personId),
        people.map(({ status }) => status),
        people.map(({ ticket }) => ticket),
        people.map(({ sequence }) => sequence),
        steps.map(({ id }) => id),
        steps.map(({ personId }) => personId),
        steps.map(({ sequence }) => sequence),
        steps.map(({ from }) => from),
        steps.map(({ to }) => to),
        steps.map(({ reason }) => reason),
        steps.map(({ by }) => by),
        changed.map(([id]) => id),
        changed.map(([, { seats }]) => seats.confirmed),
        changed.map(([, { seats }]) => seats.waitlisted),
        changed.map(([, { nextTicket }]) => nextTicket),
        Changes.CHANNEL,
        people.map(({ personId }) => `${PERSON_CHANGED} ${personId}`),
      ],
    }),
    client.query('COMMIT'),
  ]);
  return people.map(({ personId }) => personId);
}

/** What to answer to each wish, in their order. */
function answers(
  wishes: readonly EnrolmentWish[],
  entered: ReadonlyMap<string, EnrolmentEntries>,
): Outcome[] {
  const next = new Map<string, number>();
  return wishes.map(({ sessionId }) => {
    const place = next.get(sessionId) ?? 0;
    next.set(sessionId, place + 1);
    return entered.get(sessionId)?.outcomes[place] ?? refuse('not-found');
  });
}

const toHeld = (row: HeldRow): Held => ({
  personId: row.person_id,
  status: row.status,
  ticket: row.ticket,
  sequence: row.sequence,
});

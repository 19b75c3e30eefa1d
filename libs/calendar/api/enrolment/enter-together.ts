import {
  enter,
  type EnrolmentBook,
  type EnrolmentEntries,
  type EnrolmentOutcome,
  type Held,
} from '@luotsi/calendar/model';
import { Notices, type NewNotice } from '@luotsi/notice/api';
import { Changes, newId } from '@luotsi/platform/api';
import { refuse, type Refusal } from '@luotsi/platform/model';
import type { PoolClient } from 'pg';
import { PERSON_CHANGED } from '../feed/personal-feeds';
import { enrolmentNotices } from '../notices/enrolment-notices';
import type { ToldRow } from '../notices/session-facts';
import { seatsOf, type SeatsRow } from '../sessions/session-row';
import { HELD, KEEP, LINE, LOCK } from './enrolment-statements';

/** What someone asks of a session. */
export interface EnrolmentWish {
  readonly sessionId: string;
  readonly personId: string;
  readonly wish: 'enrol' | 'cancel';
}

/** What came of a wish. */
export type Outcome = EnrolmentOutcome | Refusal;

interface LockedRow extends SeatsRow, ToldRow {
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

/**
 * Enters wishes in one transaction: locks their sessions, applies the rules to each in order, keeps
 * what came of it and commits.
 * @param client a connection that sends statements without waiting for the answers before
 * @returns what to answer to each wish, in their order, and whom it concerned
 */
export async function enterTogether(
  client: PoolClient,
  wishes: readonly EnrolmentWish[],
): Promise<{ outcomes: Outcome[]; people: string[] }> {
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
  const notices: NewNotice[] = [];
  for (const row of locked.rows) {
    const book: EnrolmentBook = {
      seats: seatsOf(row),
      nextTicket: row.next_ticket,
      held: held.rows.filter((one) => one.session_id === row.id).map(toHeld),
      line: line.rows.filter((one) => one.session_id === row.id).map(toHeld),
    };
    const asked = bySession.get(row.id) ?? [];
    const entries = enter(book, asked, row.at.getTime());
    entered.set(row.id, entries);
    notices.push(...enrolmentNotices(row, asked, entries));
  }
  const people = await keep(client, entered, notices);
  return { outcomes: answers(wishes, entered), people };
}

/** Keeps what changed, tells those concerned and commits; answers whom it concerned. */
async function keep(
  client: PoolClient,
  entered: ReadonlyMap<string, EnrolmentEntries>,
  notices: readonly NewNotice[],
): Promise<string[]> {
  const changed = [...entered].filter(([, { steps }]) => steps.length > 0);
  const people = changed.flatMap(([id, { people }]) => people.map((one) => ({ id, ...one })));
  const steps = changed.flatMap(([id, { steps }]) => steps.map((one) => ({ id, ...one })));
  if (changed.length === 0) {
    await client.query('COMMIT');
    return [];
  }
  const telling = Notices.statement(notices);
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
    ...(telling ? [client.query({ ...telling })] : []),
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

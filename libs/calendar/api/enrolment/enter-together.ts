import {
  enter,
  freeSeats,
  type EnrolmentEntries,
  type EnrolmentOutcome,
  type EnrolmentRequest,
  type Opening,
} from '@luotsi/calendar/model';
import { isRefusal, refuse, type Refusal } from '@luotsi/platform/model';
import type { ToldRow } from '../notices/session-facts';
import { HELD, LINE, LOCK, OFFERS, REGION_LINE, REGIONS, SHARES } from './enrolment-statements';
import { keep } from './keep-entries';
import type { KnownSession } from './known-sessions';
import type { Run, RunStatement } from './run';
import { seatsOf, toHeld, type HeldRow, type SeatsRow, type ShareRow } from './seats-row';

/** What is asked of a session; without a request, only that what is due be done. */
export interface SessionWish {
  readonly sessionId: string;
  readonly request: EnrolmentRequest | null;
}

/** What came of a wish. */
export type Outcome = EnrolmentOutcome | Refusal;

/** Who is concerned by what was entered, and what to answer to each wish in their order. */
export interface Entered {
  readonly outcomes: Outcome[];
  readonly sessions: ReadonlyMap<string, EnrolmentEntries>;
  /** The sessions as they stand when the transaction has been committed. */
  readonly rows: readonly LockedRow[];
}

/** A session as it was read. */
export interface LockedRow extends SeatsRow, ToldRow {
  readonly id: string;
  readonly next_ticket: number;
  /** When, by the database's clock. */
  readonly at: Date;
  /** Which transaction wrote the row: while it is the same, so is the row. */
  readonly written: string;
  /** Nobody wrote it while it was waited for. */
  readonly fresh: boolean;
}

/** How the transaction is framed: what goes out with the first statements and with the last. */
export interface Frame {
  readonly first: readonly RunStatement[];
  readonly last: readonly RunStatement[];
}

/** Inside a transaction that someone else begins and ends. */
export const NO_FRAME: Frame = { first: [], last: [] };

const FREES: ReadonlySet<string> = new Set(['cancel', 'decline', 'remove', 'queue', 'forget']);
const ENTERS: ReadonlySet<string> = new Set(['enrol', 'add', 'invite']);

/**
 * Enters wishes in one transaction: locks their sessions, applies the rules to each in order, keeps
 * what came of it. Two round trips, however many wishes; one more where offers have expired or seats
 * are shared out by region.
 * @param opening what an organiser has changed in these sessions, when that is why
 */
export async function enterTogether(
  run: Run,
  wishes: readonly SessionWish[],
  opening: Opening | null = null,
  frame: Frame = NO_FRAME,
): Promise<Entered> {
  const bySession = requestsOf(wishes);
  const ids = [...bySession.keys()];
  const leaving = ids.map(
    (id) => bySession.get(id)?.filter(({ wish }) => FREES.has(wish)).length ?? 0,
  );
  const readsLine = leaving.some((number) => number > 0);
  const lock = { name: 'enrolment lock', text: LOCK, values: [ids] };
  const answers = await run([
    ...frame.first,
    lock,
    heldOf(wishes),
    ...(readsLine ? [{ name: 'enrolment line', text: LINE, values: [ids, leaving] }] : []),
  ]);
  const [read, held, line] = answers.slice(frame.first.length) as [
    LockedRow[],
    HeldRow[],
    HeldRow[] | undefined,
  ];
  const isFresh = read.every(({ fresh }) => fresh);
  const locked = isFresh ? read : ((await run([lock]))[0] as LockedRow[]);
  const deep = locked.filter((row) => opening !== null || isDue(row, readsLine));
  const more = deep.length > 0 ? await readMore(run, deep, bySession) : null;

  const heldOfSession = grouped(held);
  const lineOfSession = line && grouped(line);
  const sessions = new Map<string, EnrolmentEntries>();
  for (const row of locked) {
    const isDeep = more !== null && deep.includes(row);
    const book = {
      seats: seatsOf(row, isDeep ? more.shares.get(row.id) : []),
      nextTicket: row.next_ticket,
      held: (heldOfSession.get(row.id) ?? []).map(toHeld),
      line: isDeep
        ? (more.line.get(row.id) ?? []).map(toHeld)
        : lineOfSession
          ? (lineOfSession.get(row.id) ?? []).map(toHeld)
          : null,
      offers: isDeep ? (more.offers.get(row.id) ?? []).map(toHeld) : null,
    };
    const asked = bySession.get(row.id) ?? [];
    const regions = isDeep && book.seats.shares.length > 0 ? more.regions : null;
    const requests = regions
      ? asked.map((one) => ({ ...one, region: regions.get(one.personId) ?? null }))
      : asked;
    sessions.set(row.id, enter(book, requests, row.at.getTime(), opening));
  }
  const known = [...held, ...(line ?? []), ...(more?.rows ?? [])];
  const rows = await keep(run, { locked, sessions, known }, frame.last);
  return { outcomes: answersTo(wishes, sessions), sessions, rows };
}

/**
 * Enters people who enrol for the first time, in sessions that are known already, in one statement
 * that is a transaction by itself: nothing is read. When a session has been written meanwhile or someone
 * has been in it before, nothing is kept.
 * @param known every session of the wishes
 * @returns null when it needs what is read: a refusal may have passed, something may be due
 * @throws DatabaseError 40001 when nothing was kept
 */
export async function enterKnown(
  run: Run,
  wishes: readonly SessionWish[],
  known: readonly KnownSession[],
): Promise<Entered | null> {
  if (known.some(({ row, now }) => isDue(row, false, now))) return null;
  const bySession = requestsOf(wishes);
  const sessions = new Map(
    known.map(({ row, now }) => {
      const book = {
        ...{ seats: seatsOf(row), nextTicket: row.next_ticket },
        ...{ held: [], line: null, offers: null },
      };
      return [row.id, enter(book, bySession.get(row.id) ?? [], now)];
    }),
  );
  const outcomes = answersTo(wishes, sessions);
  if (outcomes.some((outcome) => isRefusal(outcome) || !outcome.changed)) return null;
  const locked = known.map(({ row }) => row);
  return { outcomes, sessions, rows: await keep(run, { locked, sessions, known: [] }) };
}

/** What is asked of each session, in the order of the wishes. */
function requestsOf(wishes: readonly SessionWish[]): Map<string, EnrolmentRequest[]> {
  const bySession = new Map<string, EnrolmentRequest[]>();
  for (const { sessionId, request } of wishes) {
    const requests = bySession.get(sessionId) ?? [];
    if (request) requests.push(request);
    bySession.set(sessionId, requests);
  }
  return bySession;
}

/** Whether more than the front of the line has to be read before anything is entered. */
function isDue(row: LockedRow, readsLine: boolean, now = row.at.getTime()): boolean {
  const seats = seatsOf(row);
  return (
    seats.sharedUntil !== null ||
    (seats.due !== null && seats.due <= now) ||
    // Someone has added seats and told nobody.
    (!readsLine && seats.waitlisted > 0 && freeSeats(seats) > 0)
  );
}

function heldOf(wishes: readonly SessionWish[]): RunStatement {
  const asked = wishes.flatMap(({ sessionId, request }) =>
    request ? [[sessionId, request.personId] as const] : [],
  );
  return {
    name: 'enrolment held',
    text: HELD,
    values: [asked.map(([session]) => session), asked.map(([, person]) => person)],
  };
}

/** Shares, standing offers, the line of every region with a share, and the regions of who comes. */
async function readMore(
  run: Run,
  rows: readonly LockedRow[],
  bySession: ReadonlyMap<string, readonly EnrolmentRequest[]>,
) {
  const ids = rows.map(({ id }) => id);
  const requests = ids.map((id) => bySession.get(id) ?? []);
  const leaving = requests.map((some) => some.filter(({ wish }) => FREES.has(wish)).length);
  const coming = requests.flat().filter(({ wish }) => ENTERS.has(wish));
  const [line, ofRegions, offers, shares, regions] = (await run([
    { name: 'enrolment line', text: LINE, values: [ids, leaving] },
    { name: 'enrolment region line', text: REGION_LINE, values: [ids, leaving] },
    { name: 'enrolment offers', text: OFFERS, values: [ids] },
    { name: 'enrolment shares', text: SHARES, values: [ids] },
    {
      name: 'enrolment regions',
      text: REGIONS,
      values: [coming.map(({ personId }) => personId)],
    },
  ])) as [HeldRow[], HeldRow[], HeldRow[], ShareRow[], { person_id: string; region: string }[]];
  return {
    rows: [...line, ...ofRegions, ...offers],
    line: grouped([...line, ...ofRegions]),
    offers: grouped(offers),
    shares: grouped(shares),
    regions: new Map(regions.map(({ person_id, region }) => [person_id, region])),
  };
}

function grouped<Row extends { readonly session_id: string }>(rows: readonly Row[]) {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.session_id);
    if (group) group.push(row);
    else groups.set(row.session_id, [row]);
  }
  return groups;
}

/** What to answer to each wish, in their order. */
function answersTo(
  wishes: readonly SessionWish[],
  sessions: ReadonlyMap<string, EnrolmentEntries>,
): Outcome[] {
  const next = new Map<string, number>();
  return wishes.map(({ sessionId, request }) => {
    const entries = sessions.get(sessionId);
    if (!entries) return refuse('not-found');
    if (!request) return { status: 'none', changed: false };
    const place = next.get(sessionId) ?? 0;
    next.set(sessionId, place + 1);
    return entries.outcomes[place] ?? refuse('not-found');
  });
}

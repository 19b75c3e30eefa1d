import {
  enter,
  freeSeats,
  type EnrolmentEntries,
  type EnrolmentOutcome,
  type EnrolmentRequest,
  type Opening,
} from '@luotsi/calendar/model';
import { refuse, type Refusal } from '@luotsi/platform/model';
import type { ToldRow } from '../notices/session-facts';
import { HELD, LINE, LOCK, OFFERS, REGION_LINE, REGIONS, SHARES } from './enrolment-statements';
import { keep } from './keep-entries';
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
}

/** A locked session. */
export interface LockedRow extends SeatsRow, ToldRow {
  readonly id: string;
  readonly next_ticket: number;
  readonly at: Date;
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
  const bySession = new Map<string, EnrolmentRequest[]>();
  for (const { sessionId, request } of wishes) {
    const requests = bySession.get(sessionId) ?? [];
    if (request) requests.push(request);
    bySession.set(sessionId, requests);
  }
  const ids = [...bySession.keys()];
  const leaving = ids.map(
    (id) => bySession.get(id)?.filter(({ wish }) => FREES.has(wish)).length ?? 0,
  );
  const readsLine = leaving.some((number) => number > 0);
  const answers = await run([
    ...frame.first,
    { name: 'enrolment lock', text: LOCK, values: [ids] },
    heldOf(wishes),
    ...(readsLine ? [{ name: 'enrolment line', text: LINE, values: [ids, leaving] }] : []),
  ]);
  const [locked, held, line] = answers.slice(frame.first.length) as [
    LockedRow[],
    HeldRow[],
    HeldRow[] | undefined,
  ];
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
  const rows = [...held, ...(line ?? []), ...(more?.rows ?? [])];
  await keep(run, { locked, sessions, known: rows }, frame.last);
  return { outcomes: answersTo(wishes, sessions), sessions };
}

/** Whether more than the front of the line has to be read before anything is entered. */
function isDue(row: LockedRow, readsLine: boolean): boolean {
  const seats = seatsOf(row);
  return (
    seats.sharedUntil !== null ||
    (seats.due !== null && seats.due <= row.at.getTime()) ||
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

import type { EnrolmentEntries } from '@luotsi/calendar/model';
import { Notices } from '@luotsi/notice/api';
import { Changes, newId, plainArray } from '@luotsi/platform/api';
import { PERSON_CHANGED } from '../feed/personal-feeds';
import { noticesOf } from '../notices/enrolment-notices';
import type { LockedRow } from './enter-together';
import { KEEP } from './enrolment-statements';
import type { Run, RunStatement } from './run';
import type { HeldRow } from './seats-row';

/** What was entered in locked sessions; `known`: the enrolments that there were. */
export interface ToKeep {
  readonly locked: readonly LockedRow[];
  readonly sessions: ReadonlyMap<string, EnrolmentEntries>;
  readonly known: readonly HeldRow[];
}

/**
 * Keeps what was entered and tells those concerned: each step once.
 * @param last what goes out with it: `COMMIT`, where the transaction is one's own
 * @returns the sessions' rows as they stand now
 * @throws DatabaseError 40001 when something is other than it was read, which can't be under a lock
 */
export async function keep(
  run: Run,
  { locked, sessions, known }: ToKeep,
  last: readonly RunStatement[] = [],
): Promise<LockedRow[]> {
  const changed = locked.flatMap((row) => {
    const entries = sessions.get(row.id);
    return entries && isChanged(row, entries) ? [{ row, ...entries }] : [];
  });
  if (changed.length === 0) {
    if (last.length > 0) await run(last);
    return [...locked];
  }
  const answers = await run([keeping(changed, known), ...last]);
  const [{ written }] = answers[0] as [{ written: string }];
  const now = new Map(changed.map((one) => [one.row.id, { ...columnsOf(one), written }]));
  return locked.map((row) => ({ ...row, ...now.get(row.id) }));
}

/** The columns of a session that KEEP has written. */
function columnsOf({ seats, nextTicket }: EnrolmentEntries) {
  return {
    confirmed_count: seats.confirmed,
    offered_count: seats.offered,
    waitlist_count: seats.waitlisted,
    applied_count: seats.applied,
    next_ticket: nextTicket,
    due_at: seats.due === null ? null : new Date(seats.due),
    shared_until: seats.sharedUntil === null ? null : new Date(seats.sharedUntil),
  };
}

function isChanged(row: LockedRow, { seats, people }: EnrolmentEntries): boolean {
  return (
    people.length > 0 ||
    seats.due !== (row.due_at?.getTime() ?? null) ||
    seats.sharedUntil !== (row.shared_until?.getTime() ?? null)
  );
}

type Changed = EnrolmentEntries & { readonly row: LockedRow };

function keeping(changed: readonly Changed[], known: readonly HeldRow[]): RunStatement {
  const ids = new Map(known.map((row) => [`${row.session_id} ${row.person_id}`, row.id]));
  const people = changed.flatMap(({ row, people }) =>
    people.map((one) => ({ ...one, id: row.id })),
  );
  for (const { id, personId } of people) {
    const key = `${id} ${personId}`;
    if (!ids.has(key)) ids.set(key, newId());
  }
  const steps = changed.flatMap(({ row, steps }) => steps.map((one) => ({ ...one, id: row.id })));
  const concerned = [...new Set(people.map(({ personId }) => personId))];
  const told = Notices.part(noticesOf(changed));
  return {
    name: 'enrolment keep',
    text: KEEP,
    values: [
      listed(people, ({ id, personId }) => ids.get(`${id} ${personId}`) ?? null),
      listed(people, ({ id }) => id),
      listed(people, ({ personId }) => personId),
      listed(people, ({ status }) => status),
      listed(people, ({ ticket }) => ticket),
      listed(people, ({ sequence }) => sequence),
      listed(people, ({ offerExpires }) => instant(offerExpires)),
      listed(people, ({ byOffer }) => byOffer),
      listed(people, ({ region }) => region),
      listed(steps, ({ id, personId }) => ids.get(`${id} ${personId}`) ?? null),
      listed(steps, ({ sequence }) => sequence),
      listed(steps, ({ from }) => from),
      listed(steps, ({ to }) => to),
      listed(steps, ({ reason }) => reason),
      listed(steps, ({ actor }) => actor),
      listed(steps, ({ actor, by }) => (actor === 'self' ? null : by)),
      listed(steps, ({ occasion }) => occasion),
      listed(steps, ({ note }) => note),
      listed(changed, ({ row }) => row.id),
      listed(changed, ({ seats }) => seats.confirmed),
      listed(changed, ({ seats }) => seats.offered),
      listed(changed, ({ seats }) => seats.waitlisted),
      listed(changed, ({ seats }) => seats.applied),
      listed(changed, ({ nextTicket }) => nextTicket),
      listed(changed, ({ seats }) => instant(seats.due)),
      listed(changed, ({ seats }) => instant(seats.sharedUntil)),
      listed(changed, ({ row }) => row.written),
      Changes.CHANNEL,
      [...Changes.messages(PERSON_CHANGED, concerned), ...told.messages],
      ...told.values,
    ],
  };
}

const listed = <One>(
  all: readonly One[],
  value: (one: One) => string | number | boolean | null,
): string => plainArray(all.map(value));

const instant = (time: number | null) => (time === null ? null : new Date(time).toISOString());

import type { EnrolmentEntries } from '@luotsi/calendar/model';
import { Notices } from '@luotsi/notice/api';
import { Changes, newId } from '@luotsi/platform/api';
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
 */
export async function keep(
  run: Run,
  { locked, sessions, known }: ToKeep,
  last: readonly RunStatement[],
): Promise<void> {
  const changed = locked.flatMap((row) => {
    const entries = sessions.get(row.id);
    return entries && isChanged(row, entries) ? [{ row, ...entries }] : [];
  });
  if (changed.length === 0) {
    if (last.length > 0) await run(last);
    return;
  }
  const telling = Notices.statement(noticesOf(changed));
  await run([keeping(changed, known), ...(telling ? [telling] : []), ...last]);
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
  return {
    name: 'enrolment keep',
    text: KEEP,
    values: [
      people.map(({ id, personId }) => ids.get(`${id} ${personId}`)),
      people.map(({ id }) => id),
      people.map(({ personId }) => personId),
      people.map(({ status }) => status),
      people.map(({ ticket }) => ticket),
      people.map(({ sequence }) => sequence),
      people.map(({ offerExpires }) => instant(offerExpires)),
      people.map(({ byOffer }) => byOffer),
      people.map(({ region }) => region),
      steps.map(({ id, personId }) => ids.get(`${id} ${personId}`)),
      steps.map(({ sequence }) => sequence),
      steps.map(({ from }) => from),
      steps.map(({ to }) => to),
      steps.map(({ reason }) => reason),
      steps.map(({ actor }) => actor),
      steps.map(({ by }) => by),
      steps.map(({ occasion }) => occasion),
      steps.map(({ note }) => note),
      changed.map(({ row }) => row.id),
      changed.map(({ seats }) => seats.confirmed),
      changed.map(({ seats }) => seats.offered),
      changed.map(({ seats }) => seats.waitlisted),
      changed.map(({ seats }) => seats.applied),
      changed.map(({ nextTicket }) => nextTicket),
      changed.map(({ seats }) => instant(seats.due)),
      changed.map(({ seats }) => instant(seats.sharedUntil)),
      Changes.CHANNEL,
      Changes.messages(PERSON_CHANGED, [...new Set(people.map(({ personId }) => personId))]),
    ],
  };
}

const instant = (time: number | null) => (time === null ? null : new Date(time).toISOString());

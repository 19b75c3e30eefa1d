import { UNDO_STAYS } from '@luotsi/calendar/model';
import { Credentials, type HeldCredential } from '@luotsi/credential/api';
import type { AttendanceFacts } from '@luotsi/credential/model';
import type { Localised } from '@luotsi/platform/model';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { attendedOf, type AttendedSession } from '../attendance/attended';
import { AttendanceRecorded } from '../attendance/attendance-recorded';

interface Over {
  readonly title: Localised;
  readonly organiser: Localised | null;
  readonly competences: Localised[];
  readonly meetings: readonly (AttendanceFacts['meetings'][number] & { readonly id: string })[];
  readonly names: Readonly<Record<string, string>> | null;
}

/**
 * Certificates of attendance: whoever has attended by the session's rule gets one once it is over,
 * and loses it when attendance is corrected away.
 */
@Injectable()
export class AttendanceCertificates implements OnModuleInit {
  constructor(private readonly recorded: AttendanceRecorded) {}

  onModuleInit(): void {
    this.recorded.listen(settleCertificates);
  }

  /** Settles everyone of a session that is over. */
  async settleAll(manager: EntityManager, session: string): Promise<void> {
    await settleCertificates(manager, session, await attendedOf(manager, [session]), null);
  }
}

/**
 * Makes what people hold agree with what was noted of them. Nothing while the session goes on.
 * @param by who noted it; null: time alone
 * @param undoneSince what was noted since then is undone
 */
export async function settleCertificates(
  manager: EntityManager,
  session: string,
  people: readonly AttendedSession[],
  by: string | null,
  undoneSince: Date | null = null,
): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map(({ person }) => person);
  const [over] = await manager.query<Over[]>(OVER, [session, ids]);
  if (!over) return;
  const held = new Map(
    (await Credentials.held(manager, 'attendance', session)).map((one) => [one.person, one]),
  );
  const earned = people.flatMap((one) => {
    const facts = one.attended === 'attended' ? factsOf(over, one) : null;
    return facts ? [{ person: one.person, about: session, facts }] : [];
  });
  const earns = new Set(earned.map(({ person }) => person));
  const lost = ids.filter((person) => held.has(person) && !earns.has(person));
  const outdated = earned
    .filter(({ person, facts }) => isOtherwise(held.get(person), facts))
    .map(({ person }) => person);
  let untold: string[] = [];
  if (undoneSince) {
    const those = [...lost, ...outdated];
    untold = await Credentials.undo(manager, 'attendance', session, those, undoneSince, by);
  } else {
    await Credentials.revoke(manager, 'attendance', session, lost, 'corrected', by);
    await Credentials.revoke(manager, 'attendance', session, outdated, 'replaced', by);
  }
  await Credentials.issue(manager, 'attendance', earned, by, { untold, mailWaits: UNDO_STAYS });
}

function factsOf(over: Over, { person, present }: AttendedSession): AttendanceFacts | null {
  const name = over.names?.[person];
  const been = over.meetings.filter(({ id }) => present.includes(id));
  if (!name || been.length === 0) return null;
  const minutes = been
    .map(({ start, end }) => (Date.parse(end) - Date.parse(start)) / 60_000)
    .reduce((sum, one) => sum + one, 0);
  return {
    name,
    title: over.title,
    meetings: been.map(({ start, end, timeZone }) => ({ start, end, timeZone })),
    minutes: Math.max(1, Math.round(minutes)),
    organiser: over.organiser,
    competences: over.competences,
  };
}

/** Whether what someone holds is of other meetings; what was renamed since stays as it was. */
function isOtherwise(held: HeldCredential | undefined, facts: AttendanceFacts): boolean {
  const times = ({ meetings }: AttendanceFacts) =>
    meetings.map(({ start, end }) => `${start}/${end}`).join();
  return held !== undefined && times(held.facts) !== times(facts);
}

const instant = (column: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** $1 session, $2 people. No row while it isn't over. */
const OVER = `
  SELECT s.title,
    coalesce(
      (SELECT g.name FROM network."group" g WHERE g.id = s.organising_group_id),
      (SELECT o.name FROM network.organisation o WHERE o.id = s.organising_organisation_id)
    ) AS organiser,
    coalesce((
      SELECT json_agg(named.name ORDER BY c.code) FROM calendar.session_competence c
      CROSS JOIN LATERAL (
        SELECT v.name FROM framework.version_competence v
        JOIN framework.framework_version w ON w.id = v.version_id
        WHERE v.code = c.code ORDER BY w.published DESC, w.number DESC LIMIT 1) named
      WHERE c.session_id = s.id), '[]') AS competences,
    (SELECT json_agg(json_build_object('id', m.id, 'start', ${instant('m.start_at')},
        'end', ${instant('m.end_at')}, 'timeZone', m.time_zone) ORDER BY m.start_at, m.id)
      FROM calendar.meeting m WHERE m.session_id = s.id AND NOT m.cancelled) AS meetings,
    (SELECT json_object_agg(p.id, p.name) FROM identity.person p WHERE p.id = ANY ($2)) AS names
  FROM calendar.session s
  WHERE s.id = $1 AND s.status = 'published' AND s.last_end <= clock_timestamp()`;

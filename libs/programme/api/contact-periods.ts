import { AttendanceRecorded, attendedOf, type AttendedSession } from '@luotsi/calendar/api';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/**
 * Contact-teaching periods are done by attending one of the sessions in which they are held, by that
 * session's rule. Nobody marks them: they follow attendance, also when it is put right.
 */
@Injectable()
export class ContactPeriods implements OnModuleInit {
  constructor(private readonly recorded: AttendanceRecorded) {}

  onModuleInit(): void {
    this.recorded.listen(settleContactPeriods);
  }
}

/**
 * Makes people's progress agree with what was noted of them in a session; in the transaction that notes
 * it. Whoever has attended another session of the same period keeps it.
 */
export async function settleContactPeriods(
  manager: EntityManager,
  session: string,
  people: readonly AttendedSession[],
): Promise<void> {
  const periods = await manager.query<{ activity: string; sessions: string[] }[]>(PERIODS, [
    session,
  ]);
  if (periods.length === 0 || people.length === 0) return;
  // Two sessions of a period take turns, so that each knows what the other has noted.
  await manager.query(LOCK, [periods.map(({ activity }) => activity)]);
  const concerned = people.map(({ person }) => person);
  const sessions = [...new Set(periods.flatMap((period) => period.sessions))];
  const attended = (await attendedOf(manager, sessions, concerned)).filter(
    (one) => one.attended === 'attended',
  );
  for (const { activity, sessions } of periods) {
    const done = attended.filter((one) => sessions.includes(one.session));
    await manager.query(SETTLE, [activity, concerned, done.map(({ person }) => person)]);
  }
}

/** $1 session: the periods that are held in it, each with all its sessions. */
const PERIODS = `
  SELECT c.activity_id AS activity, array_agg(o.session_id) AS sessions
  FROM programme.contact_session c JOIN programme.contact_session o USING (activity_id)
  WHERE c.session_id = $1 GROUP BY c.activity_id ORDER BY c.activity_id`;

const LOCK = `
  SELECT FROM programme.activity WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE`;

/** $1 activity, $2 the people concerned, $3 those of them who have done it. */
const SETTLE = `
  WITH undone AS (
    DELETE FROM programme.progress
    WHERE activity_id = $1 AND person_id = ANY ($2::uuid[]) AND person_id <> ALL ($3::uuid[])
  )
  INSERT INTO programme.progress (person_id, activity_id, completed_at)
  SELECT DISTINCT person, $1::uuid, now() FROM unnest($3::uuid[]) person
  ON CONFLICT DO NOTHING`;

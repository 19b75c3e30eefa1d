import { newId } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';
import type { Chance } from './chance';

/** What was held so recently has its attendance still to be taken, for the desk to ask for. */
const DAYS_BEHIND = 7;

/** Of so many in a hundred it is noted that they came. */
const CAME = 88;

interface Expected {
  readonly meeting: string;
  readonly person: string;
  readonly at: Date;
}

/** Who was where, in everything that was held more than a week ago: most of those who had a seat. */
export async function demonstrateAttendance(
  manager: EntityManager,
  today: Date,
  chance: Chance,
): Promise<void> {
  const expected = await manager.query<Expected[]>(
    `SELECT m.id AS meeting, e.person_id AS person, m.start_at AS at
     FROM calendar.meeting m JOIN calendar.session s ON s.id = m.session_id
     JOIN calendar.enrolment e ON e.session_id = s.id AND e.status = 'confirmed'
     WHERE s.status = 'published' AND NOT m.cancelled
       AND s.last_end < $1::timestamptz - make_interval(days => $2)
     ORDER BY m.start_at, s.first_start, e.ticket`,
    [today, DAYS_BEHIND],
  );
  const rows = expected.map(({ meeting, person, at }) => ({
    id: newId(),
    change: newId(),
    meeting,
    person,
    present: chance.between(1, 100) <= CAME,
    at: at.toISOString(),
  }));
  await manager.query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS r
         (id uuid, change uuid, meeting uuid, person uuid, present boolean, at timestamptz)
     ), recorder AS (
       SELECT id FROM identity.person WHERE email LIKE 'national1@demo.%'
     ), kept AS (
       INSERT INTO calendar.attendance
         (id, meeting_id, person_id, present, source, recorded_by, at)
       SELECT id, meeting, person, present, 'list', (SELECT id FROM recorder), at FROM given
       RETURNING id, present, recorded_by, at
     )
     INSERT INTO calendar.attendance_change (id, attendance_id, present, source, by_person_id, at)
     SELECT given.change, kept.id, kept.present, 'list', kept.recorded_by, kept.at
     FROM kept JOIN given ON given.id = kept.id`,
    [JSON.stringify(rows)],
  );
}

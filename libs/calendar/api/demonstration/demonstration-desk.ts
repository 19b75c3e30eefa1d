import { deskDays } from '@luotsi/calendar/model';
import { groupId } from '@luotsi/network/api';
import type { EntityManager } from 'typeorm';

/** Whose desk has something on it: the development group of the demonstration's developer. */
export const DESK_OF = groupId('dg2');

/**
 * What an organiser has before them: of the group's next sessions one lacks the link of its room, one
 * asks for diets and access needs, and one has applications to be answered. On a day when the group
 * has too few of its own soon, those of others become its own: first of development groups.
 */
export async function demonstrateDesk(manager: EntityManager): Promise<void> {
  const next = await manager.query<{ id: string; form: string; waitlist_count: number }[]>(
    `SELECT s.id, s.form, s.waitlist_count FROM calendar.session s
     LEFT JOIN network."group" g ON g.id = s.organising_group_id
     WHERE s.status = 'published' AND s.confirmed_count > 0
       AND s.first_start BETWEEN now() AND now() + make_interval(days => $2)
     ORDER BY s.confirmed_count > 3 DESC, g.id IS NOT DISTINCT FROM $1 DESC,
       g.kind IS NOT DISTINCT FROM 'development' DESC, s.first_start, s.id`,
    [DESK_OF, deskDays.placeLookedAhead],
  );
  const linkless = (next.find(({ form }) => form !== 'onsite') ?? next[0])?.id;
  const catered = next.find(({ id, form }) => form !== 'online' && id !== linkless)?.id;
  // Where nobody waits for the seats that they leave.
  const applied = next.find((one) => one.waitlist_count === 0 && one.id !== catered)?.id;
  await manager.query(
    `UPDATE calendar.session SET organising_group_id = $1, organising_organisation_id = NULL
     WHERE id = ANY ($2) AND organising_group_id IS DISTINCT FROM $1`,
    [DESK_OF, [linkless, catered, applied].flatMap((id) => id ?? [])],
  );
  await manager.query(
    `UPDATE calendar.session SET form = 'hybrid' WHERE id = $1 AND form = 'onsite'`,
    [linkless],
  );
  await manager.query(`UPDATE calendar.meeting SET link = NULL WHERE session_id = $1`, [linkless]);
  await manager.query(
    `UPDATE calendar.session SET asks_diet = true, asks_access_needs = true WHERE id = $1`,
    [catered],
  );
  await manager.query(
    `INSERT INTO calendar.enrolment_needs (enrolment_id, diet, access_needs)
     SELECT e.id, need.diet, need.access
     FROM (SELECT id, row_number() OVER (ORDER BY ticket) AS place FROM calendar.enrolment
       WHERE session_id = $1 AND status = 'confirmed') e
     JOIN (VALUES (1, 'Gluteeniton', ''), (2, 'Vegaani', ''), (4, 'gluteeniton', ''),
       (5, '', 'Pyörätuolipaikka edestä'), (7, 'Pähkinäallergia', 'Kirjoitustulkkaus')
     ) AS need (place, diet, access) USING (place)`,
    [catered],
  );
  await manager.query(APPLY, [applied]);
}

/** The last three of a session turn to applicants, who have waited since a few days. */
const APPLY = `
  WITH applicant AS (
    SELECT id, row_number() OVER (ORDER BY ticket DESC) AS place FROM calendar.enrolment
    WHERE session_id = $1 AND status = 'confirmed' ORDER BY ticket DESC LIMIT 3
  ), enrolled AS (
    UPDATE calendar.enrolment e SET status = 'applied',
      changed_at = now() - make_interval(days => 2 * applicant.place::int)
    FROM applicant WHERE e.id = applicant.id RETURNING e.id, e.changed_at
  ), noted AS (
    UPDATE calendar.enrolment_transition t SET to_status = 'applied', reason = 'applied',
      at = enrolled.changed_at
    FROM enrolled WHERE t.enrolment_id = enrolled.id
  )
  UPDATE calendar.session s SET approval = true,
    confirmed_count = confirmed_count - counted.number, applied_count = counted.number
  FROM (SELECT count(*)::int AS number FROM applicant) counted WHERE s.id = $1`;

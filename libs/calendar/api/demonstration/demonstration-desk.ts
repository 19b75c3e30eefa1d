import { groupId } from '@luotsi/network/api';
import type { EntityManager } from 'typeorm';

/** Whose desk has something on it: the development group of the demonstration's developer. */
export const DESK_OF = groupId('dg2');

/**
 * What an organiser has before them: of the group's next sessions one lacks the link of its room, one
 * asks for diets and access needs, and one has applications to be answered.
 */
export async function demonstrateDesk(manager: EntityManager): Promise<void> {
  const next = await manager.query<{ id: string; form: string; waitlist_count: number }[]>(
    `SELECT id, form, waitlist_count FROM calendar.session
     WHERE organising_group_id = $1 AND status = 'published' AND first_start > now()
       AND confirmed_count > 3 ORDER BY first_start, id`,
    [DESK_OF],
  );
  const linkless = next.find(({ form }) => form !== 'onsite')?.id;
  const catered = next.find(({ id, form }) => form !== 'online' && id !== linkless)?.id;
  // Where nobody waits for the seats that they leave.
  const applied = next.find((one) => one.waitlist_count === 0 && one.id !== catered)?.id;
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

import type { EntityManager } from 'typeorm';

/**
 * Lets some of the demonstration's people be on their way: from `counsellor2` on, one after another
 * has read nothing, one reading, two … all seven. `counsellor1` has everything still ahead.
 */
export async function loadDemonstration(manager: EntityManager): Promise<void> {
  await manager.query(`
    WITH reader AS (
      SELECT id, substring(email FROM '^counsellor(\\d+)@')::int AS number
      FROM identity.person WHERE email ~ '^counsellor\\d+@demo\\.luotsi\\.example$'
    ), step AS (
      SELECT a.id, row_number() OVER (ORDER BY m.position, u.position, a.position) AS place,
        m.programme_id
      FROM programme.activity AS a
      JOIN programme.unit AS u ON u.id = a.unit_id
      JOIN programme.module AS m ON m.id = u.module_id
      WHERE m.programme_id = 'elo' AND a.kind = 'reading'
    ), read AS (
      INSERT INTO programme.progress (person_id, activity_id, completed_at)
      SELECT reader.id, step.id,
        now() - make_interval(days => 3 * (9 - step.place)::int, hours => reader.number)
      FROM reader JOIN step ON step.place <= (reader.number - 2) % 8
      WHERE reader.number > 1
      RETURNING person_id, activity_id, completed_at
    )
    INSERT INTO programme.last_visited (person_id, programme_id, activity_id, visited_at)
    SELECT DISTINCT ON (read.person_id)
      read.person_id, step.programme_id, read.activity_id, read.completed_at
    FROM read JOIN step ON step.id = read.activity_id
    ORDER BY read.person_id, step.place DESC`);
}

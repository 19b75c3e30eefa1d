import { newId } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';

/**
 * What organisers give: the coming contact-teaching periods to the coaches by turns, and a task
 * beforehand as a link to whoever has a seat in them.
 */
export async function demonstrateGiven(manager: EntityManager): Promise<void> {
  const coaches = await manager.query<{ id: string }[]>(
    `SELECT id FROM identity.person WHERE email LIKE 'coach%@demo.%' ORDER BY email`,
  );
  const periods = await manager.query<{ id: string }[]>(
    `SELECT s.id FROM calendar.session s
     JOIN network."group" g ON g.id = s.organising_group_id AND g.theme_id = 'dg12'
     WHERE s.status = 'published' AND s.last_end > now() ORDER BY s.first_start, s.id`,
  );
  const given = periods.flatMap(({ id }, place) => {
    const coach = coaches[place % Math.max(1, coaches.length)];
    return coach ? [{ session: id, person: coach.id, material: newId() }] : [];
  });
  await manager.query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (session uuid, person uuid, material uuid)
     ), coached AS (
       INSERT INTO calendar.session_coach (session_id, person_id)
       SELECT session, person FROM given ON CONFLICT DO NOTHING
     )
     INSERT INTO calendar.material (id, session_id, title, url)
     SELECT material, session, $2, $3 FROM given`,
    [JSON.stringify(given), JSON.stringify(TASK), 'https://aineisto.demo.luotsi.example/tehtava'],
  );
}

const TASK = {
  fi: 'Ennakkotehtävä: oman alueen ohjauspalvelut',
  sv: 'Förhandsuppgift: vägledningstjänsterna i den egna regionen',
  en: 'Task beforehand: the guidance services of one’s own region',
};

import type { OutlinedSession, OutlineGiven } from '@luotsi/calendar/model';
import { newId } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';

/** Keeps what a session was given by its outline. */
export async function keepGiven(
  manager: EntityManager,
  session: string,
  given: OutlineGiven,
): Promise<void> {
  await manager.query(
    `INSERT INTO calendar.outline_given (session_id, given) VALUES ($1, $2)
     ON CONFLICT (session_id) DO UPDATE SET given = EXCLUDED.given`,
    [session, JSON.stringify(given)],
  );
}

/** Adds links to the materials of a session, in their order. */
export async function addMaterials(
  manager: EntityManager,
  session: string,
  materials: OutlinedSession['materials'],
): Promise<void> {
  const rows = materials.map((material) => ({ ...material, id: newId() }));
  await manager.query(
    `INSERT INTO calendar.material (id, session_id, title, url)
     SELECT id, $1, title, url FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, title jsonb, url text)`,
    [session, JSON.stringify(rows)],
  );
}

/** Makes a session's links these; those that stand stay in their place, as its files do. */
export async function replaceMaterials(
  manager: EntityManager,
  session: string,
  materials: OutlinedSession['materials'],
): Promise<void> {
  const given = JSON.stringify(materials);
  await manager.query(
    `DELETE FROM calendar.material m WHERE session_id = $1 AND url IS NOT NULL AND NOT EXISTS (
       SELECT FROM jsonb_to_recordset($2::jsonb) AS r (title jsonb, url text)
       WHERE (r.title, r.url) = (m.title, m.url))`,
    [session, given],
  );
  const added = await manager.query<OutlinedSession['materials']>(
    `SELECT title, url FROM jsonb_to_recordset($2::jsonb) AS r (title jsonb, url text)
     WHERE NOT EXISTS (SELECT FROM calendar.material m
       WHERE session_id = $1 AND (r.title, r.url) = (m.title, m.url))`,
    [session, given],
  );
  await addMaterials(manager, session, added);
}

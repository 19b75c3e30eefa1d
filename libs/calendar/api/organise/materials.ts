import { newId } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';

/** Gives a session the materials of another. */
export async function copyMaterials(
  manager: EntityManager,
  from: string,
  to: string,
): Promise<void> {
  const materials = await manager.query<{ id: string }[]>(
    `SELECT id FROM calendar.material WHERE session_id = $1 ORDER BY added_at, id`,
    [from],
  );
  const copies = JSON.stringify(materials.map(({ id }) => ({ was: id, id: newId() })));
  await manager.query(
    `INSERT INTO calendar.material
       (id, session_id, title, url, file_name, media_type, size, added_at)
     SELECT r.id, $2, title, url, file_name, media_type, size, added_at
     FROM jsonb_to_recordset($1::jsonb) AS r (was uuid, id uuid)
     JOIN calendar.material m ON m.id = r.was`,
    [copies, to],
  );
  await manager.query(
    `INSERT INTO calendar.material_file (material_id, content)
     SELECT r.id, f.content FROM jsonb_to_recordset($1::jsonb) AS r (was uuid, id uuid)
     JOIN calendar.material_file f ON f.material_id = r.was`,
    [copies],
  );
}

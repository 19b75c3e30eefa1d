import { kindOfName, MOST_MATERIALS, type Material } from '@luotsi/calendar/model';
import { newId, ProblemException } from '@luotsi/platform/api';
import type { Localised } from '@luotsi/platform/model';
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

/** A file as it was sent. */
export interface SentMaterial {
  readonly name: string;
  readonly title: string | undefined;
  readonly content: Buffer;
}

/** Adds an address to a session's materials. @throws ProblemException `materials-too-many` */
export async function addLink(
  manager: EntityManager,
  sessionId: string,
  { title, url }: { readonly title: Localised; readonly url: string },
): Promise<Material> {
  await mustHaveRoom(manager, sessionId);
  const id = newId();
  await manager.query(
    `INSERT INTO calendar.material (id, session_id, title, url) VALUES ($1, $2, $3, $4)`,
    [id, sessionId, JSON.stringify(title), url],
  );
  return { id, title, url, file: null };
}

/**
 * Adds a file to a session's materials. What it is, is found out from its content: its name alone
 * would let anything through.
 * @throws ProblemException `file-kind-unknown`, `materials-too-many`
 */
export async function addFile(
  manager: EntityManager,
  sessionId: string,
  { name, title, content }: SentMaterial,
): Promise<Material> {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  const kind = kindOfName(name);
  if (!found || kind === null || found.ext !== kind)
    throw new ProblemException('file-kind-unknown');
  await mustHaveRoom(manager, sessionId);
  const id = newId();
  const called = title || name.replace(/\.[^.]+$/, '') || name;
  const titles = { fi: called, sv: called, en: called };
  const file = { name, mediaType: found.mime, size: content.length };
  await manager.query(
    `INSERT INTO calendar.material (id, session_id, title, file_name, media_type, size)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, sessionId, JSON.stringify(titles), file.name, file.mediaType, file.size],
  );
  await manager.query(`INSERT INTO calendar.material_file (material_id, content) VALUES ($1, $2)`, [
    id,
    content,
  ]);
  return { id, title: titles, url: null, file };
}

/** Calls one something else. @throws ProblemException `not-found` */
export async function renameMaterialOf(
  manager: EntityManager,
  sessionId: string,
  id: string,
  title: Localised,
): Promise<Material> {
  const [[renamed]] = await manager.query<[Material[], number]>(
    `UPDATE calendar.material SET title = $3 WHERE id = $1 AND session_id = $2
     RETURNING id, title, url, CASE WHEN url IS NULL THEN json_build_object('name', file_name,
       'mediaType', media_type, 'size', size) END AS file`,
    [id, sessionId, JSON.stringify(title)],
  );
  if (!renamed) throw new ProblemException('not-found');
  return renamed;
}

/** Takes one away; done also when there was none. */
export async function removeMaterialOf(
  manager: EntityManager,
  sessionId: string,
  id: string,
): Promise<void> {
  await manager.query(`DELETE FROM calendar.material WHERE id = $1 AND session_id = $2`, [
    id,
    sessionId,
  ]);
}

/** A file with its name. @throws ProblemException `not-found` */
export async function fileOf(
  manager: EntityManager,
  sessionId: string,
  id: string,
): Promise<{ name: string; content: Buffer }> {
  const [file] = await manager.query<{ name: string; content: Buffer }[]>(
    `SELECT m.file_name AS name, f.content
     FROM calendar.material m JOIN calendar.material_file f ON f.material_id = m.id
     WHERE m.id = $1 AND m.session_id = $2`,
    [id, sessionId],
  );
  if (!file) throw new ProblemException('not-found');
  return file;
}

async function mustHaveRoom(manager: EntityManager, sessionId: string): Promise<void> {
  const [row] = await manager.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM calendar.material WHERE session_id = $1`,
    [sessionId],
  );
  if ((row?.count ?? 0) >= MOST_MATERIALS)
    throw new ProblemException('materials-too-many', { most: MOST_MATERIALS });
}

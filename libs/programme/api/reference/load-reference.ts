import type { EntityManager } from 'typeorm';
import {
  rowsOf,
  type DeliveredRow,
  type DeliveredTopic,
  type DeliveredUnit,
  type Delivery,
} from './delivery';
import delivered from './programme.json' with { type: 'json' };

/**
 * Brings the delivered programme into the database. New rows are added; a row whose delivery has
 * changed is updated unless a person has edited it; everything else is left untouched, so that a
 * second run changes nothing. What is no longer delivered stays: people may be working on it.
 */
export async function loadReference(
  manager: EntityManager,
  delivery: Delivery = delivered as Delivery,
): Promise<void> {
  const rows = rowsOf(delivery);
  await deliver(manager, 'programme', ['id'], rows.programme);
  await deliver(manager, 'module', ['id'], rows.module);
  const changed = new Set(await deliver(manager, 'unit', ['id'], rows.unit));
  const units = delivery.programmes.flatMap((it) => it.modules).flatMap((it) => it.units);
  for (const unit of units) if (changed.has(unit.id)) await replaceContent(manager, unit);
  await deliver(manager, 'activity', ['id'], rows.activity);
  await deliver(manager, 'reading', ['activity_id', 'language'], rows.reading);
}

/** Writes the rows that are new or differ; returns the first key column of what was written. */
async function deliver(
  manager: EntityManager,
  table: string,
  key: readonly [string, ...string[]],
  rows: readonly DeliveredRow[],
): Promise<string[]> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return [];
  const written = await manager.query<{ key: string }[]>(
    `INSERT INTO programme.${table} (${columns.join(', ')})
     SELECT ${columns.join(', ')}
     FROM jsonb_populate_recordset(NULL::programme.${table}, $1::jsonb) AS delivered
     WHERE NOT EXISTS (
       SELECT FROM programme.${table} AS kept
       WHERE ${key.map((column) => `kept.${column} = delivered.${column}`).join(' AND ')}
         AND (kept.edited_at IS NOT NULL OR kept.delivered_hash = delivered.delivered_hash)
     )
     ON CONFLICT (${key.join(', ')})
     DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
     RETURNING ${key[0]}::text AS key`,
    [JSON.stringify(rows)],
  );
  return written.map((row) => row.key);
}

/** Topics and competences are part of their unit: they are replaced as a whole. */
async function replaceContent(manager: EntityManager, unit: DeliveredUnit): Promise<void> {
  await manager.query(`DELETE FROM programme.topic WHERE unit_id = $1`, [unit.id]);
  await manager.query(
    `INSERT INTO programme.topic (id, unit_id, parent_id, position, title, note)
     SELECT id, unit_id, parent_id, position, title, note
     FROM jsonb_populate_recordset(NULL::programme.topic, $1::jsonb)`,
    [JSON.stringify(unit.topics.flatMap((topic, place) => topicRows(unit.id, topic, place)))],
  );
  await manager.query(`DELETE FROM programme.unit_competence WHERE unit_id = $1`, [unit.id]);
  await manager.query(
    `INSERT INTO programme.unit_competence (unit_id, competence_code, position)
     SELECT $1, code, place - 1 FROM unnest($2::text[]) WITH ORDINALITY AS given (code, place)`,
    [unit.id, unit.competences],
  );
}

function topicRows(unit_id: string, topic: DeliveredTopic, position: number) {
  const { subtopics = [], note = null, id, title } = topic;
  return [
    { id, unit_id, parent_id: null, position, title, note },
    ...subtopics.map((subtopic, place) => ({
      ...subtopic,
      unit_id,
      parent_id: id,
      position: place,
      note: null,
    })),
  ];
}

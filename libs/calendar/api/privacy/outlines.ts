import type { RetentionRule } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';

/** Where outlines know of people. */
export const outlineColumns = [
  'calendar.outline.created_by',
  'calendar.outline.changed_by',
  'calendar.outline_version.published_by',
] as const;

/** The outlines that someone began, changed last or published. */
export function outlinesOf(manager: EntityManager, person: string): Promise<object[]> {
  return manager.query(
    `SELECT o.content -> 'title' AS outline, o.created_by IS NOT DISTINCT FROM $1 AS begun,
       o.changed_by IS NOT DISTINCT FROM $1 AS "lastChanged",
       coalesce((SELECT json_agg(v.number ORDER BY v.number) FROM calendar.outline_version v
         WHERE v.outline_id = o.id AND v.published_by = $1), '[]') AS "publishedVersions"
     FROM calendar.outline o
     WHERE o.created_by = $1 OR o.changed_by = $1 OR EXISTS (
       SELECT FROM calendar.outline_version v WHERE v.outline_id = o.id AND v.published_by = $1)
     ORDER BY o.id`,
    [person],
  );
}

/** Outlines stay: they are the network's. Nobody can tell any more who wrote them. */
export async function forgetOutlines(manager: EntityManager, person: string): Promise<void> {
  for (const column of ['created_by', 'changed_by'])
    await manager.query(`UPDATE calendar.outline SET ${column} = NULL WHERE ${column} = $1`, [
      person,
    ]);
  await manager.query(
    'UPDATE calendar.outline_version SET published_by = NULL WHERE published_by = $1',
    [person],
  );
}

/** How long outlines remember who wrote them. */
export const outlineRetention: RetentionRule = {
  name: 'calendar.outline',
  what: {
    fi: 'Kuka kirjoitti tai julkaisi ohjelmarungon',
    sv: 'Vem som skrev eller publicerade en programstomme',
    en: 'Who wrote or published a programme outline',
  },
  keptFor: {
    fi: 'niin kauan kuin hänellä on tili; ohjelmarunko jää',
    sv: 'så länge personen har ett konto; programstommen blir kvar',
    en: 'as long as they have an account; the outline stays',
  },
};

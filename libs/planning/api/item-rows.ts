import type { EntityManager } from 'typeorm';
import type { PlanEntity } from './entities/plan.entity';

/** What a new item takes from its surroundings: its place, the plan's theme, a known lineage. */
export async function whatIsKnown(
  manager: EntityManager,
  plan: PlanEntity,
  continues: string | null,
) {
  const [known] = await manager.query<
    { position: number; theme: string | null; lineage: string | null }[]
  >(
    `SELECT 1 + coalesce((SELECT max(position) FROM planning.plan_item WHERE plan_id = $1), 0)
         AS position,
       (SELECT theme_id FROM network."group" WHERE id = $2) AS theme,
       (SELECT i.lineage FROM planning.plan_item i JOIN planning.plan p ON p.id = i.plan_id
        WHERE p.group_id = $2 AND p.year = $3 AND i.lineage = $4 AND NOT EXISTS (
          SELECT 1 FROM planning.plan_item o WHERE o.plan_id = $1 AND o.lineage = $4)
        LIMIT 1) AS lineage`,
    [plan.id, plan.groupId, plan.year, continues],
  );
  return known ?? { position: 1, theme: null, lineage: null };
}

/** Replaces the regions and competences of an item, as far as they are given. */
export async function link(
  manager: EntityManager,
  id: string,
  links: { regions?: readonly string[] | undefined; competences?: readonly string[] | undefined },
): Promise<void> {
  for (const [table, column, codes] of [
    ['plan_item_region', 'region_code', links.regions],
    ['plan_item_competence', 'competence_code', links.competences],
  ] as const) {
    if (!codes) continue;
    await manager.query(`DELETE FROM planning.${table} WHERE item_id = $1`, [id]);
    await manager.query(
      `INSERT INTO planning.${table} (item_id, ${column}) SELECT $1, unnest($2::text[])`,
      [id, codes],
    );
  }
}

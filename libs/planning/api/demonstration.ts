import { demonstrationEmail } from '@luotsi/identity/api';
import { groupId } from '@luotsi/network/api';
import { newId } from '@luotsi/platform/api';
import type { Localised } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import data from './demonstration/plans.json' with { type: 'json' };

interface DemonstrationItem {
  readonly title: Localised;
  readonly targetGroup: Localised;
  readonly competences: readonly string[];
  readonly form: string;
  readonly month?: number;
  readonly quarter?: number;
  readonly regions: readonly string[];
  readonly seats: number;
  /** The Finnish title of the demonstration sessions that came of it. */
  readonly becomes?: string;
}

interface DemonstrationPlan {
  readonly year: number;
  /** The theme of its development group. */
  readonly group: string;
  readonly state: string;
  readonly goals: Localised;
  readonly items: readonly DemonstrationItem[];
}

/** Published plans of two years, one that waits for the national coordinator, one being written. */
export async function demonstratePlanning(manager: EntityManager): Promise<void> {
  const person = async (account: string) => {
    const [row] = await manager.query<{ id: string }[]>(
      `SELECT id FROM identity.person WHERE email = $1`,
      [demonstrationEmail(account)],
    );
    return row?.id ?? null;
  };
  const [developer, national] = [await person('developer1'), await person('national1')];
  for (const plan of data as readonly DemonstrationPlan[]) {
    const id = await addDraft(manager, plan);
    const author = plan.group === 'dg2' ? developer : null;
    const autumn = plan.year - 1;
    if (plan.state === 'draft') continue;
    await step(manager, id, 'submitted', `${autumn}-10-02T11:20:00Z`, author);
    if (plan.state === 'published')
      await step(manager, id, 'published', `${autumn}-10-16T08:05:00Z`, national);
  }
}

async function addDraft(manager: EntityManager, plan: DemonstrationPlan): Promise<string> {
  const id = newId();
  const group = groupId(plan.group);
  await manager.query(
    `INSERT INTO planning.plan (id, year, group_id, state, revision, goals)
     VALUES ($1, $2, $3, 'draft', 1, $4)`,
    [id, plan.year, group, JSON.stringify(plan.goals)],
  );
  for (const [place, item] of plan.items.entries()) {
    const itemId = newId();
    await manager.query(
      `INSERT INTO planning.plan_item (id, plan_id, lineage, position, title, target_group, form,
         month, quarter, seats, theme_id, organiser_id)
       VALUES ($1, $2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        itemId,
        id,
        place + 1,
        JSON.stringify(item.title),
        JSON.stringify(item.targetGroup),
        item.form,
        item.month ?? null,
        item.quarter ?? null,
        item.seats,
        plan.group,
        group,
      ],
    );
    await manager.query(`INSERT INTO planning.plan_item_region SELECT $1, unnest($2::text[])`, [
      itemId,
      item.regions,
    ]);
    await manager.query(`INSERT INTO planning.plan_item_competence SELECT $1, unnest($2::text[])`, [
      itemId,
      item.competences,
    ]);
    if (item.becomes) {
      await manager.query(
        `UPDATE calendar.session SET plan_item_id = $1 WHERE id = (
           SELECT id FROM calendar.session
           WHERE title->>'fi' = $2 AND plan_item_id IS NULL AND status <> 'draft'
             AND extract(year FROM first_start) = $3
             AND abs(extract(month FROM first_start) - $4) <= 2
           ORDER BY abs(extract(month FROM first_start) - $4), first_start LIMIT 1)`,
        [itemId, item.becomes, plan.year, item.month ?? (item.quarter ?? 1) * 3 - 1],
      );
      // What was planned for a month is in the calendar in that month.
      await manager.query(
        `UPDATE planning.plan_item item
         SET month = extract(month FROM session.first_start AT TIME ZONE 'Europe/Helsinki')
         FROM calendar.session session
         WHERE session.plan_item_id = item.id AND item.id = $1 AND item.month IS NOT NULL`,
        [itemId],
      );
    }
  }
  return id;
}

async function step(
  manager: EntityManager,
  plan: string,
  to: 'submitted' | 'published',
  at: string,
  by: string | null,
): Promise<void> {
  await manager.query(
    `UPDATE planning.plan SET state = $2, version = version + 1, ${to}_at = $3, ${to}_by = $4
     WHERE id = $1`,
    [plan, to, at, by],
  );
  await manager.query(
    `INSERT INTO planning.plan_step (id, plan_id, at, from_state, to_state, by_id)
     VALUES ($1, $2, $3, CASE $4 WHEN 'submitted' THEN 'draft' ELSE 'submitted' END, $4, $5)`,
    [newId(), plan, at, to, by],
  );
}

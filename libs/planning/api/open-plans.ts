import { Injectable } from '@nestjs/common';
import type { Principal } from '@luotsi/identity/api';
import { newId, ProblemException } from '@luotsi/platform/api';
import { isOfGroup, noText } from '@luotsi/planning/model';
import type { Localised } from '@luotsi/platform/model';
import { DataSource, type EntityManager } from 'typeorm';
import { PlanItemEntity } from './entities/plan-item.entity';

interface InForce {
  readonly id: string;
  readonly goals: Localised;
}

/** Opens a group's plan of a year: the first draft, or the next revision with the same items. */
@Injectable()
export class OpenPlans {
  constructor(private readonly database: DataSource) {}

  /**
   * @returns the id of the new draft
   * @throws ProblemException `not-of-this-group`, `plan-reference-unknown` (not a development group),
   *   `plan-already-open` with the `planId` that is open
   */
  async open(year: number, group: string, person: Principal): Promise<string> {
    if (!isOfGroup(person.roles, group)) throw new ProblemException('not-of-this-group');
    return this.database.transaction(async (manager) => {
      const [known] = await manager.query<unknown[]>(
        `SELECT 1 FROM network."group" WHERE id = $1 AND kind = 'development'`,
        [group],
      );
      if (!known) throw new ProblemException('plan-reference-unknown');
      const [inForce] = await manager.query<InForce[]>(
        `SELECT id, goals FROM planning.plan
         WHERE group_id = $1 AND year = $2 AND state = 'published'`,
        [group, year],
      );
      const id = newId();
      const made = await manager.query<unknown[]>(
        `INSERT INTO planning.plan (id, year, group_id, state, revision, goals)
         SELECT $1, $2, $3, 'draft', 1 + coalesce(max(revision), 0), $4
         FROM planning.plan WHERE group_id = $3 AND year = $2
         ON CONFLICT DO NOTHING RETURNING id`,
        [id, year, group, JSON.stringify(inForce?.goals ?? noText)],
      );
      if (made.length === 0) throw await this.alreadyOpen(manager, year, group);
      if (inForce) await copyItems(manager, inForce.id, id);
      return id;
    });
  }

  private async alreadyOpen(manager: EntityManager, year: number, group: string) {
    const [open] = await manager.query<{ id: string }[]>(
      `SELECT id FROM planning.plan
       WHERE group_id = $1 AND year = $2 AND state IN ('draft', 'submitted')`,
      [group, year],
    );
    return new ProblemException('plan-already-open', { year, planId: open?.id ?? null });
  }
}

/** Copies the items of one revision into the next, each with its lineage, regions, competences. */
async function copyItems(manager: EntityManager, from: string, to: string): Promise<void> {
  const items = await manager.findBy(PlanItemEntity, { planId: from });
  const copies = items.map((item) => ({ ...item, id: newId(), planId: to, version: 1 }));
  await manager.insert(PlanItemEntity, copies);
  const pairs = [items.map(({ id }) => id), copies.map(({ id }) => id)];
  for (const [table, column] of [
    ['plan_item_region', 'region_code'],
    ['plan_item_competence', 'competence_code'],
  ])
    await manager.query(
      `INSERT INTO planning.${table} (item_id, ${column})
       SELECT pair.new, link.${column} FROM planning.${table} link
       JOIN unnest($1::uuid[], $2::uuid[]) AS pair (old, new) ON pair.old = link.item_id`,
      pairs,
    );
}

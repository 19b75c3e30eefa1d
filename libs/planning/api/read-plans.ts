import { Injectable } from '@nestjs/common';
import { mayPass } from '@luotsi/identity/model';
import type { Principal } from '@luotsi/identity/api';
import { ProblemException } from '@luotsi/platform/api';
import type { Received } from '@luotsi/platform/model';
import type {
  Plan,
  PlanItem,
  planningContract,
  PlannedItem,
  PlanSummary,
  YearOfPlans,
} from '@luotsi/planning/model';
import { DataSource, type EntityManager } from 'typeorm';
import { HISTORY, IN_YEAR, itemJson, SUMMARY, wholePlan } from './plan-sql';

const FROM_PLAN = `FROM planning.plan p JOIN network."group" g ON g.id = p.group_id`;
const PUBLIC = `p.state IN ('published', 'superseded')`;

/** Whether someone sees drafts and submitted plans too. */
const plans = (visitor: Pick<Principal, 'roles'> | null): boolean =>
  visitor !== null && mayPass('plan.read', visitor.roles);

/** Reads plans and their items, one statement a page. */
@Injectable()
export class ReadPlans {
  constructor(private readonly database: DataSource) {}

  /** Plans in a list, the latest year first; drafts and submitted ones for those who plan. */
  async list(
    { year, group }: Received<typeof planningContract.listPlans>['query'],
    visitor: Principal | null,
  ): Promise<PlanSummary[]> {
    const rows = await this.database.query<{ plan: PlanSummary }[]>(
      `SELECT jsonb_build_object(${SUMMARY}) AS plan ${FROM_PLAN}
       LEFT JOIN network.theme t ON t.id = g.theme_id
       WHERE ($1::integer IS NULL OR p.year = $1) AND ($2::uuid IS NULL OR p.group_id = $2)
         AND ($3 OR ${PUBLIC})
       ORDER BY p.year DESC, t.position, p.group_id, p.revision DESC`,
      [year ?? null, group ?? null, plans(visitor)],
    );
    return rows.map((row) => row.plan);
  }

  /**
   * One plan with its items.
   * @throws ProblemException `not-found` also where the visitor may not know of it
   */
  async one(id: string, visitor: Principal | null): Promise<Plan> {
    const [row] = await this.database.query<{ plan: Plan }[]>(
      `SELECT jsonb_build_object(${SUMMARY}, ${wholePlan('$2')},
         'history', CASE WHEN $2 THEN ${HISTORY} ELSE '[]' END) AS plan
       ${FROM_PLAN} WHERE p.id = $1 AND ($2::boolean OR ${PUBLIC})`,
      [id, plans(visitor)],
    );
    if (!row) throw new ProblemException('not-found');
    return row.plan;
  }

  /** One item as it stands, within a transaction that has changed it. */
  async item(manager: EntityManager, id: string): Promise<PlanItem> {
    const [row] = await manager.query<{ item: PlanItem }[]>(
      `SELECT ${itemJson('true')} AS item FROM planning.plan_item i WHERE i.id = $1`,
      [id],
    );
    if (!row) throw new ProblemException('not-found');
    return row.item;
  }

  /** The plans in force in a year, in the order of their themes; drafts of sessions for planners. */
  async year(year: number, visitor: Principal | null): Promise<YearOfPlans> {
    const rows = await this.database.query<{ years: number[]; plan: Plan | null }[]>(
      `SELECT years.years, found.plan FROM (
         SELECT coalesce(array_agg(DISTINCT year ORDER BY year DESC), '{}') AS years
         FROM planning.plan WHERE state = 'published') years
       LEFT JOIN (
         SELECT jsonb_build_object(${SUMMARY}, ${wholePlan('$2')}) AS plan, t.position
         ${FROM_PLAN} LEFT JOIN network.theme t ON t.id = g.theme_id
         WHERE p.year = $1 AND $2::boolean IS NOT NULL AND p.state = 'published') found ON true
       ORDER BY found.position`,
      [year, plans(visitor)],
    );
    return {
      year,
      years: rows[0]?.years ?? [],
      plans: rows.flatMap(({ plan }) => (plan ? [plan] : [])),
    };
  }

  /** Items of plans in force, in the order of the years. */
  async plannedItems(
    filters: Received<typeof planningContract.listPlannedItems>['query'],
  ): Promise<PlannedItem[]> {
    const rows = await this.database.query<{ item: PlannedItem }[]>(
      `SELECT ${itemJson('false')} - 'version' || jsonb_build_object('year', p.year,
         'planId', p.id, 'group', jsonb_build_object('id', g.id, 'name', g.name)) AS item
       ${FROM_PLAN} JOIN planning.plan_item i ON i.plan_id = p.id
       WHERE p.state = 'published'
         AND p.year BETWEEN coalesce($1, extract(year FROM now() AT TIME ZONE 'Europe/Helsinki'))
           AND coalesce($1, 9999)
         AND ($2::text[] = '{}' OR NOT EXISTS (
             SELECT 1 FROM planning.plan_item_region r WHERE r.item_id = i.id)
           OR EXISTS (SELECT 1 FROM planning.plan_item_region r
             WHERE r.item_id = i.id AND r.region_code = ANY ($2)))
         AND ($3::text[] = '{}' OR i.theme_id = ANY ($3))
         AND ($4::text[] = '{}' OR EXISTS (SELECT 1 FROM planning.plan_item_competence c
             WHERE c.item_id = i.id AND c.competence_code = ANY ($4)))
         AND ($5::text[] = '{}' OR i.form = ANY ($5))
         AND ($6::uuid[] = '{}' OR p.group_id = ANY ($6))
       ORDER BY p.year, ${IN_YEAR}`,
      [
        filters.year ?? null,
        filters.region,
        filters.theme,
        filters.competence,
        filters.form,
        filters.group,
      ],
    );
    return rows.map((row) => row.item);
  }
}

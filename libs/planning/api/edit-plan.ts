import { Injectable } from '@nestjs/common';
import type { Principal } from '@luotsi/identity/api';
import { newId, ProblemException } from '@luotsi/platform/api';
import type { Localised, Received } from '@luotsi/platform/model';
import {
  changeTiming,
  type PlanItem,
  type planningContract,
  type Timing,
} from '@luotsi/planning/model';
import { DataSource, type EntityManager } from 'typeorm';
import { PlanItemEntity } from './entities/plan-item.entity';
import { PlanEntity } from './entities/plan.entity';
import { link, whatIsKnown } from './item-rows';
import { lockOwnDraft, withKnownReferences } from './lock-plan';
import { ReadPlans } from './read-plans';

type Draft = Received<typeof planningContract.addPlanItem>['body'];
type Changes = Received<typeof planningContract.changePlanItem>['body'];

/** Edits a draft: its goals and its items. Whoever changes what has changed meanwhile is refused. */
@Injectable()
export class EditPlan {
  constructor(
    private readonly database: DataSource,
    private readonly read: ReadPlans,
  ) {}

  async changeGoals(id: string, version: number, goals: Localised, person: Principal) {
    return this.database.transaction(async (manager) => {
      const plan = await lockOwnDraft(manager, id, person, 'pessimistic_write');
      if (plan.version !== version)
        throw new ProblemException('changed-meanwhile', {
          current: { version: plan.version, goals: plan.goals },
        });
      await manager.update(PlanEntity, { id }, { goals, version: version + 1 });
      return { id, version: version + 1, goals };
    });
  }

  async addItem(planId: string, draft: Draft, person: Principal): Promise<PlanItem> {
    return this.database.transaction(async (manager) => {
      const plan = await lockOwnDraft(manager, planId, person, 'pessimistic_read');
      const id = newId();
      const known = await whatIsKnown(manager, plan, draft.continues ?? null);
      await withKnownReferences(async () => {
        await manager.insert(PlanItemEntity, {
          id,
          planId,
          lineage: known.lineage ?? id,
          position: known.position,
          version: 1,
          title: draft.title,
          targetGroup: draft.targetGroup,
          form: draft.form,
          month: draft.month ?? null,
          quarter: draft.quarter ?? null,
          seats: draft.seats ?? null,
          themeId: draft.theme === undefined ? known.theme : draft.theme,
          organiserId: draft.organiser ?? plan.groupId,
        });
        await link(manager, id, draft);
      });
      return this.read.item(manager, id);
    });
  }

  async changeItem(planId: string, id: string, changes: Changes, person: Principal) {
    return this.database.transaction(async (manager) => {
      const plan = await lockOwnDraft(manager, planId, person, 'pessimistic_read');
      const item = await this.lockItem(manager, planId, id);
      if (!item) throw new ProblemException('not-found');
      await this.refuseStale(manager, item, changes.version);
      const { version, theme, organiser, competences, regions, month, quarter, ...texts } = changes;
      const given = Object.fromEntries(
        Object.entries(texts).filter(([, value]) => value !== undefined),
      );
      await withKnownReferences(async () => {
        await manager.update(
          PlanItemEntity,
          { id },
          {
            ...given,
            ...changeTiming({ month: item.month, quarter: item.quarter } as Timing, {
              month,
              quarter,
            }),
            ...(theme === undefined ? {} : { themeId: theme }),
            ...(organiser === undefined ? {} : { organiserId: organiser ?? plan.groupId }),
            version: version + 1,
          },
        );
        await link(manager, id, { competences, regions });
      });
      return this.read.item(manager, id);
    });
  }

  async removeItem(planId: string, id: string, version: number | undefined, person: Principal) {
    await this.database.transaction(async (manager) => {
      await lockOwnDraft(manager, planId, person, 'pessimistic_read');
      const item = await this.lockItem(manager, planId, id);
      if (!item) return;
      await this.refuseStale(manager, item, version ?? item.version);
      await manager.delete(PlanItemEntity, { id });
    });
  }

  /** Puts all items of a draft in order; refused when there are others than the editor saw. */
  async order(planId: string, ids: readonly string[], person: Principal): Promise<void> {
    await this.database.transaction(async (manager) => {
      await lockOwnDraft(manager, planId, person, 'pessimistic_write');
      const items = await manager.find(PlanItemEntity, { where: { planId }, select: { id: true } });
      const same = new Set([...ids, ...items.map(({ id }) => id)]).size === items.length;
      if (!same || ids.length !== items.length) throw new ProblemException('changed-meanwhile');
      await manager.query(
        `UPDATE planning.plan_item i SET position = o.position
         FROM unnest($1::uuid[]) WITH ORDINALITY AS o (id, position) WHERE i.id = o.id`,
        [ids],
      );
    });
  }

  private lockItem(manager: EntityManager, planId: string, id: string) {
    return manager.findOne(PlanItemEntity, {
      where: { id, planId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  private async refuseStale(manager: EntityManager, item: PlanItemEntity, version: number) {
    if (item.version === version) return;
    const current = await this.read.item(manager, item.id);
    throw new ProblemException('changed-meanwhile', { current });
  }
}

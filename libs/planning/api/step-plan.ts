import { Injectable } from '@nestjs/common';
import type { Principal } from '@luotsi/identity/api';
import { newId, ProblemException } from '@luotsi/platform/api';
import { isRefusal } from '@luotsi/platform/model';
import { isOfGroup, takeStep, type PlanStep } from '@luotsi/planning/model';
import { DataSource, type EntityManager } from 'typeorm';
import { PlanItemEntity } from './entities/plan-item.entity';
import { PlanEntity } from './entities/plan.entity';
import { lockPlan } from './lock-plan';

/** Takes a plan from state to state and keeps who did it, when and why. */
@Injectable()
export class StepPlan {
  constructor(private readonly database: DataSource) {}

  /** @throws ProblemException `not-found`, `not-of-this-group` or the rule's refusal */
  async submit(id: string, person: Principal): Promise<void> {
    await this.database.transaction(async (manager) => {
      const plan = await lockPlan(manager, id, 'pessimistic_write');
      if (!isOfGroup(person.roles, plan.groupId)) throw new ProblemException('not-of-this-group');
      await this.take(manager, plan, 'submit', person, {
        submittedAt: new Date(),
        submittedBy: person.id,
      });
    });
  }

  /** @throws ProblemException `not-found` or the rule's refusal */
  async return(id: string, comment: string, person: Principal): Promise<void> {
    await this.database.transaction(async (manager) => {
      const plan = await lockPlan(manager, id, 'pessimistic_write');
      const undone = { submittedAt: null, submittedBy: null };
      await this.take(manager, plan, 'return', person, undone, comment);
    });
  }

  /** Publishes; the revision that was in force until now is superseded in the same transaction. */
  async publish(id: string, person: Principal): Promise<void> {
    await this.database.transaction(async (manager) => {
      const plan = await lockPlan(manager, id, 'pessimistic_write');
      const before = await manager.findOne(PlanEntity, {
        where: { groupId: plan.groupId, year: plan.year, state: 'published' },
        lock: { mode: 'pessimistic_write' },
      });
      if (before && before.id !== id) await this.take(manager, before, 'supersede', person, {});
      await this.take(manager, plan, 'publish', person, {
        publishedAt: new Date(),
        publishedBy: person.id,
      });
    });
  }

  private async take(
    manager: EntityManager,
    plan: PlanEntity,
    step: PlanStep,
    person: Principal,
    facts: Partial<PlanEntity>,
    comment = '',
  ): Promise<void> {
    const itemCount = await manager.countBy(PlanItemEntity, { planId: plan.id });
    const state = takeStep(step, { state: plan.state, itemCount });
    if (isRefusal(state)) throw ProblemException.of(state);
    const version = step === 'supersede' ? plan.version : plan.version + 1;
    await manager.update(PlanEntity, { id: plan.id }, { ...facts, state, version });
    await manager.query(
      `INSERT INTO planning.plan_step (id, plan_id, at, from_state, to_state, by_id, comment)
       VALUES ($1, $2, now(), $3, $4, $5, $6)`,
      [newId(), plan.id, plan.state, state, person.id, comment],
    );
  }
}

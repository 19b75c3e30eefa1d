import type { Principal } from '@luotsi/identity/api';
import { ProblemException } from '@luotsi/platform/api';
import { isOfGroup, whyNotEditable } from '@luotsi/planning/model';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { PlanEntity } from './entities/plan.entity';

/**
 * Locks a plan until the end of the transaction: `pessimistic_read` lets others work on other
 * items meanwhile, `pessimistic_write` lets nobody.
 * @throws ProblemException `not-found`
 */
export async function lockPlan(
  manager: EntityManager,
  id: string,
  mode: 'pessimistic_read' | 'pessimistic_write',
): Promise<PlanEntity> {
  const plan = await manager.findOne(PlanEntity, { where: { id }, lock: { mode } });
  if (!plan) throw new ProblemException('not-found');
  return plan;
}

/**
 * Locks a draft that the person's own group is writing.
 * @throws ProblemException `not-found`, `not-of-this-group`, or what keeps it from being edited
 */
export async function lockOwnDraft(
  manager: EntityManager,
  id: string,
  person: Principal,
  mode: 'pessimistic_read' | 'pessimistic_write',
): Promise<PlanEntity> {
  const plan = await lockPlan(manager, id, mode);
  if (!isOfGroup(person.roles, plan.groupId)) throw new ProblemException('not-of-this-group');
  const refusal = whyNotEditable(plan.state);
  if (refusal) throw ProblemException.of(refusal);
  return plan;
}

/** Runs a write; a reference to what does not exist becomes the problem `plan-reference-unknown`. */
export async function withKnownReferences<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (fault) {
    const code =
      fault instanceof QueryFailedError ? (fault.driverError as { code?: string }).code : '';
    if (code === '23503') throw new ProblemException('plan-reference-unknown');
    throw fault;
  }
}

import { Controller } from '@nestjs/common';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import { planningContract as contract, type PlanItem } from '@luotsi/planning/model';
import { EditPlan } from './edit-plan';
import { TakeUpItem } from './take-up-item';

/** What the members of a development group do to their draft, and what items become. */
@Controller()
export class PlanItemsController {
  constructor(
    private readonly edit: EditPlan,
    private readonly taking: TakeUpItem,
  ) {}

  @Handle(contract.changePlan)
  change(
    @Input() { params, body }: Received<typeof contract.changePlan>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof contract.changePlan>> {
    return this.edit.changeGoals(params.id, body.version, body.goals, person);
  }

  @Handle(contract.addPlanItem)
  add(
    @Input() { params, body }: Received<typeof contract.addPlanItem>,
    @CurrentPerson() person: Principal,
  ): Promise<PlanItem> {
    return this.edit.addItem(params.id, body, person);
  }

  @Handle(contract.changePlanItem)
  changeItem(
    @Input() { params, body }: Received<typeof contract.changePlanItem>,
    @CurrentPerson() person: Principal,
  ): Promise<PlanItem> {
    return this.edit.changeItem(params.id, params.itemId, body, person);
  }

  @Handle(contract.removePlanItem)
  remove(
    @Input() { params, query }: Received<typeof contract.removePlanItem>,
    @CurrentPerson() person: Principal,
  ): Promise<void> {
    return this.edit.removeItem(params.id, params.itemId, query.version, person);
  }

  @Handle(contract.orderPlanItems)
  order(
    @Input() { params, body }: Received<typeof contract.orderPlanItems>,
    @CurrentPerson() person: Principal,
  ): Promise<void> {
    return this.edit.order(params.id, body.items, person);
  }

  @Handle(contract.takeUpItem)
  async takeUp(
    @Input() { params, body }: Received<typeof contract.takeUpItem>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof contract.takeUpItem>> {
    return { sessionId: await this.taking.take(params.id, body, person) };
  }
}

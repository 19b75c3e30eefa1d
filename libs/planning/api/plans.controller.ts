import { Controller } from '@nestjs/common';
import { CurrentPerson, Visitor, type Principal } from '@luotsi/identity/api';
import { Handle, Input } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import { planningContract as contract, type Plan } from '@luotsi/planning/model';
import { OpenPlans } from './open-plans';
import { ReadPlans } from './read-plans';
import { StepPlan } from './step-plan';

/** Annual plans: reading them, opening one, and the steps to publication. */
@Controller()
export class PlansController {
  constructor(
    private readonly read: ReadPlans,
    private readonly plans: OpenPlans,
    private readonly steps: StepPlan,
  ) {}

  @Handle(contract.listPlans)
  async list(
    @Input() { query }: Received<typeof contract.listPlans>,
    @Visitor() visitor: Principal | null,
  ): Promise<Answer<typeof contract.listPlans>> {
    return { items: await this.read.list(query, visitor) };
  }

  @Handle(contract.getYearOfPlans)
  year(
    @Input() { params }: Received<typeof contract.getYearOfPlans>,
    @Visitor() visitor: Principal | null,
  ): Promise<Answer<typeof contract.getYearOfPlans>> {
    return this.read.year(params.year, visitor);
  }

  @Handle(contract.getPlan)
  one(
    @Input() { params }: Received<typeof contract.getPlan>,
    @Visitor() visitor: Principal | null,
  ): Promise<Plan> {
    return this.read.one(params.id, visitor);
  }

  @Handle(contract.openPlan)
  async open(
    @Input() { body }: Received<typeof contract.openPlan>,
    @CurrentPerson() person: Principal,
  ): Promise<Plan> {
    const id = await this.plans.open(body.year, body.group, person);
    return this.read.one(id, person);
  }

  @Handle(contract.submitPlan)
  async submit(
    @Input() { params }: Received<typeof contract.submitPlan>,
    @CurrentPerson() person: Principal,
  ): Promise<Plan> {
    await this.steps.submit(params.id, person);
    return this.read.one(params.id, person);
  }

  @Handle(contract.returnPlan)
  async return(
    @Input() { params, body }: Received<typeof contract.returnPlan>,
    @CurrentPerson() person: Principal,
  ): Promise<Plan> {
    await this.steps.return(params.id, body.comment, person);
    return this.read.one(params.id, person);
  }

  @Handle(contract.publishPlan)
  async publish(
    @Input() { params }: Received<typeof contract.publishPlan>,
    @CurrentPerson() person: Principal,
  ): Promise<Plan> {
    await this.steps.publish(params.id, person);
    return this.read.one(params.id, person);
  }

  @Handle(contract.listPlannedItems)
  async plannedItems(
    @Input() { query }: Received<typeof contract.listPlannedItems>,
  ): Promise<Answer<typeof contract.listPlannedItems>> {
    return { items: await this.read.plannedItems(query) };
  }
}

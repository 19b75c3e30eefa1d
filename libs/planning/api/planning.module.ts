import { Module } from '@nestjs/common';
import { CalendarModule } from '@luotsi/calendar/api';
import { planningContract, planningProblems } from '@luotsi/planning/model';
import type { Slice } from '@luotsi/platform/api';
import { demonstratePlanning } from './demonstration';
import { EditPlan } from './edit-plan';
import { PlanItemEntity } from './entities/plan-item.entity';
import { PlanEntity } from './entities/plan.entity';
import { AnnualPlans1764000700000 } from './migrations/annual-plans';
import { ItemsBecomeSessions1764000700010 } from './migrations/items-become-sessions';
import { OpenPlans } from './open-plans';
import { planningData, planningRetention } from './personal-data';
import { PlanItemsController } from './plan-items.controller';
import { PlansController } from './plans.controller';
import { ReadPlans } from './read-plans';
import { StepPlan } from './step-plan';
import { TakeUpItem } from './take-up-item';

/** The plans' controllers, and what answers them. */
@Module({
  imports: [CalendarModule],
  controllers: [PlansController, PlanItemsController],
  providers: [ReadPlans, OpenPlans, EditPlan, StepPlan, TakeUpItem],
})
export class PlanningModule {}

/** Annual plans as the app lists them. */
export const planningSlice: Slice = {
  name: 'planning',
  about: 'Annual training plans, from a draft to sessions.',
  module: PlanningModule,
  entities: [PlanEntity, PlanItemEntity],
  migrations: [AnnualPlans1764000700000, ItemsBecomeSessions1764000700010],
  operations: Object.values(planningContract),
  problems: planningProblems,
  demonstration: demonstratePlanning,
  personalData: planningData,
  retention: planningRetention,
};

/** How annual plans are kept: drafts edited without loss, published for good, taken up as sessions. */
export { planningSlice, PlanningModule } from './planning.module';

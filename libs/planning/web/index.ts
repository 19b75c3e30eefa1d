/** Planning's pages, and the pieces of it that other slices' pages show. */
export { planningRoutes } from './routes';
export { PlannedItemsOfMonth } from './planned/planned-items';
export { PlansOfGroup } from './planned/plans-of-group';

/**
 * The calendar's second door, for the app alone: its pages. A door that is fetched is fetched whole,
 * and whoever reads the calendar need not carry the pieces that other slices' pages show.
 */
export { PLANNED_ITEMS, type PlannedItems } from './planned-items';
export { calendarRoutes } from './routes';
/** Fetched apart: whoever reads the calendar doesn't carry the organisers' pages along. */
export const organisePages = () => import('./organise-routes').then((its) => its.organiseRoutes);

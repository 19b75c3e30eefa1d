/** The calendar's pages, and the pieces of it that other slices' pages show. */
export { type AgendaFilters } from './agenda/agenda-filters';
export { EnrolButton } from './enrolment/enrol-button';
export { PLANNED_ITEMS, type PlannedItems } from './planned-items';
export { calendarRoutes } from './routes';
/** Fetched apart: whoever reads the calendar doesn't carry the organisers' pages along. */
export const organisePages = () => import('./organise-routes').then((its) => its.organiseRoutes);
export { SessionList } from './session-list';

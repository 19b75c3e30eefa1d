/** The calendar's pages, and the pieces of it that other slices' pages show. */
export { type AgendaFilters } from './agenda/agenda-filters';
export { EnrolButton } from './enrolment/enrol-button';
export { PLANNED_ITEMS, type PlannedItems } from './planned-items';
export { calendarRoutes } from './routes';
export { SessionList } from './session-list';

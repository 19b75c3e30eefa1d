/** The pieces of the calendar that other slices' pages show. Its pages have a door of their own. */
export { type AgendaFilters } from './agenda/agenda-filters';
export { EnrolButton } from './enrolment/enrol-button';
export { SessionList } from './session-list';

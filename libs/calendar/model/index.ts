/** The national training calendar: sessions, seats, enrolment. */
export * from './contract';
// Everything under one name is for the API: a page that takes it takes all of it along.
export * as calendarContract from './contract';
export * from './desk';
export * from './enrolment';
export * from './enrolment-book';
export * from './enrolment-rules';
export * from './enrolment-table';
export * from './finnish-stem';
export * from './interest';
export * from './needs';
export * from './organiser-rules';
export * from './outline';
export * from './outline-changes';
export * from './outline-rules';
export * from './outline-session';
export * from './outline-take-over';
export * from './problems';
export * from './session';
export * from './session-draft';
export * from './session-filters';
export * from './session-missing';
export * from './session-organised';
export * from './session-rules';
export * as calendarFeedContract from './feed-contract';
export * from './feed-query';

/** What the calendar offers: a file for each subject. */
export * from './contract/desk';
export * from './contract/attendance';
export * from './contract/enrolment';
export * from './contract/interest';
export * from './contract/needs';
export * from './contract/organise';
export * from './contract/outlines';
export * from './contract/sessions';

/** What the calendar offers: a file for each subject. */
export * from './contract/attendance';
export * from './contract/desk';
export * from './contract/enrolment';
export * from './contract/feedback';
export * from './contract/for-enrolled';
export * from './contract/interest';
export * from './contract/needs';
export * from './contract/materials';
export * from './contract/organise';
export * from './contract/outlines';
export * from './contract/own-enrolments';
export * from './contract/participant-deeds';
export * from './contract/participants';
export * from './contract/series';
export * from './contract/sessions';

import { enrolmentProblems } from './problems/enrolment';
import { listProblems } from './problems/list';
import { organiseProblems } from './problems/organise';
import { sessionProblems } from './problems/session';

/** Why the calendar refuses something, and what to do then: a file for each subject. */
export const calendarProblems = {
  ...sessionProblems,
  ...enrolmentProblems,
  ...organiseProblems,
  ...listProblems,
} as const;

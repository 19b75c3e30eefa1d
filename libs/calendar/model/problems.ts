import { attendanceProblems } from './problems/attendance';
import { enrolmentProblems } from './problems/enrolment';
import { feedbackProblems } from './problems/feedback';
import { interestProblems } from './problems/interest';
import { listProblems } from './problems/list';
import { needsProblems } from './problems/needs';
import { organiseProblems } from './problems/organise';
import { outlineProblems } from './problems/outlines';
import { participantProblems } from './problems/participants';
import { seriesProblems } from './problems/series';
import { sessionProblems } from './problems/session';

/** Why the calendar refuses something, and what to do then: a file for each subject. */
export const calendarProblems = {
  ...sessionProblems,
  ...enrolmentProblems,
  ...organiseProblems,
  ...interestProblems,
  ...needsProblems,
  ...outlineProblems,
  ...seriesProblems,
  ...listProblems,
  ...attendanceProblems,
  ...participantProblems,
  ...feedbackProblems,
} as const;

import type { ProblemTable } from '@luotsi/platform/model';
import { signInProblems } from './problems/sign-in';

/** What identity may refuse with: a table for each subject. */
export const identityProblems = {
  ...signInProblems,
} as const satisfies ProblemTable;

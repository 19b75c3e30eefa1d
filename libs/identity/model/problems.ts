import type { ProblemTable } from '@luotsi/platform/model';
import { accountProblems } from './problems/accounts';
import { accessibilityFeedbackProblems } from './problems/accessibility-feedback';
import { invitationProblems } from './problems/invitations';
import { linkedSignInProblems } from './problems/linked-sign-in';
import { peopleProblems } from './problems/people';
import { privacyProblems } from './problems/privacy';
import { profileProblems } from './problems/profile';
import { secondStepProblems } from './problems/second-step';
import { signInProblems } from './problems/sign-in';

/**
 * What identity may refuse with: a table for each subject. Put together by a call that is marked as
 * pure, so that the bundler leaves all its words out of pages that don't name it.
 */
export const identityProblems = /* @__PURE__ */ (() =>
  ({
    ...accountProblems,
    ...invitationProblems,
    ...peopleProblems,
    ...privacyProblems,
    ...profileProblems,
    ...signInProblems,
    ...linkedSignInProblems,
    ...accessibilityFeedbackProblems,
    ...secondStepProblems,
  }) as const satisfies ProblemTable)();

export { linkedSignInProblems };

/** How assessments are kept: one's own only, saved as one goes, completed for good. */
export { AssessmentModule, assessmentSlice } from './assessment.module';

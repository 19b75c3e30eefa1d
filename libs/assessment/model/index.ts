/** A person's assessment of their own competence: answering, scoring, the report. */
export * as assessmentContract from './contract';
export {
  assessment,
  assessmentItem,
  report,
  type Assessment,
  type AssessmentItem,
  type NextSession,
  type NextUnit,
  type Report,
  type ReportGap,
} from './contract';
export * from './answer';
export * from './answering';
export { assessmentProblems } from './problems';
export * from './report';
export * from './scoring';
export { sampleFramework } from './sample-framework';

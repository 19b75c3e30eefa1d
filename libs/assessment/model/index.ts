/** A person's assessment of their own competence: answering, scoring, the report. */
export * as assessmentContract from './contract';
export * from './contract';
export * from './answer';
export * from './answering';
export { assessmentProblems } from './problems';
export * from './report';
export * from './scoring';
export { sampleFramework } from './sample-framework';

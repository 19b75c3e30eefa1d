/** What every slice stands on, on both sides: languages, texts, problems, operations, primitives. */
export * from './contract';
export { cancelJob, getJob, jobProgress, type JobProgress } from './jobs';
export * from './language';
export * from './localised';
export * from './notice-kind';
export * from './operation';
export * from './primitives';
export * from './problem';
export * from './problems';
export * as platformContract from './contract';

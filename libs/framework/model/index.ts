/** Competence frameworks: the vocabulary that everything is tagged with. */
export * from './framework';
export * from './contract';
export { frameworkProblems } from './problems';
export * as frameworkContract from './contract';

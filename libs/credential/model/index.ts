/** Certificates and badges: what they say, and whether they hold. */
export * from './code';
export * from './contract';
// Everything under one name is for the API: a page that takes it takes all of it along.
export * as credentialContract from './contract';
export * from './credential';
export * from './problems';

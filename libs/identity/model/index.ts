/** Who someone is and what they may do. */
export * from './audit';
export * as identityContract from './contract';
export type { Credentials, Me } from './contract';
export * from './permissions';
export * from './problems';
export * from './scopes';

/** Who someone is and what they may do. */
export * from './audit';
export * from './audit-details';
export * from './browser';
export * as identityContract from './contract';
export type {
  Affiliation,
  AffiliationPeriod,
  Credentials,
  LinkedAccount,
  Me,
  Person,
  PersonInList,
  Profile,
  RoleHolding,
  ReceivedFeedback,
  SignInProvider,
} from './contract';
export * from './email-address';
export * from './giving';
export type { AuditEntry, AuditQuery, OwnAuditEntry } from './contract/audit';
export * from './permissions';
export * from './problems';
export * from './role-change';
export * from './role-names';
export { samplePerson } from './sample-person';
export * from './safe-return';
export * from './scopes';

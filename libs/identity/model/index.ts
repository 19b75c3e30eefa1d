/** Who someone is and what they may do. */
export * from './audit';
export * from './audit-details';
export * from './audit-words';
export * from './browser';
export * from './contract';
// Everything under one name is for the API: a page that takes it takes all of it along.
export * as identityContract from './contract';
export type {
  Affiliation,
  AffiliationPeriod,
  Credentials,
  HalfSignedIn,
  ImportLine,
  Invitation,
  LineFate,
  LinkedAccount,
  Me,
  Passkey,
  PasskeyAsserted,
  PasskeyCreated,
  PasskeyCreationOptions,
  PasskeyRequestOptions,
  Person,
  PersonInList,
  OwnAddress,
  OwnSignIn,
  Profile,
  Registration,
  ReceivedFeedback,
  RoleHolding,
  SecondStep,
  SignInProvider,
} from './contract';
export * from './email-address';
export * from './giving';
export type { AuditEntry, AuditQuery, OwnAuditEntry } from './contract/audit';
export * from './password';
export type { OwnPrivacy, RetentionKind, RetentionRun } from './contract/privacy';
export * from './permissions';
export * from './problems';
export * from './role-change';
export * from './role-names';
export { samplePerson } from './sample-person';
export * from './safe-return';
export * from './scopes';
export * from './second-step';

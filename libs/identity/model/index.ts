/** Who someone is and what they may do. */
export * from './audit';
export * from './browser';
export * as identityContract from './contract';
export type {
  Affiliation,
  Credentials,
  LinkedAccount,
  Me,
  Profile,
  SignInProvider,
} from './contract';
export * from './email-address';
export * from './permissions';
export * from './problems';
export { samplePerson } from './sample-person';
export * from './safe-return';
export * from './scopes';

/** Certificates and badges: `Credentials.issue` and `revoke` in the transaction that causes them. */
import { credentialContract, credentialProblems } from '@luotsi/credential/model';
import type { Slice } from '@luotsi/platform/api';
import { operationsOf } from '@luotsi/platform/model';
import { CredentialModule } from './credential.module';
import { Credentials1764000350000 } from './migrations/credentials';
import { credentialNoticeKinds } from './notice-kinds';
import { credentialData, credentialRetention } from './personal-data';

export { Credentials, type HeldCredential, type NewCredential } from './credentials';

/** Credentials as the app lists them. */
export const credentialSlice: Slice = {
  name: 'credential',
  about: 'Certificates: one’s own, and whether one is genuine.',
  module: CredentialModule,
  entities: [],
  migrations: [Credentials1764000350000],
  operations: operationsOf(credentialContract),
  problems: credentialProblems,
  notices: credentialNoticeKinds,
  personalData: credentialData,
  retention: credentialRetention,
};

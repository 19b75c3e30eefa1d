import { identityContract, identityProblems } from '@luotsi/identity/model';
import type { Slice } from '@luotsi/platform/api';
import { operationsOf } from '@luotsi/platform/model';
import { AUDIT_RIGHTS } from './audit/audit';
import { personalData } from './privacy/personal-data';
import { retentionRules } from './privacy/retention-rules';
import { demonstration } from './demonstration/demonstration';
import { IdentityModule } from './identity.module';
import { AccessibilityFeedback1764000131000 } from './migrations/accessibility-feedback';
import { AuditLog1764000160000 } from './migrations/audit-log';
import { AuditPrecision1764000160010 } from './migrations/audit-precision';
import { Privacy1764000160020 } from './migrations/privacy';
import { OpenId1764000130000 } from './migrations/open-id';
import { OrganisationNamed1764000170000 } from './migrations/organisation-named';
import { PeopleAndSessions1764000100000 } from './migrations/people-and-sessions';
import { PeopleOfJobsAndMail1764000111000 } from './migrations/people-of-jobs-and-mail';
import { Invitations1764000140001 } from './migrations/invitations';
import { ProfileAndRoles1764000140000 } from './migrations/profile-and-roles';
import { RegistrationAndLinks1764000110000 } from './migrations/registration-and-links';
import { RegistrationReturn1764000110100 } from './migrations/registration-return';
import { SecondStepAndPasskeys1764000120100 } from './migrations/second-step-and-passkeys';
import { UnusedAccounts1764000170100 } from './migrations/unused-accounts';
import { SecondStepOfSessions1764000120000 } from './migrations/second-step-of-sessions';

/** Who someone is: sign-in, roles, the permission that every operation needs. */
export { Audit, type AuditRecord } from './audit/audit';
export { Authentication } from './authentication';
export { demonstrationEmail } from './demonstration/demonstration';
export { addPeople, grantRole, IDENTITY, type NewPerson } from './people/people';
export { GuessLimits, type GuessLimit } from './limits/guess-limits';
export { Forgetting } from './privacy/deletion/forgetting';
export { Retention } from './privacy/retention/retention';
export {
  Places,
  PractitionerTypes,
  type KnownGroup,
  type KnownPlaces,
  type NewOrganisation,
} from './places';
export { ReadPeople } from './people/read-people';
export { inviteAdministrator, type InvitedAdministrator } from './people/first-administrator';
export { PermissionGuard } from './permission.guard';
export { CurrentPerson, Visitor, type Principal } from './principal';
export { signToken } from './session/session-cookie';

/** Identity as the app lists it. */
export const identitySlice: Slice = {
  name: 'identity',
  about: 'Accounts and signing in, profiles, roles in scopes, privacy, the audit log.',
  module: IdentityModule,
  entities: [],
  migrations: [
    PeopleAndSessions1764000100000,
    RegistrationAndLinks1764000110000,
    RegistrationReturn1764000110100,
    PeopleOfJobsAndMail1764000111000,
    SecondStepOfSessions1764000120000,
    SecondStepAndPasskeys1764000120100,
    ProfileAndRoles1764000140000,
    Invitations1764000140001,
    OpenId1764000130000,
    AccessibilityFeedback1764000131000,
    AuditLog1764000160000,
    AuditPrecision1764000160010,
    Privacy1764000160020,
    OrganisationNamed1764000170000,
    UnusedAccounts1764000170100,
  ],
  guarded: { 'identity.audit_entry': AUDIT_RIGHTS },
  operations: operationsOf(identityContract),
  problems: identityProblems,
  demonstration,
  personalData,
  retention: retentionRules,
};

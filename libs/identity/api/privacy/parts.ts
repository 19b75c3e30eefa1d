import type { Provider, Type } from '@nestjs/common';
import { AuditController } from '../audit/audit.controller';
import { AuditLog } from '../audit/audit-log';
import { Copies } from './copy/copies';
import { Deletions } from './deletion/deletions';
import { Forgetting } from './deletion/forgetting';
import { UnusedAccounts } from './deletion/unused-accounts';
import { OwnPrivacyPage } from './own-privacy';
import { PrivacyController } from './privacy.controller';
import { Retention } from './retention/retention';

/** What identity's module takes in of the audit log and of privacy. */
export const privacyControllers: Type[] = [AuditController, PrivacyController];
export const privacyProviders: Provider[] = [
  AuditLog,
  Copies,
  Deletions,
  Forgetting,
  UnusedAccounts,
  OwnPrivacyPage,
  Retention,
];

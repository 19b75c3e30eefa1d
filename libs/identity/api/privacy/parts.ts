import type { Provider, Type } from '@nestjs/common';
import { AuditController } from '../audit/audit.controller';
import { AuditLog } from '../audit/audit-log';

/** What identity's module takes in of the audit log and of privacy. */
export const privacyControllers: Type[] = [AuditController];
export const privacyProviders: Provider[] = [AuditLog];

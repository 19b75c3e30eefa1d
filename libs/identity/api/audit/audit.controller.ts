import { Controller, Header } from '@nestjs/common';
import {
  identityContract as contract,
  type AuditEntry,
  type OwnAuditEntry,
} from '@luotsi/identity/model';
import { Handle, Input, RequestLanguage } from '@luotsi/platform/api';
import type { Language, Received } from '@luotsi/platform/model';
import { CurrentPerson, type Principal } from '../principal';
import { auditCsv } from './audit-csv';
import { AuditLog, type Part } from './audit-log';

/** More than anybody reads in a spreadsheet; who needs all of it narrows by days. */
const MOST = 20_000;

/** Who did what to whose data. */
@Controller()
export class AuditController {
  constructor(private readonly log: AuditLog) {}

  @Handle(contract.listAudit)
  list(
    @CurrentPerson() person: Principal,
    @Input() { query }: Received<typeof contract.listAudit>,
  ): Promise<Part<AuditEntry>> {
    return this.log.page(person, query);
  }

  @Handle(contract.exportAudit)
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="luotsi-audit.csv"')
  async export(
    @CurrentPerson() person: Principal,
    @Input() { query }: Received<typeof contract.exportAudit>,
    @RequestLanguage() language: Language,
  ): Promise<string> {
    return auditCsv(await this.log.all(person, query, MOST), language);
  }

  @Handle(contract.listOwnAudit)
  own(
    @CurrentPerson() person: Principal,
    @Input() { query: { by, cursor, limit } }: Received<typeof contract.listOwnAudit>,
  ): Promise<Part<OwnAuditEntry>> {
    return this.log.own(person.id, by, cursor, limit);
  }
}

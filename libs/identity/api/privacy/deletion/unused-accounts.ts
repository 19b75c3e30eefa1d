import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  CONFIGURATION,
  describeFault,
  Jobs,
  Mail,
  publicOrigin,
  type Configuration,
} from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../../audit/audit';
import { unusedLetter } from './letters';

/** Years without a sign-in after which an account counts as unused. */
export const UNUSED_YEARS = 3;

/** Days from the letter until the account is deleted, unless its owner signs in. */
export const NOTICE_DAYS = 60;

interface Owner {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/**
 * Accounts that nobody has signed in to for years: their owners are told by letter, and the account
 * is deleted two months later as if they had asked for it. Signing in keeps it.
 */
@Injectable()
export class UnusedAccounts implements OnModuleInit {
  private readonly logger = new Logger(UnusedAccounts.name);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.jobs.every('identity.unused-accounts', '0 3 * * *', () => this.run(new Date()));
  }

  /**
   * Tells everyone whose account has not been used, once. An account with the administrator's role is
   * left alone: it may be the only way in that an installation has.
   * @returns how many have been told
   */
  async run(now: Date): Promise<number> {
    const owners = await this.database.query<Owner[]>(
      `SELECT p.id, p.name, p.email, p.language FROM identity.person p
       WHERE p.last_sign_in_at < $1::timestamptz - make_interval(years => $2)
         AND NOT p.demonstration
         AND NOT EXISTS (SELECT FROM identity.deletion d WHERE d.person_id = p.id)
         AND NOT EXISTS (SELECT FROM identity.role_grant g WHERE g.person_id = p.id
           AND g.role = 'administrator' AND coalesce(g.valid_to > $1, true))
       ORDER BY p.last_sign_in_at`,
      [now, UNUSED_YEARS],
    );
    let told = 0;
    for (const owner of owners) {
      try {
        if (await this.database.transaction((manager) => this.tell(manager, owner, now))) told += 1;
      } catch (fault) {
        this.logger.error(`An owner could not be told: ${describeFault(fault)}`);
      }
    }
    return told;
  }

  private async tell(manager: EntityManager, owner: Owner, now: Date): Promise<boolean> {
    const { id: person, name, email, language } = owner;
    const [noted] = await manager.query<{ due_at: Date }[]>(
      `INSERT INTO identity.deletion (person_id, asked_at, due_at, reason)
       SELECT id, $2, $2::timestamptz + make_interval(days => $3), 'unused'
       FROM identity.person
       WHERE id = $1 AND last_sign_in_at < $2::timestamptz - make_interval(years => $4)
       ON CONFLICT DO NOTHING RETURNING due_at`,
      [person, now, NOTICE_DAYS, UNUSED_YEARS],
    );
    if (!noted) return false;
    await Audit.record(manager, {
      action: 'account-unused',
      actor: null,
      subject: person,
      facts: { until: noted.due_at.toISOString() },
    });
    await this.mail.post(manager, {
      to: { name, address: email },
      person,
      kind: 'identity.account-unused',
      language,
      content: unusedLetter(language, noted.due_at, publicOrigin(this.configuration)),
    });
    return true;
  }
}

import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { RetentionKind, RetentionRun } from '@luotsi/identity/model';
import {
  describeFault,
  Jobs,
  newId,
  SLICES,
  type RetentionRule,
  type Slice,
} from '@luotsi/platform/api';
import type { DataSource } from 'typeorm';
import { Audit } from '../../audit/audit';

/** Applies every slice's retention times, each night, and keeps what came of it. */
@Injectable()
export class Retention implements OnModuleInit {
  private readonly logger = new Logger(Retention.name);
  private readonly rules: readonly RetentionRule[];

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(SLICES) slices: readonly Slice[],
    private readonly jobs: Jobs,
  ) {
    this.rules = slices.flatMap(({ retention = [] }) => retention);
  }

  onModuleInit(): void {
    this.jobs.every('identity.retention', '45 3 * * *', () => this.run(new Date()));
  }

  /** What is kept and for how long, as the privacy notice tells it. */
  kinds(): RetentionKind[] {
    return this.rules.map(({ name, what, keptFor }) => ({ name, what, keptFor }));
  }

  /** Applies every rule as of then, each on its own: one that fails holds no other up. */
  async run(now: Date): Promise<ReadonlyMap<string, number | null>> {
    const outcome = new Map<string, number | null>();
    for (const { name, apply } of this.rules) {
      if (apply) outcome.set(name, await this.applyOne(name, apply, now));
    }
    const gone = [...outcome.values()].reduce<number>((sum, count) => sum + (count ?? 0), 0);
    if (gone > 0) {
      await Audit.record(this.database, {
        action: 'retention-applied',
        actor: null,
        facts: { gone },
      });
    }
    return outcome;
  }

  /** The last run of each rule, and how much has gone in thirty days. */
  async runs(): Promise<RetentionRun[]> {
    const rows = await this.database.query<
      { name: string; at: Date; gone: number | null; total: number }[]
    >(
      `SELECT DISTINCT ON (r.rule) r.rule AS name, r.at, r.gone,
         (SELECT coalesce(sum(l.gone), 0)::int FROM identity.retention_run l
           WHERE l.rule = r.rule AND l.at > r.at - interval '30 days') AS total
       FROM identity.retention_run r ORDER BY r.rule, r.at DESC`,
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  private async applyOne(
    name: string,
    apply: NonNullable<RetentionRule['apply']>,
    now: Date,
  ): Promise<number | null> {
    let gone: number | null = null;
    try {
      gone = await this.database.transaction((manager) => apply(manager, now));
    } catch (fault) {
      this.logger.error(`The retention time ${name} could not be applied: ${describeFault(fault)}`);
    }
    await this.database.query(
      'INSERT INTO identity.retention_run (id, rule, at, gone) VALUES ($1, $2, $3, $4)',
      [newId(), name, now, gone],
    );
    return gone;
  }
}

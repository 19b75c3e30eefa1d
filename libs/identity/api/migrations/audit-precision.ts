import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Times of the log in milliseconds, as JavaScript has them: a page goes on exactly where one ended. */
export class AuditPrecision1764000160010 implements MigrationInterface {
  name = 'AuditPrecision1764000160010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.audit_entry ALTER COLUMN at TYPE timestamptz(3),
        ALTER COLUMN at SET DEFAULT clock_timestamp()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

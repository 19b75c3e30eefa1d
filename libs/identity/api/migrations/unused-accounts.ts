import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When someone last signed in, and deletions that nobody asked for: of accounts that are not used. */
export class UnusedAccounts1764000170100 implements MigrationInterface {
  name = 'UnusedAccounts1764000170100';

  async up(runner: QueryRunner): Promise<void> {
    // Who was here before is counted from today: nobody is surprised.
    await runner.query(`
      ALTER TABLE identity.person ADD COLUMN last_sign_in_at timestamptz NOT NULL DEFAULT now()`);
    await runner.query(`
      CREATE INDEX person_last_sign_in ON identity.person (last_sign_in_at)`);
    await runner.query(`
      ALTER TABLE identity.deletion ADD COLUMN reason text NOT NULL DEFAULT 'asked'
        CHECK (reason IN ('asked', 'unused'))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

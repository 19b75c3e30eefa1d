import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a session went through its second step, and who is never held up by one. */
export class SecondStepOfSessions1764000120000 implements MigrationInterface {
  name = 'SecondStepOfSessions1764000120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE identity.session ADD COLUMN second_step_at timestamptz`);
    await runner.query(
      `ALTER TABLE identity.person ADD COLUMN demonstration boolean NOT NULL DEFAULT false`,
    );
    await runner.query(
      `UPDATE identity.person SET demonstration = true WHERE email LIKE '%@demo.luotsi.example'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where someone was who registered: the page that they go on at once their address is confirmed. */
export class RegistrationReturn1764000110100 implements MigrationInterface {
  name = 'RegistrationReturn1764000110100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE identity.sign_up ADD COLUMN return_to text`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

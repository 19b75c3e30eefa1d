import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The platform's own schema: settings that belong to the database, such as its signing secret. */
export class PlatformSettings1764000000000 implements MigrationInterface {
  name = 'PlatformSettings1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA platform`);
    await runner.query(`
      CREATE TABLE platform.setting (
        name text PRIMARY KEY,
        value text NOT NULL
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

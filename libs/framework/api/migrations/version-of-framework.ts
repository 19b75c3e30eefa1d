import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets others point at a version and its framework at once, so that the two can't disagree. */
export class VersionOfFramework1764000300001 implements MigrationInterface {
  name = 'VersionOfFramework1764000300001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE framework.framework_version
        ADD CONSTRAINT framework_version_of_framework UNIQUE (framework_id, id)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The press of many marks on which a mark stands, so that the whole press can be undone; null once
 * anything else has been said of the person.
 */
export class AttendanceUndo1764000700020 implements MigrationInterface {
  name = 'AttendanceUndo1764000700020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE calendar.attendance ADD COLUMN press uuid`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

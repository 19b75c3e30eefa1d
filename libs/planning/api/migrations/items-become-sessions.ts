import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session knows the plan's item that it was made from; the item can't go while it does. */
export class ItemsBecomeSessions1764000700010 implements MigrationInterface {
  name = 'ItemsBecomeSessions1764000700010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE calendar.session ADD CONSTRAINT session_plan_item
        FOREIGN KEY (plan_item_id) REFERENCES planning.plan_item`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the writer of an outline asked those who may to publish it; null: nobody has, or it is done. */
export class OutlineAsked1764000600000 implements MigrationInterface {
  name = 'OutlineAsked1764000600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE calendar.outline ADD COLUMN publication_asked timestamptz`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Searches look at the words of many sessions. Those written from now on are kept outside of the row
 * as before, but no longer packed: unpacking cost more than finding. And what some words stand in, read
 * from the index of words whatever the planner thinks: to it, reading all sessions costs little, since
 * it doesn't count what lies outside of their rows.
 */
export class SearchAtScale1764000600030 implements MigrationInterface {
  name = 'SearchAtScale1764000600030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE calendar.session ALTER COLUMN search SET STORAGE EXTERNAL`);
    await runner.query(`
      CREATE FUNCTION calendar.sessions_found(wanted tsquery) RETURNS SETOF uuid
      LANGUAGE plpgsql STABLE ROWS 500 SET enable_seqscan = off AS $$
      BEGIN
        RETURN QUERY SELECT id FROM calendar.session WHERE search @@ wanted;
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

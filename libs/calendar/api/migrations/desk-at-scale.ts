import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the whole country's desk looks for, by indexes that it is read from alone. None of them is
 * touched by enrolling.
 */
export class DeskAtScale1764000700041 implements MigrationInterface {
  name = 'DeskAtScale1764000700041';

  async up(runner: QueryRunner): Promise<void> {
    // Drafts in the order of their list, with what tells the first one of a series.
    await runner.query(`
      CREATE INDEX session_drafts ON calendar.session (created_at, id)
        INCLUDE (series_id, first_start) WHERE status = 'draft'`);
    // Meetings that have ended lately: has anybody taken attendance?
    await runner.query(`
      CREATE INDEX meeting_by_end ON calendar.meeting (end_at) INCLUDE (id, session_id)
        WHERE NOT cancelled`);
    // Sessions of an outline that are still to come, with the version that they took; how many of all.
    await runner.query(`DROP INDEX calendar.session_outline`);
    await runner.query(`
      CREATE INDEX session_outline ON calendar.session (outline_id, status, last_end)
        INCLUDE (id, outline_version) WHERE outline_id IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a desk looks for among all sessions: drafts, those without their new date, applications that
 * nobody has answered. None of it is touched by enrolling where no approval is asked for.
 */
export class DeskIndexes1764000500300 implements MigrationInterface {
  name = 'DeskIndexes1764000500300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX session_unfinished ON calendar.session (status, changed_at)
      WHERE status IN ('draft', 'postponed')`);
    await runner.query(`
      CREATE INDEX enrolment_applied ON calendar.enrolment (session_id, changed_at)
      WHERE status = 'applied'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

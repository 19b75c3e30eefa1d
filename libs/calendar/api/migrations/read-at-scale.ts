import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index that nothing had missed before there were 100,000 sessions. Enrolling doesn't touch it. */
export class ReadAtScale1764000600031 implements MigrationInterface {
  name = 'ReadAtScale1764000600031';

  async up(runner: QueryRunner): Promise<void> {
    // What has just been held (every ten minutes), what is long past (each night), how many there are
    // in a state (the whole country's desk): all three read every session.
    await runner.query(`
      CREATE INDEX session_by_end ON calendar.session (status, last_end)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

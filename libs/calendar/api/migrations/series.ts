import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Series of sessions: their rule, and what each session was given by it. */
export class Series1764000500410 implements MigrationInterface {
  name = 'Series1764000500410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar.series (
        id uuid PRIMARY KEY,
        rule jsonb NOT NULL,
        first_date date NOT NULL,
        recurrence text NOT NULL CHECK (recurrence LIKE 'FREQ=%'),
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      ALTER TABLE calendar.session ADD CONSTRAINT session_of_series
        FOREIGN KEY (series_id) REFERENCES calendar.series`);
    // What differs from it was edited in that session alone.
    await runner.query(`
      CREATE TABLE calendar.series_given (
        session_id uuid PRIMARY KEY REFERENCES calendar.session ON DELETE CASCADE,
        given jsonb NOT NULL
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies of one's own data, deletions that wait, and what the work on retention times has done. */
export class Privacy1764000160020 implements MigrationInterface {
  name = 'Privacy1764000160020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.data_copy (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES identity.person ON DELETE CASCADE,
        job_id uuid NOT NULL UNIQUE,
        language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
        asked_at timestamptz NOT NULL DEFAULT now(),
        made_at timestamptz,
        bytes integer CHECK (bytes > 0),
        expires_at timestamptz NOT NULL,
        CHECK ((made_at IS NULL) = (bytes IS NULL))
      )`);
    await runner.query(`CREATE INDEX data_copy_person ON identity.data_copy (person_id, asked_at)`);
    await runner.query(`CREATE INDEX data_copy_expiry ON identity.data_copy (expires_at)`);
    await runner.query(`
      CREATE TABLE identity.data_copy_part (
        copy_id uuid NOT NULL REFERENCES identity.data_copy ON DELETE CASCADE,
        place integer NOT NULL CHECK (place >= 0),
        content bytea NOT NULL,
        PRIMARY KEY (copy_id, place)
      )`);
    // What is compressed already is not compressed again.
    await runner.query(
      `ALTER TABLE identity.data_copy_part ALTER COLUMN content SET STORAGE EXTERNAL`,
    );
    await runner.query(`
      CREATE TABLE identity.deletion (
        person_id uuid PRIMARY KEY REFERENCES identity.person ON DELETE CASCADE,
        asked_at timestamptz NOT NULL DEFAULT now(),
        due_at timestamptz NOT NULL,
        CHECK (due_at > asked_at)
      )`);
    await runner.query(`CREATE INDEX deletion_due ON identity.deletion (due_at)`);
    await runner.query(`
      CREATE TABLE identity.retention_run (
        id uuid PRIMARY KEY,
        rule text NOT NULL CHECK (rule <> ''),
        at timestamptz NOT NULL,
        gone integer CHECK (gone >= 0)
      )`);
    await runner.query(`CREATE INDEX retention_run_rule ON identity.retention_run (rule, at DESC)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

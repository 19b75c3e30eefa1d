import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has been certified of whom, as the papers say it. */
export class Credentials1764000350000 implements MigrationInterface {
  name = 'Credentials1764000350000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA credential`);
    await runner.query(`
      CREATE TABLE credential.credential (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES identity.person ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('attendance')),
        about text NOT NULL,
        facts jsonb NOT NULL,
        code text NOT NULL UNIQUE CHECK (code ~ '^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$'),
        issued_at timestamptz NOT NULL DEFAULT now(),
        revoked_at timestamptz,
        revocation_reason text CHECK (revocation_reason IN ('corrected', 'replaced')),
        CONSTRAINT credential_revoked CHECK ((revoked_at IS NULL) = (revocation_reason IS NULL))
      )`);
    // However often it is issued: one that holds for a person and a thing.
    await runner.query(`
      CREATE UNIQUE INDEX credential_once ON credential.credential (person_id, kind, about)
        WHERE revoked_at IS NULL`);
    await runner.query(
      `CREATE INDEX credential_of_person ON credential.credential (person_id, issued_at)`,
    );
    await runner.query(`CREATE INDEX credential_about ON credential.credential (about, kind)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One-time codes, recovery codes, passkeys, and what signing in with them needs for a few minutes. */
export class SecondStepAndPasskeys1764000120100 implements MigrationInterface {
  name = 'SecondStepAndPasskeys1764000120100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.totp (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES identity.person ON DELETE CASCADE,
        secret bytea NOT NULL,
        last_step bigint,
        created_at timestamptz NOT NULL DEFAULT now(),
        confirmed_at timestamptz,
        CHECK (confirmed_at IS NULL OR last_step IS NOT NULL)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX totp_one_that_counts ON identity.totp (person_id)
      WHERE confirmed_at IS NOT NULL`);
    await runner.query(`
      CREATE UNIQUE INDEX totp_one_that_begins ON identity.totp (person_id)
      WHERE confirmed_at IS NULL`);
    await runner.query(`
      CREATE TABLE identity.recovery_code (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES identity.person ON DELETE CASCADE,
        salt bytea NOT NULL CHECK (length(salt) = 16),
        hash bytea NOT NULL CHECK (length(hash) = 32),
        created_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz,
        UNIQUE (person_id, hash)
      )`);
    await runner.query(`
      CREATE TABLE identity.passkey (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES identity.person ON DELETE CASCADE,
        credential_id text NOT NULL UNIQUE CHECK (credential_id <> ''),
        public_key bytea NOT NULL,
        counter bigint NOT NULL CHECK (counter >= 0),
        synced boolean NOT NULL,
        name text NOT NULL CHECK (btrim(name) <> ''),
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz
      )`);
    await runner.query(`CREATE INDEX passkey_person ON identity.passkey (person_id)`);
    await runner.query(`
      CREATE TABLE identity.passkey_challenge (
        hash bytea PRIMARY KEY CHECK (length(hash) = 32),
        purpose text NOT NULL CHECK (purpose IN ('sign-in', 'add')),
        person_id uuid REFERENCES identity.person ON DELETE CASCADE,
        expires_at timestamptz NOT NULL,
        CHECK ((purpose = 'add') = (person_id IS NOT NULL))
      )`);
    await runner.query(
      `CREATE INDEX passkey_challenge_person ON identity.passkey_challenge (person_id)`,
    );
    await runner.query(
      `CREATE INDEX passkey_challenge_expiry ON identity.passkey_challenge (expires_at)`,
    );
    await runner.query(`
      CREATE TABLE identity.half_sign_in (
        hash bytea PRIMARY KEY CHECK (length(hash) = 32),
        person_id uuid NOT NULL REFERENCES identity.person ON DELETE CASCADE,
        way text NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX half_sign_in_person ON identity.half_sign_in (person_id)`);
    await runner.query(`CREATE INDEX half_sign_in_expiry ON identity.half_sign_in (expires_at)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

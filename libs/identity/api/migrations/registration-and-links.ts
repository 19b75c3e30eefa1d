import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Unfinished registrations, changes of address, links in mail, and what a sign-in is known by. */
export class RegistrationAndLinks1764000110000 implements MigrationInterface {
  name = 'RegistrationAndLinks1764000110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.sign_up (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (btrim(name) <> ''),
        email text NOT NULL CHECK (email = lower(email)),
        language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
        password_hash text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX sign_up_email ON identity.sign_up (email, created_at)`);
    await runner.query(`CREATE INDEX sign_up_age ON identity.sign_up (created_at)`);
    await runner.query(`
      CREATE TABLE identity.address_change (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL UNIQUE REFERENCES identity.person ON DELETE CASCADE,
        email text NOT NULL CHECK (email = lower(email)),
        asked_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        old_confirmed_at timestamptz,
        new_confirmed_at timestamptz,
        CHECK (expires_at > asked_at)
      )`);
    await runner.query(`
      CREATE TABLE identity.link_token (
        hash bytea PRIMARY KEY CHECK (length(hash) = 32),
        purpose text NOT NULL CHECK (purpose IN ('verify', 'reset', 'address-old', 'address-new')),
        sign_up_id uuid REFERENCES identity.sign_up ON DELETE CASCADE,
        person_id uuid REFERENCES identity.person ON DELETE CASCADE,
        address_change_id uuid REFERENCES identity.address_change ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CHECK (num_nonnulls(sign_up_id, person_id) = 1)
      )`);
    await runner.query(`CREATE INDEX link_token_sign_up ON identity.link_token (sign_up_id)`);
    await runner.query(`CREATE INDEX link_token_person ON identity.link_token (person_id)`);
    await runner.query(
      `CREATE INDEX link_token_address_change ON identity.link_token (address_change_id)`,
    );
    await runner.query(`CREATE INDEX link_token_expiry ON identity.link_token (expires_at)`);
    await runner.query(`
      ALTER TABLE identity.session
        ADD COLUMN browser text,
        ADD COLUMN system text,
        ADD COLUMN last_seen_at timestamptz NOT NULL DEFAULT now()`);
    await runner.query(`
      CREATE TABLE identity.known_browser (
        person_id uuid NOT NULL REFERENCES identity.person ON DELETE CASCADE,
        browser text NOT NULL,
        system text NOT NULL,
        last_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (person_id, browser, system)
      )`);
    await runner.query(`
      CREATE TABLE identity.letter_count (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      )`);
    await runner.query(`CREATE INDEX letter_count_expiry ON identity.letter_count (expire)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, how they sign in, their sessions (the tables of better-auth) and their roles. */
export class PeopleAndSessions1764000100000 implements MigrationInterface {
  name = 'PeopleAndSessions1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA identity`);
    await runner.query(`
      CREATE TABLE identity.person (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (btrim(name) <> ''),
        email text NOT NULL UNIQUE CHECK (email = lower(email)),
        email_verified boolean NOT NULL DEFAULT false,
        image text,
        language text NOT NULL DEFAULT 'fi' CHECK (language IN ('fi', 'sv', 'en')),
        region_code text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX person_region ON identity.person (region_code)`);
    await runner.query(`
      CREATE TABLE identity.session (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES identity.person ON DELETE CASCADE,
        token text NOT NULL UNIQUE,
        expires_at timestamptz NOT NULL,
        ip_address text,
        user_agent text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX session_person ON identity.session (person_id)`);
    await runner.query(`CREATE INDEX session_expiry ON identity.session (expires_at)`);
    await runner.query(`
      CREATE TABLE identity.account (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES identity.person ON DELETE CASCADE,
        account_id text NOT NULL,
        provider_id text NOT NULL,
        access_token text,
        refresh_token text,
        id_token text,
        access_token_expires_at timestamptz,
        refresh_token_expires_at timestamptz,
        scope text,
        password text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (provider_id, account_id)
      )`);
    await runner.query(`CREATE INDEX account_person ON identity.account (person_id)`);
    await runner.query(`
      CREATE TABLE identity.verification (
        id uuid PRIMARY KEY,
        identifier text NOT NULL,
        value text NOT NULL,
        expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(
      `CREATE INDEX verification_identifier ON identity.verification (identifier)`,
    );
    await runner.query(`
      CREATE TABLE identity.role_grant (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES identity.person ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ('counsellor', 'coach', 'groupCoordinator',
          'developmentGroupMember', 'nationalCoordinator', 'administrator')),
        scope_type text NOT NULL CHECK (scope_type IN ('country', 'region', 'group')),
        scope_id text CHECK (scope_id <> ''),
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_to timestamptz,
        CHECK ((scope_type = 'country') = (scope_id IS NULL)),
        CHECK (valid_to > valid_from)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX role_grant_once ON identity.role_grant
        (person_id, role, scope_type, (coalesce(scope_id, ''))) WHERE valid_to IS NULL`);
    await runner.query(`CREATE INDEX role_grant_person ON identity.role_grant (person_id)`);
    await runner.query(
      `CREATE INDEX role_grant_scope ON identity.role_grant (scope_type, scope_id, role)`,
    );
    await runner.query(`
      CREATE TABLE identity.sign_in_failure (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      )`);
    await runner.query(`CREATE INDEX sign_in_failure_expiry ON identity.sign_in_failure (expire)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

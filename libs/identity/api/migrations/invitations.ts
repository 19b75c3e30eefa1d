import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations, the roles that they carry, and how they ended. */
export class Invitations1764000140001 implements MigrationInterface {
  name = 'Invitations1764000140001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.invitation (
        id uuid PRIMARY KEY,
        email text NOT NULL CHECK (email = lower(email)),
        name text CHECK (btrim(name) <> ''),
        language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
        token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
        invited_by uuid REFERENCES identity.person ON DELETE SET NULL,
        sent_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        accepted_at timestamptz,
        accepted_by uuid REFERENCES identity.person ON DELETE SET NULL,
        withdrawn_at timestamptz,
        CHECK (expires_at > sent_at),
        CHECK (num_nonnulls(accepted_at, withdrawn_at) <= 1)
      )`);
    // One open invitation of one sender to an address, however often the button is pressed.
    await runner.query(`
      CREATE UNIQUE INDEX invitation_open ON identity.invitation (email, invited_by)
      WHERE accepted_at IS NULL AND withdrawn_at IS NULL`);
    await runner.query(
      `CREATE INDEX invitation_sent ON identity.invitation (sent_at DESC, id DESC)`,
    );
    await runner.query(`CREATE INDEX invitation_sender ON identity.invitation (invited_by)`);
    await runner.query(`CREATE INDEX invitation_accepted ON identity.invitation (accepted_by)`);
    await runner.query(`
      CREATE TABLE identity.invitation_role (
        invitation_id uuid NOT NULL REFERENCES identity.invitation ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ('counsellor', 'coach', 'groupCoordinator',
          'developmentGroupMember', 'nationalCoordinator', 'administrator')),
        scope_type text NOT NULL CHECK (scope_type IN ('country', 'region', 'group')),
        scope_id text CHECK (scope_id <> ''),
        CHECK ((scope_type = 'country') = (scope_id IS NULL)),
        CHECK (scope_type = 'country' OR role NOT IN ('administrator', 'nationalCoordinator'))
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX invitation_role_once ON identity.invitation_role
        (invitation_id, role, scope_type, (coalesce(scope_id, '')))`);
    await runner.query(
      `CREATE INDEX invitation_role_scope ON identity.invitation_role (scope_type, scope_id)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

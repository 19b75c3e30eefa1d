import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-ins that are on their way through a provider, and links that wait for a proof of both. */
export class OpenId1764000130000 implements MigrationInterface {
  name = 'OpenId1764000130000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.open_id_attempt (
        state_hash text PRIMARY KEY,
        browser_hash text NOT NULL,
        provider_id text NOT NULL,
        nonce text NOT NULL,
        code_verifier text NOT NULL,
        redirect_uri text NOT NULL,
        return_to text NOT NULL,
        person_id uuid REFERENCES identity.person ON DELETE CASCADE,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      )`);
    await runner.query(
      `CREATE INDEX open_id_attempt_expiry ON identity.open_id_attempt (expires_at)`,
    );
    await runner.query(
      `CREATE INDEX open_id_attempt_person ON identity.open_id_attempt (person_id)
       WHERE person_id IS NOT NULL`,
    );
    await runner.query(`
      CREATE TABLE identity.waiting_link (
        token_hash text PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES identity.person ON DELETE CASCADE,
        issuer text NOT NULL,
        subject text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX waiting_link_expiry ON identity.waiting_link (expires_at)`);
    await runner.query(`CREATE INDEX waiting_link_person ON identity.waiting_link (person_id)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

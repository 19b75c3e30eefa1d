import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told, and how each wants to be told. */
export class Notices1764000150000 implements MigrationInterface {
  name = 'Notices1764000150000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA notice`);
    await runner.query(NOTICE);
    await runner.query(
      `CREATE INDEX notice_unread ON notice.notice (person_id) WHERE read_at IS NULL`,
    );
    // For what is past its time: costs next to nothing where notices are written by the thousand.
    await runner.query(`CREATE INDEX notice_written ON notice.notice USING brin (written_at)`);
    await runner.query(
      `CREATE INDEX notice_to_mail ON notice.notice (mail_at) WHERE mail_at IS NOT NULL`,
    );
    await runner.query(`
      CREATE TABLE notice.choice (
        person_id uuid NOT NULL REFERENCES identity.person ON DELETE CASCADE,
        kind text NOT NULL,
        app boolean NOT NULL,
        mail boolean NOT NULL,
        PRIMARY KEY (person_id, kind)
      )`);
    await runner.query(`
      CREATE TABLE notice.rhythm (
        person_id uuid PRIMARY KEY REFERENCES identity.person ON DELETE CASCADE,
        bundle_at time,
        quiet_from time,
        quiet_until time,
        CONSTRAINT rhythm_quiet CHECK (num_nulls(quiet_from, quiet_until) IN (0, 2)
          AND quiet_from IS DISTINCT FROM quiet_until OR num_nulls(quiet_from, quiet_until) = 2)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/**
 * A person's notices stand together, in the order of their ids. `written_in`: the transaction, by
 * which a stream knows what it has not seen; `mail_at`: when its mail is to be looked at, null when
 * there is nothing more to mail.
 */
const NOTICE = `
  CREATE TABLE notice.notice (
    person_id uuid NOT NULL REFERENCES identity.person ON DELETE CASCADE,
    id uuid NOT NULL,
    kind text NOT NULL,
    facts jsonb NOT NULL,
    link text CHECK (link LIKE '/%' AND link NOT LIKE '//%'),
    urgent boolean NOT NULL DEFAULT false,
    written_at timestamptz NOT NULL DEFAULT now(),
    written_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
    read_at timestamptz,
    mail_at timestamptz,
    mailed_at timestamptz,
    PRIMARY KEY (person_id, id)
  )`;

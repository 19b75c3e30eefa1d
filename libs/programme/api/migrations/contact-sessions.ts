import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The sessions of the calendar in which a contact-teaching period is held; several, where it is held
 * more than once: whoever attends one of them has done it.
 */
export class ContactSessions1764000600020 implements MigrationInterface {
  name = 'ContactSessions1764000600020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE programme.activity ADD CONSTRAINT activity_of_kind UNIQUE (id, kind)`,
    );
    await runner.query(`
      CREATE TABLE programme.contact_session (
        activity_id uuid NOT NULL,
        kind text NOT NULL DEFAULT 'contactPeriod' CHECK (kind = 'contactPeriod'),
        session_id uuid NOT NULL REFERENCES calendar.session ON DELETE CASCADE,
        PRIMARY KEY (activity_id, session_id),
        FOREIGN KEY (activity_id, kind) REFERENCES programme.activity (id, kind)
      )`);
    await runner.query(`CREATE INDEX contact_session_of ON programme.contact_session (session_id)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

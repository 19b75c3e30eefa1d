import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Long work that someone waits for, and the outbox: every letter from the moment it is caused. */
export class JobsAndMail1764000000010 implements MigrationInterface {
  name = 'JobsAndMail1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform.job (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        person_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'waiting'
          CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
        done integer NOT NULL DEFAULT 0 CHECK (done >= 0),
        total integer NOT NULL DEFAULT 0 CHECK (total >= 0),
        result jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        CHECK ((state IN ('done', 'failed', 'cancelled')) = (ended_at IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX job_of_person ON platform.job (person_id)`);
    await runner.query(
      `CREATE INDEX job_ended ON platform.job (ended_at) WHERE ended_at IS NOT NULL`,
    );
    // `number` is what keeps the order: given by the database when a letter is posted.
    // `recipient` is the address as addresses are compared; one person's letters go in order.
    await runner.query(`
      CREATE TABLE platform.mail (
        id uuid PRIMARY KEY,
        number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        message_id text NOT NULL UNIQUE,
        person_id uuid,
        kind text NOT NULL,
        language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
        recipient text NOT NULL,
        to_name text,
        to_address text NOT NULL,
        subject text NOT NULL,
        text text NOT NULL,
        html text NOT NULL,
        unsubscribe text,
        calendars jsonb NOT NULL DEFAULT '[]',
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'refused')),
        attempts integer NOT NULL DEFAULT 0,
        retry_at timestamptz,
        answer text,
        posted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        ended_at timestamptz,
        CHECK ((state = 'waiting') = (ended_at IS NULL))
      )`);
    await runner.query(
      `CREATE INDEX mail_waiting ON platform.mail (number) WHERE state = 'waiting'`,
    );
    await runner.query(`CREATE INDEX mail_of_person ON platform.mail (person_id)`);
    await runner.query(
      `CREATE INDEX mail_ended ON platform.mail (ended_at) WHERE ended_at IS NOT NULL`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who was at which meeting: a record of its own, whatever becomes of the enrolment. It outlives its
 * person as a number, without the history, which may tell of them.
 */
export class Attendance1764000500500 implements MigrationInterface {
  name = 'Attendance1764000500500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar.attendance (
        id uuid PRIMARY KEY,
        meeting_id uuid NOT NULL REFERENCES calendar.meeting ON DELETE CASCADE,
        person_id uuid REFERENCES identity.person ON DELETE RESTRICT,
        present boolean NOT NULL,
        source text NOT NULL CHECK (source IN ('list', 'code')),
        recorded_by uuid REFERENCES identity.person ON DELETE SET NULL,
        at timestamptz NOT NULL,
        CONSTRAINT attendance_once UNIQUE (meeting_id, person_id)
      )`);
    await runner.query(`CREATE INDEX attendance_of_person ON calendar.attendance (person_id)`);
    await runner.query(`
      CREATE INDEX attendance_recorded_by ON calendar.attendance (recorded_by)
      WHERE recorded_by IS NOT NULL`);
    await runner.query(`
      CREATE TABLE calendar.attendance_change (
        id uuid PRIMARY KEY,
        attendance_id uuid NOT NULL REFERENCES calendar.attendance ON DELETE CASCADE,
        present boolean NOT NULL,
        source text NOT NULL CHECK (source IN ('list', 'code')),
        by_person_id uuid REFERENCES identity.person ON DELETE SET NULL,
        at timestamptz NOT NULL,
        kept_at timestamptz NOT NULL DEFAULT now(),
        reason text CHECK (reason <> '')
      )`);
    await runner.query(
      `CREATE INDEX attendance_change_of ON calendar.attendance_change (attendance_id, at)`,
    );
    await runner.query(`
      CREATE INDEX attendance_change_by ON calendar.attendance_change (by_person_id)
      WHERE by_person_id IS NOT NULL`);
    // Counted by rate-limiter-flexible; `expire` in milliseconds, keys are keyed hashes.
    await runner.query(`
      CREATE TABLE calendar.attendance_code_failure (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      )`);
    await runner.query(`
      CREATE INDEX attendance_code_failure_expiry ON calendar.attendance_code_failure (expire)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

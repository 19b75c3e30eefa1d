import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a session can say besides title, seats and meetings. Limits of single values are domains: a
 * CHECK of the table is evaluated at every enrolment, a domain only where the value is written.
 */
export class SessionsInFull1764000500100 implements MigrationInterface {
  name = 'SessionsInFull1764000500100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE DOMAIN calendar.promotion AS text CHECK (VALUE IN ('seat', 'offer'))`,
    );
    await runner.query(`CREATE DOMAIN calendar.positive AS integer CHECK (VALUE > 0)`);
    await runner.query(`CREATE DOMAIN calendar.month AS integer CHECK (VALUE BETWEEN 1 AND 12)`);
    await runner.query(`
      ALTER TABLE calendar.session
        ADD COLUMN link text,
        ADD COLUMN approval boolean NOT NULL DEFAULT false,
        ADD COLUMN promotion calendar.promotion NOT NULL DEFAULT 'seat',
        ADD COLUMN offer_hours calendar.positive NOT NULL DEFAULT 48,
        ADD COLUMN regional_seats_until timestamptz,
        ADD COLUMN asks_diet boolean NOT NULL DEFAULT false,
        ADD COLUMN asks_access_needs boolean NOT NULL DEFAULT false,
        ADD COLUMN attendance_rule calendar.positive,
        ADD COLUMN outline_id uuid,
        ADD COLUMN outline_version calendar.positive,
        ADD COLUMN series_id uuid,
        ADD COLUMN planned_year integer,
        ADD COLUMN planned_month calendar.month,
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ALTER COLUMN first_start DROP NOT NULL,
        ALTER COLUMN last_end DROP NOT NULL,
        DROP CONSTRAINT session_times,
        ADD CONSTRAINT session_times CHECK (
          CASE WHEN first_start IS NULL THEN last_end IS NULL AND planned_year IS NOT NULL
               ELSE last_end > first_start END)`);
    // Without a date a session takes no time; the span of two NULLs would be all of it.
    await runner.query(`ALTER TABLE calendar.session DROP COLUMN span`);
    await runner.query(`
      ALTER TABLE calendar.session ADD COLUMN span tstzrange NOT NULL GENERATED ALWAYS AS (
        CASE WHEN first_start IS NULL THEN 'empty'::tstzrange
             ELSE tstzrange(first_start, last_end) END) STORED`);
    await runner.query(`
      CREATE INDEX session_span ON calendar.session USING gist (span) WHERE status <> 'draft'`);
    await runner.query(`
      CREATE INDEX session_planned ON calendar.session (planned_year, planned_month)
        WHERE first_start IS NULL`);
    await runner.query(`CREATE INDEX session_outline ON calendar.session (outline_id)`);
    await runner.query(`CREATE INDEX session_series ON calendar.session (series_id, first_start)`);
    await runner.query(`
      CREATE TABLE calendar.session_share (
        session_id uuid NOT NULL REFERENCES calendar.session ON DELETE CASCADE,
        region_code text NOT NULL REFERENCES network.region (code),
        seats calendar.positive NOT NULL,
        PRIMARY KEY (session_id, region_code)
      )`);
    await runner.query(`CREATE INDEX session_share_region ON calendar.session_share (region_code)`);
    await runner.query(`
      CREATE TABLE calendar.session_coach (
        session_id uuid NOT NULL REFERENCES calendar.session ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES identity.person ON DELETE CASCADE,
        PRIMARY KEY (session_id, person_id)
      )`);
    await runner.query(
      `CREATE INDEX session_coach_person ON calendar.session_coach (person_id, session_id)`,
    );
    await runner.query(`
      CREATE TABLE calendar.material (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES calendar.session ON DELETE CASCADE,
        title jsonb NOT NULL CHECK (title ?& ARRAY['fi', 'sv', 'en']),
        url text,
        file_name text,
        media_type text,
        size calendar.positive,
        added_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT material_link_or_file CHECK (
          CASE WHEN url IS NULL THEN num_nonnulls(file_name, media_type, size) = 3
               ELSE num_nonnulls(file_name, media_type, size) = 0 END)
      )`);
    await runner.query(
      `CREATE INDEX material_of_session ON calendar.material (session_id, added_at)`,
    );
    await runner.query(`
      CREATE TABLE calendar.material_file (
        material_id uuid PRIMARY KEY REFERENCES calendar.material ON DELETE CASCADE,
        content bytea NOT NULL
      )`);
    // What is packed already isn't packed again.
    await runner.query(
      `ALTER TABLE calendar.material_file ALTER COLUMN content SET STORAGE EXTERNAL`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

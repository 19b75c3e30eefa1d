import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people need at a session, and who is interested in one that has no date yet. Needs go the
 * moment that someone is out, whichever way that came about; interest has an order of its own, by
 * which seats are offered.
 */
export class NeedsAndInterest1764000500200 implements MigrationInterface {
  name = 'NeedsAndInterest1764000500200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar.enrolment_needs (
        enrolment_id uuid PRIMARY KEY REFERENCES calendar.enrolment ON DELETE CASCADE,
        diet text NOT NULL DEFAULT '' CHECK (length(diet) <= 500),
        access_needs text NOT NULL DEFAULT '' CHECK (length(access_needs) <= 500),
        changed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT enrolment_needs_any CHECK (diet <> '' OR access_needs <> '')
      )`);
    await runner.query(`
      CREATE FUNCTION calendar.forget_needs() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM calendar.enrolment_needs WHERE enrolment_id = NEW.id;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER forget_needs AFTER UPDATE OF status, person_id ON calendar.enrolment
        FOR EACH ROW
        WHEN (NEW.status IN ('cancelled', 'declined') OR NEW.person_id IS NULL)
        EXECUTE FUNCTION calendar.forget_needs()`);
    await runner.query(`
      CREATE TABLE calendar.session_interest (
        session_id uuid NOT NULL REFERENCES calendar.session ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES identity.person ON DELETE CASCADE,
        place bigint GENERATED ALWAYS AS IDENTITY,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (session_id, person_id)
      )`);
    await runner.query(
      `CREATE INDEX session_interest_in_order ON calendar.session_interest (session_id, place)`,
    );
    await runner.query(
      `CREATE INDEX session_interest_of_person ON calendar.session_interest (person_id)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

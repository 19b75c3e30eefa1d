import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Assessments of oneself and their answers; a completed one never changes. */
export class Assessments1764000600000 implements MigrationInterface {
  name = 'Assessments1764000600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA assessment;

      CREATE TABLE assessment.assessment (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES identity.person (id) ON DELETE CASCADE,
        framework_id text NOT NULL,
        version_id text NOT NULL,
        level_id text,
        started_at timestamptz NOT NULL,
        completed_at timestamptz CHECK (completed_at >= started_at),
        UNIQUE (id, version_id),
        FOREIGN KEY (framework_id, version_id)
          REFERENCES framework.framework_version (framework_id, id),
        FOREIGN KEY (version_id, level_id) REFERENCES framework.level (version_id, id)
      );

      CREATE UNIQUE INDEX assessment_one_unfinished
        ON assessment.assessment (person_id, framework_id) WHERE completed_at IS NULL;
      CREATE INDEX assessment_of_person
        ON assessment.assessment (person_id, framework_id, completed_at);

      CREATE TABLE assessment.answer (
        assessment_id uuid NOT NULL,
        version_id text NOT NULL,
        statement_id text NOT NULL,
        -- NULL: not part of the work. A statement without a row is not answered yet.
        current smallint CHECK (current BETWEEN 1 AND 5),
        goal smallint CHECK (goal BETWEEN 1 AND 5),
        note text CHECK (char_length(note) BETWEEN 1 AND 2000),
        revision bigint NOT NULL CHECK (revision > 0),
        PRIMARY KEY (assessment_id, statement_id),
        CHECK (goal IS NULL OR (current IS NOT NULL AND goal >= current)),
        FOREIGN KEY (assessment_id, version_id)
          REFERENCES assessment.assessment (id, version_id) ON DELETE CASCADE,
        FOREIGN KEY (version_id, statement_id) REFERENCES framework.statement (version_id, id)
      );
    `);
    await runner.query(`
      -- Deleting stays possible: people may have everything about them deleted.
      CREATE FUNCTION assessment.keep_completed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.completed_at IS NOT NULL THEN
          RAISE EXCEPTION 'assessment % is completed and never changes', OLD.id;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER keep_completed BEFORE UPDATE ON assessment.assessment
        FOR EACH ROW EXECUTE FUNCTION assessment.keep_completed();

      -- By statement, not by row: answers are written many at a time. When the whole assessment is
      -- being deleted it is already gone here, and its answers may follow.
      CREATE FUNCTION assessment.keep_completed_answers() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT 1 FROM touched
          JOIN assessment.assessment ON assessment.id = touched.assessment_id
          WHERE assessment.completed_at IS NOT NULL
        ) THEN
          RAISE EXCEPTION 'the answers of a completed assessment never change';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER keep_completed_inserted AFTER INSERT ON assessment.answer
        REFERENCING NEW TABLE AS touched
        FOR EACH STATEMENT EXECUTE FUNCTION assessment.keep_completed_answers();
      CREATE TRIGGER keep_completed_updated AFTER UPDATE ON assessment.answer
        REFERENCING OLD TABLE AS touched
        FOR EACH STATEMENT EXECUTE FUNCTION assessment.keep_completed_answers();
      CREATE TRIGGER keep_completed_deleted AFTER DELETE ON assessment.answer
        REFERENCING OLD TABLE AS touched
        FOR EACH STATEMENT EXECUTE FUNCTION assessment.keep_completed_answers();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

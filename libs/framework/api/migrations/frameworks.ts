import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Frameworks, their versions and what a version is made of; a published version never changes. */
export class Frameworks1764000300000 implements MigrationInterface {
  name = 'Frameworks1764000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA framework;

      CREATE TABLE framework.framework (
        id text PRIMARY KEY CHECK (id ~ '^[a-z][a-z0-9_-]{0,39}$')
      );

      CREATE TABLE framework.framework_version (
        id text PRIMARY KEY,
        framework_id text NOT NULL REFERENCES framework.framework (id),
        number integer NOT NULL CHECK (number > 0),
        dated date NOT NULL,
        name jsonb NOT NULL,
        description jsonb NOT NULL,
        basis jsonb NOT NULL,
        target_note jsonb NOT NULL,
        sources jsonb NOT NULL,
        minutes int4range NOT NULL,
        not_applicable jsonb NOT NULL,
        published boolean NOT NULL DEFAULT false,
        UNIQUE (framework_id, number)
      );

      -- What sessions, outlines and units are tagged with: it outlives the versions.
      CREATE TABLE framework.competence (
        code text PRIMARY KEY,
        framework_id text NOT NULL REFERENCES framework.framework (id)
      );

      CREATE TABLE framework.version_competence (
        version_id text NOT NULL REFERENCES framework.framework_version (id),
        code text NOT NULL REFERENCES framework.competence (code),
        position integer NOT NULL,
        name jsonb NOT NULL,
        summary jsonb NOT NULL,
        required_answers integer NOT NULL CHECK (required_answers > 0),
        PRIMARY KEY (version_id, code),
        UNIQUE (version_id, position)
      );

      CREATE TABLE framework.statement (
        version_id text NOT NULL,
        id text NOT NULL,
        competence_code text NOT NULL,
        position integer NOT NULL,
        text jsonb NOT NULL,
        PRIMARY KEY (version_id, id),
        UNIQUE (version_id, competence_code, position),
        FOREIGN KEY (version_id, competence_code)
          REFERENCES framework.version_competence (version_id, code)
      );

      CREATE TABLE framework.scale_value (
        version_id text NOT NULL REFERENCES framework.framework_version (id),
        value integer NOT NULL CHECK (value BETWEEN 1 AND 5),
        label jsonb NOT NULL,
        anchor jsonb NOT NULL,
        PRIMARY KEY (version_id, value)
      );

      CREATE TABLE framework.level (
        version_id text NOT NULL REFERENCES framework.framework_version (id),
        id text NOT NULL,
        position integer NOT NULL,
        name jsonb NOT NULL,
        description jsonb NOT NULL,
        PRIMARY KEY (version_id, id)
      );

      CREATE TABLE framework.target (
        version_id text NOT NULL,
        statement_id text NOT NULL,
        level_id text NOT NULL,
        value integer NOT NULL,
        PRIMARY KEY (version_id, statement_id, level_id),
        FOREIGN KEY (version_id, statement_id) REFERENCES framework.statement (version_id, id),
        FOREIGN KEY (version_id, level_id) REFERENCES framework.level (version_id, id),
        FOREIGN KEY (version_id, value) REFERENCES framework.scale_value (version_id, value)
      );

      CREATE FUNCTION framework.keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_TABLE_NAME = 'framework_version' THEN
          IF OLD.published THEN
            RAISE EXCEPTION 'framework version % is published and never changes', OLD.id;
          END IF;
        ELSIF EXISTS (
          SELECT 1 FROM framework.framework_version
          WHERE published AND id IN (
            CASE WHEN TG_OP <> 'INSERT' THEN OLD.version_id END,
            CASE WHEN TG_OP <> 'DELETE' THEN NEW.version_id END)
        ) THEN
          RAISE EXCEPTION 'a published framework version never changes (%)', TG_TABLE_NAME;
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
      END $$;

      CREATE TRIGGER keep_published BEFORE UPDATE OR DELETE ON framework.framework_version
        FOR EACH ROW EXECUTE FUNCTION framework.keep_published();
    `);
    for (const table of ['version_competence', 'statement', 'scale_value', 'level', 'target']) {
      await runner.query(`
        CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON framework.${table}
          FOR EACH ROW EXECUTE FUNCTION framework.keep_published()`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

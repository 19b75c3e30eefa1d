import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programme outlines: a draft that is written on, and published versions that never change. */
export class Outlines1764000500400 implements MigrationInterface {
  name = 'Outlines1764000500400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar.outline (
        id uuid PRIMARY KEY,
        version integer NOT NULL DEFAULT 1 CHECK (version > 0),
        content jsonb NOT NULL CHECK (content ?& ARRAY['title', 'slots']),
        theme_id text REFERENCES network.theme,
        created_by uuid REFERENCES identity.person ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        changed_by uuid REFERENCES identity.person ON DELETE SET NULL,
        changed_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX outline_created_by ON calendar.outline (created_by)`);
    await runner.query(`CREATE INDEX outline_changed_by ON calendar.outline (changed_by)`);
    await runner.query(`
      CREATE TABLE calendar.outline_competence (
        outline_id uuid NOT NULL REFERENCES calendar.outline ON DELETE CASCADE,
        code text NOT NULL REFERENCES framework.competence (code),
        PRIMARY KEY (outline_id, code)
      )`);
    await runner.query(`
      CREATE TABLE calendar.outline_version (
        outline_id uuid NOT NULL REFERENCES calendar.outline ON DELETE RESTRICT,
        number integer NOT NULL CHECK (number > 0),
        content jsonb NOT NULL CHECK (jsonb_array_length(content -> 'slots') > 0),
        note jsonb NOT NULL CHECK (note ?& ARRAY['fi', 'sv', 'en']),
        published_at timestamptz NOT NULL DEFAULT now(),
        published_by uuid REFERENCES identity.person ON DELETE SET NULL,
        PRIMARY KEY (outline_id, number)
      )`);
    await runner.query(
      `CREATE INDEX outline_version_published_by ON calendar.outline_version (published_by)`,
    );
    // Who published it may be forgotten; nothing else of a version changes, and none goes.
    await runner.query(`
      CREATE FUNCTION calendar.keep_outline_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND NEW.published_by IS NULL
          AND (NEW.outline_id, NEW.number, NEW.content, NEW.note, NEW.published_at)
            = (OLD.outline_id, OLD.number, OLD.content, OLD.note, OLD.published_at)
        THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'version % of outline % is published and stays', OLD.number, OLD.outline_id;
      END $$`);
    await runner.query(`
      CREATE TRIGGER keep_outline_version BEFORE UPDATE OR DELETE ON calendar.outline_version
        FOR EACH ROW EXECUTE FUNCTION calendar.keep_outline_version()`);
    await runner.query(`
      ALTER TABLE calendar.session ADD CONSTRAINT session_outline_version
        FOREIGN KEY (outline_id, outline_version)
        REFERENCES calendar.outline_version (outline_id, number) MATCH FULL`);
    // What the outline gave a session: what its organiser has edited since shows by it.
    await runner.query(`
      CREATE TABLE calendar.outline_given (
        session_id uuid PRIMARY KEY REFERENCES calendar.session ON DELETE CASCADE,
        given jsonb NOT NULL
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

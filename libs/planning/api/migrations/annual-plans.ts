import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Annual plans, their items and every step they take; a published plan never changes. */
export class AnnualPlans1764000700000 implements MigrationInterface {
  name = 'AnnualPlans1764000700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA planning;

      CREATE TABLE planning.plan (
        id uuid PRIMARY KEY,
        year integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        group_id uuid NOT NULL REFERENCES network."group",
        state text NOT NULL CHECK (state IN ('draft', 'submitted', 'published', 'superseded')),
        revision integer NOT NULL CHECK (revision > 0),
        version integer NOT NULL DEFAULT 1 CHECK (version > 0),
        goals jsonb NOT NULL CHECK (goals ?& ARRAY['fi', 'sv', 'en']),
        submitted_at timestamptz,
        submitted_by uuid REFERENCES identity.person ON DELETE SET NULL,
        published_at timestamptz,
        published_by uuid REFERENCES identity.person ON DELETE SET NULL,
        UNIQUE (group_id, year, revision),
        CHECK ((state <> 'draft') = (submitted_at IS NOT NULL)),
        CHECK ((state IN ('published', 'superseded')) = (published_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX plan_open ON planning.plan (group_id, year)
        WHERE state IN ('draft', 'submitted');
      CREATE UNIQUE INDEX plan_in_force ON planning.plan (group_id, year)
        WHERE state = 'published';
      CREATE INDEX plan_year ON planning.plan (year, state);

      CREATE TABLE planning.plan_item (
        id uuid PRIMARY KEY,
        plan_id uuid NOT NULL REFERENCES planning.plan ON DELETE CASCADE,
        lineage uuid NOT NULL,
        position integer NOT NULL,
        version integer NOT NULL DEFAULT 1 CHECK (version > 0),
        title jsonb NOT NULL CHECK (title ?& ARRAY['fi', 'sv', 'en']
          AND title->>'fi' || (title->>'sv') || (title->>'en') <> ''),
        target_group jsonb NOT NULL CHECK (target_group ?& ARRAY['fi', 'sv', 'en']),
        form text NOT NULL CHECK (form IN ('onsite', 'online', 'hybrid')),
        month integer CHECK (month BETWEEN 1 AND 12),
        quarter integer CHECK (quarter BETWEEN 1 AND 4),
        seats integer CHECK (seats > 0),
        theme_id text REFERENCES network.theme,
        organiser_id uuid NOT NULL REFERENCES network."group",
        CHECK (num_nonnulls(month, quarter) = 1),
        UNIQUE (plan_id, lineage)
      );
      CREATE INDEX plan_item_lineage ON planning.plan_item (lineage);

      CREATE TABLE planning.plan_item_region (
        item_id uuid NOT NULL REFERENCES planning.plan_item ON DELETE CASCADE,
        region_code text NOT NULL REFERENCES network.region,
        PRIMARY KEY (item_id, region_code)
      );

      CREATE TABLE planning.plan_item_competence (
        item_id uuid NOT NULL REFERENCES planning.plan_item ON DELETE CASCADE,
        competence_code text NOT NULL REFERENCES framework.competence,
        PRIMARY KEY (item_id, competence_code)
      );

      CREATE TABLE planning.plan_step (
        id uuid PRIMARY KEY,
        plan_id uuid NOT NULL REFERENCES planning.plan ON DELETE CASCADE,
        at timestamptz NOT NULL,
        from_state text NOT NULL,
        to_state text NOT NULL,
        by_id uuid REFERENCES identity.person ON DELETE SET NULL,
        comment text NOT NULL DEFAULT ''
      );
      CREATE INDEX plan_step_plan ON planning.plan_step (plan_id, at);
    `);
    await this.guard(runner);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Steps only as the rules have them; a public plan stays as it is, except that it can be
      -- superseded and that a person who leaves is forgotten.
      CREATE FUNCTION planning.guard_plan() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE loose text[] := ARRAY['state', 'submitted_by', 'published_by'];
      BEGIN
        IF OLD.state IN ('published', 'superseded') THEN
          IF TG_OP = 'DELETE' OR to_jsonb(NEW) - loose <> to_jsonb(OLD) - loose
            OR (NEW.submitted_by IS NOT NULL AND NEW.submitted_by IS DISTINCT FROM OLD.submitted_by)
            OR (NEW.published_by IS NOT NULL AND NEW.published_by IS DISTINCT FROM OLD.published_by)
          THEN
            RAISE EXCEPTION 'plan % is published and never changes', OLD.id;
          END IF;
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        IF NEW.state <> OLD.state THEN
          IF (OLD.state, NEW.state) NOT IN (('draft', 'submitted'), ('submitted', 'draft'),
            ('submitted', 'published'), ('published', 'superseded'))
          THEN
            RAISE EXCEPTION 'plan % does not go from % to %', OLD.id, OLD.state, NEW.state;
          END IF;
          IF NEW.state IN ('submitted', 'published')
            AND NOT EXISTS (SELECT 1 FROM planning.plan_item WHERE plan_id = NEW.id)
          THEN
            RAISE EXCEPTION 'plan % has no items', OLD.id;
          END IF;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER guard_plan BEFORE UPDATE OR DELETE ON planning.plan
        FOR EACH ROW EXECUTE FUNCTION planning.guard_plan();

      -- Items and what hangs on them change only in a draft. The lock holds off a submission.
      CREATE FUNCTION planning.guard_item() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        touched uuid;
        found_state text;
      BEGIN
        FOR touched IN
          SELECT DISTINCT p.id FROM planning.plan p
          WHERE TG_TABLE_NAME = 'plan_item' AND p.id IN (
              CASE WHEN TG_OP <> 'INSERT' THEN (to_jsonb(OLD)->>'plan_id')::uuid END,
              CASE WHEN TG_OP <> 'DELETE' THEN (to_jsonb(NEW)->>'plan_id')::uuid END)
            OR TG_TABLE_NAME <> 'plan_item' AND p.id IN (
              SELECT i.plan_id FROM planning.plan_item i WHERE i.id IN (
                CASE WHEN TG_OP <> 'INSERT' THEN (to_jsonb(OLD)->>'item_id')::uuid END,
                CASE WHEN TG_OP <> 'DELETE' THEN (to_jsonb(NEW)->>'item_id')::uuid END))
        LOOP
          SELECT state INTO found_state FROM planning.plan WHERE id = touched FOR SHARE;
          IF found_state <> 'draft' THEN
            RAISE EXCEPTION 'plan % is % and its items never change', touched, found_state;
          END IF;
        END LOOP;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
      END $$;
    `);
    for (const table of ['plan_item', 'plan_item_region', 'plan_item_competence'])
      await runner.query(`
        CREATE TRIGGER guard_item BEFORE INSERT OR UPDATE OR DELETE ON planning.${table}
          FOR EACH ROW EXECUTE FUNCTION planning.guard_item()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

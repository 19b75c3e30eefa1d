import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where people work, kept with dates; search by name and e-mail; roles that do not overlap; an
 * administrator that always remains.
 */
export class ProfileAndRoles1764000140000 implements MigrationInterface {
  name = 'ProfileAndRoles1764000140000';

  async up(runner: QueryRunner): Promise<void> {
    // Equality beside ranges in one exclusion constraint; a database's owner may add it.
    await runner.query(`CREATE EXTENSION IF NOT EXISTS btree_gist`);
    await keepAffiliations(runner);
    await findPeople(runner);
    await keepRolesApart(runner);
    await keepAnAdministrator(runner);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

async function keepAffiliations(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE identity.person ADD COLUMN languages text[] NOT NULL DEFAULT '{}'
      CHECK (array_position(languages, NULL) IS NULL AND cardinality(languages) <= 20)`);
  await runner.query(`
    CREATE TABLE identity.affiliation (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES identity.person ON DELETE CASCADE,
      region_code text,
      organisation_id uuid,
      sector text,
      practitioner_type text,
      region_confirmed_at timestamptz,
      region_confirmed_by uuid REFERENCES identity.person ON DELETE SET NULL,
      organisation_confirmed_at timestamptz,
      organisation_confirmed_by uuid REFERENCES identity.person ON DELETE SET NULL,
      valid_from timestamptz NOT NULL DEFAULT now(),
      valid_to timestamptz,
      CHECK (valid_to > valid_from),
      CHECK (region_code IS NOT NULL OR region_confirmed_at IS NULL),
      CHECK (organisation_id IS NOT NULL OR organisation_confirmed_at IS NULL),
      CONSTRAINT affiliation_one_at_a_time
        EXCLUDE USING gist (person_id WITH =, tstzrange(valid_from, valid_to) WITH &&)
    )`);
  await runner.query(`
    CREATE UNIQUE INDEX affiliation_current ON identity.affiliation (person_id)
    WHERE valid_to IS NULL`);
  await runner.query(`
    CREATE INDEX affiliation_region ON identity.affiliation (region_code) WHERE valid_to IS NULL`);
  await runner.query(`
    CREATE INDEX affiliation_awaiting ON identity.affiliation (person_id)
    WHERE valid_to IS NULL AND (region_code IS NOT NULL AND region_confirmed_at IS NULL
      OR organisation_id IS NOT NULL AND organisation_confirmed_at IS NULL)`);
  for (const column of ['region_confirmed_by', 'organisation_confirmed_by', 'organisation_id']) {
    await runner.query(`CREATE INDEX affiliation_${column} ON identity.affiliation (${column})`);
  }
  // The regions so far were delivered with the people, not told by them.
  await runner.query(`
    INSERT INTO identity.affiliation (id, person_id, region_code, region_confirmed_at, valid_from)
    SELECT gen_random_uuid(), id, region_code, created_at, created_at
    FROM identity.person WHERE region_code IS NOT NULL`);
  await runner.query(`ALTER TABLE identity.person DROP COLUMN region_code`);
  await runner.query(`
    CREATE FUNCTION identity.affiliation_at(person uuid, at timestamptz)
    RETURNS TABLE (region_code text, organisation_id uuid, sector text, practitioner_type text,
      confirmed_region text, confirmed_organisation uuid)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
      SELECT a.region_code, a.organisation_id, a.sector, a.practitioner_type,
        CASE WHEN a.region_confirmed_at IS NOT NULL THEN a.region_code END,
        CASE WHEN a.organisation_confirmed_at IS NOT NULL THEN a.organisation_id END
      FROM identity.affiliation a
      WHERE a.person_id = person AND a.valid_from <= at AND coalesce(a.valid_to > at, true);
    END`);
}

async function findPeople(runner: QueryRunner): Promise<void> {
  // Letters without their marks: Öhman is found by "ohm", also where the keyboard has no ö.
  await runner.query(`
    CREATE FUNCTION identity.fold(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(lower(normalize(value, NFKD)), '[\\u0300-\\u036f]', '', 'g')`);
  await runner.query(`
    CREATE FUNCTION identity.search_words(name text, email text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN array_to_tsvector(array_remove(
      regexp_split_to_array(identity.fold(left(name, 400)), '\\s+')
      || regexp_split_to_array(
        identity.fold(left(name, 400) || ' ' || split_part(email, '@', 1)), '[\\s.,+_''-]+')
      || ARRAY[identity.fold(email)], ''))`);
  await runner.query(`
    ALTER TABLE identity.person ADD COLUMN search tsvector
      GENERATED ALWAYS AS (identity.search_words(name, email)) STORED`);
  await runner.query(`CREATE INDEX person_search ON identity.person USING gin (search)`);
  for (const language of ['fi', 'sv', 'en']) {
    await runner.query(`
      CREATE INDEX person_name_${language}
      ON identity.person (name COLLATE "${language}-x-icu", id)`);
  }
}

async function keepRolesApart(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE identity.role_grant
      ADD COLUMN given_by uuid REFERENCES identity.person ON DELETE SET NULL,
      ADD COLUMN ended_by uuid REFERENCES identity.person ON DELETE SET NULL`);
  await runner.query(`CREATE INDEX role_grant_given_by ON identity.role_grant (given_by)`);
  await runner.query(`CREATE INDEX role_grant_ended_by ON identity.role_grant (ended_by)`);
  await runner.query(`DROP INDEX identity.role_grant_once`);
  await runner.query(`
    ALTER TABLE identity.role_grant ADD CONSTRAINT role_grant_once EXCLUDE USING gist (
      person_id WITH =, role WITH =, scope_type WITH =, (coalesce(scope_id, '')) WITH =,
      tstzrange(valid_from, valid_to) WITH &&)`);
  // These two are for everybody's data: held for a part of the country they would mean nothing.
  await runner.query(`
    ALTER TABLE identity.role_grant ADD CONSTRAINT role_grant_country CHECK (
      scope_type = 'country' OR role NOT IN ('administrator', 'nationalCoordinator'))`);
}

/**
 * An administrator whose role has no end can only lose it while another one has it. The lock makes
 * two who take it from each other wait for one another: the second one then sees what the first did.
 */
async function keepAnAdministrator(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION identity.keep_an_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtext('identity.administrator'));
      IF NOT EXISTS (SELECT FROM identity.role_grant WHERE role = 'administrator'
          AND valid_to IS NULL AND valid_from <= now()) THEN
        RAISE EXCEPTION 'the last administrator stays'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'last_administrator',
            TABLE = 'role_grant', SCHEMA = 'identity';
      END IF;
      RETURN NULL;
    END $$`);
  await runner.query(`
    CREATE CONSTRAINT TRIGGER last_administrator AFTER UPDATE OR DELETE ON identity.role_grant
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.role = 'administrator' AND OLD.valid_to IS NULL)
    EXECUTE FUNCTION identity.keep_an_administrator()`);
}

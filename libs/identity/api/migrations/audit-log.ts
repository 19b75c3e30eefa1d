import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit log. Its people are ids without a foreign key: an entry outlives whom it tells of, under
 * a pseudonym. What deletes or changes entries are two functions of the owner's, each for one end.
 */
export class AuditLog1764000160000 implements MigrationInterface {
  name = 'AuditLog1764000160000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.audit_entry (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        action text NOT NULL CHECK (action <> ''),
        actor_id uuid,
        subject_ids uuid[] NOT NULL DEFAULT '{}',
        facts jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(facts) = 'object')
      )`);
    await runner.query(`CREATE INDEX audit_entry_at ON identity.audit_entry (at DESC, id DESC)`);
    await runner.query(
      `CREATE INDEX audit_entry_actor ON identity.audit_entry (actor_id, at DESC, id DESC)`,
    );
    await runner.query(
      `CREATE INDEX audit_entry_action ON identity.audit_entry (action, at DESC, id DESC)`,
    );
    await runner.query(
      `CREATE INDEX audit_entry_subjects ON identity.audit_entry USING gin (subject_ids)`,
    );
    // Its time is in the function: whoever may call it can't shorten it.
    await runner.query(`
      CREATE FUNCTION identity.expire_audit() RETURNS bigint
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        WITH gone AS (
          DELETE FROM identity.audit_entry WHERE at < now() - interval '2 years' RETURNING 1)
        SELECT count(*) FROM gone
      $$`);
    // Entries stay and still belong together, but nobody can tell whose they are.
    await runner.query(`
      CREATE FUNCTION identity.forget_in_audit(person uuid) RETURNS bigint
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        nobody uuid := gen_random_uuid();
        touched bigint;
      BEGIN
        IF EXISTS (SELECT FROM identity.person p WHERE p.id = person) THEN
          RAISE EXCEPTION 'the audit log forgets only whom the product has forgotten';
        END IF;
        UPDATE identity.audit_entry SET
          actor_id = CASE WHEN actor_id = person THEN nobody ELSE actor_id END,
          subject_ids = array_replace(subject_ids, person, nobody)
        WHERE actor_id = person OR subject_ids @> ARRAY[person];
        GET DIAGNOSTICS touched = ROW_COUNT;
        RETURN touched;
      END $$`);
    for (const name of ['expire_audit()', 'forget_in_audit(uuid)']) {
      await runner.query(`REVOKE EXECUTE ON FUNCTION identity.${name} FROM PUBLIC`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

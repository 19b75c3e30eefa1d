import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people call an organisation that is not on the list yet: their word, until it is placed there. */
export class OrganisationNamed1764000170000 implements MigrationInterface {
  name = 'OrganisationNamed1764000170000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.affiliation
        ADD COLUMN organisation_named text CHECK (btrim(organisation_named) <> ''),
        ADD CONSTRAINT affiliation_one_organisation
          CHECK (num_nonnulls(organisation_id, organisation_named) <= 1)`);
    await runner.query(`DROP INDEX identity.affiliation_awaiting`);
    await runner.query(`
      CREATE INDEX affiliation_awaiting ON identity.affiliation (person_id)
      WHERE valid_to IS NULL AND (region_code IS NOT NULL AND region_confirmed_at IS NULL
        OR organisation_id IS NOT NULL AND organisation_confirmed_at IS NULL
        OR organisation_named IS NOT NULL)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

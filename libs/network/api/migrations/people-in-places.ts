import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where people say that they work exists, and can't go while someone is kept as having been there. */
export class PeopleInPlaces1764000200100 implements MigrationInterface {
  name = 'PeopleInPlaces1764000200100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.affiliation
        ADD CONSTRAINT affiliation_region FOREIGN KEY (region_code) REFERENCES network.region,
        ADD CONSTRAINT affiliation_organisation FOREIGN KEY (organisation_id)
          REFERENCES network.organisation`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

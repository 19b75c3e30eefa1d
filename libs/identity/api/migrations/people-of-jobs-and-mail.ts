import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The platform's letters and long work belong to people, of whom the platform knows nothing. */
export class PeopleOfJobsAndMail1764000111000 implements MigrationInterface {
  name = 'PeopleOfJobsAndMail1764000111000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE platform.job ADD CONSTRAINT job_person_id_fkey
        FOREIGN KEY (person_id) REFERENCES identity.person ON DELETE CASCADE`);
    await runner.query(`
      ALTER TABLE platform.mail ADD CONSTRAINT mail_person_id_fkey
        FOREIGN KEY (person_id) REFERENCES identity.person ON DELETE SET NULL`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

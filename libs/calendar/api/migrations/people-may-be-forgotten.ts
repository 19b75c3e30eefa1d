import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An enrolment outlives its person: it goes on counting, and nobody can tell whose it was. Several
 * such may stand in one session, since no two NULLs are the same to a unique constraint.
 */
export class PeopleMayBeForgotten1764000491000 implements MigrationInterface {
  name = 'PeopleMayBeForgotten1764000491000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE calendar.enrolment ALTER COLUMN person_id DROP NOT NULL`);
    await runner.query(`
      CREATE INDEX enrolment_transition_by ON calendar.enrolment_transition (by_person_id)
      WHERE by_person_id IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

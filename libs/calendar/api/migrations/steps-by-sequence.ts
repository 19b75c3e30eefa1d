import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A step is named by its enrolment and the sequence that it raised: one index to keep for it, where
 * there were three, and every enrolment writes one.
 */
export class StepsBySequence1764000410000 implements MigrationInterface {
  name = 'StepsBySequence1764000410000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE calendar.enrolment_transition ADD COLUMN sequence integer`);
    await runner.query(`
      UPDATE calendar.enrolment_transition t SET sequence = numbered.sequence
      FROM (SELECT id, row_number() OVER (PARTITION BY enrolment_id ORDER BY id) - 1 AS sequence
            FROM calendar.enrolment_transition) numbered
      WHERE numbered.id = t.id`);
    await runner.query(`
      ALTER TABLE calendar.enrolment_transition
        ALTER COLUMN sequence SET NOT NULL,
        DROP COLUMN id,
        ADD PRIMARY KEY (enrolment_id, sequence)`);
    await runner.query(`DROP INDEX calendar.enrolment_transition_by`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

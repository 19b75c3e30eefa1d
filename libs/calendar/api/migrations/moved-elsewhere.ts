import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A step may be half of a move: someone left for, or came from, another session. */
export class MovedElsewhere1764000600040 implements MigrationInterface {
  name = 'MovedElsewhere1764000600040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE calendar.enrolment_transition
        DROP CONSTRAINT enrolment_transition_occasion_check,
        ADD CONSTRAINT enrolment_transition_occasion_check CHECK (occasion IN
          ('seat-freed', 'seats-added', 'seats-released', 'date-set', 'another-session'))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

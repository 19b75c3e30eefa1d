import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is told of the service's accessibility, and by when the law wants it answered. */
export class AccessibilityFeedback1764000131000 implements MigrationInterface {
  name = 'AccessibilityFeedback1764000131000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.accessibility_feedback (
        id uuid PRIMARY KEY,
        message text NOT NULL CHECK (btrim(message) <> ''),
        contact text CHECK (contact <> ''),
        language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
        received_at timestamptz NOT NULL DEFAULT now(),
        due_at timestamptz NOT NULL DEFAULT now() + interval '14 days',
        answered_at timestamptz,
        answered_by uuid REFERENCES identity.person ON DELETE SET NULL,
        CHECK (due_at > received_at)
      )`);
    await runner.query(
      `CREATE INDEX accessibility_feedback_due ON identity.accessibility_feedback (due_at)
       WHERE answered_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX accessibility_feedback_answered_by
       ON identity.accessibility_feedback (answered_by)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

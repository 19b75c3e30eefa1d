import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Feedback: who was asked, and apart from it what was answered. No column, no key and no time leads
 * from the one to the other: answers have random ids and no moment of their own.
 */
export class Feedback1764000500600 implements MigrationInterface {
  name = 'Feedback1764000500600';

  async up(runner: QueryRunner): Promise<void> {
    // A row once the session is over and people have been asked; `answers` counts what came in.
    await runner.query(`
      CREATE TABLE calendar.feedback_round (
        session_id uuid PRIMARY KEY REFERENCES calendar.session ON DELETE RESTRICT,
        asked integer NOT NULL DEFAULT 0 CHECK (asked >= 0),
        answers integer NOT NULL DEFAULT 0 CHECK (answers >= 0),
        followed boolean NOT NULL DEFAULT false
      )`);
    await runner.query(`
      CREATE TABLE calendar.feedback_asked (
        session_id uuid NOT NULL REFERENCES calendar.session ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES identity.person ON DELETE CASCADE,
        answered boolean NOT NULL DEFAULT false,
        PRIMARY KEY (session_id, person_id)
      )`);
    await runner.query(`
      CREATE INDEX feedback_asked_person ON calendar.feedback_asked (person_id) WHERE NOT answered`);
    await runner.query(`
      CREATE TABLE calendar.feedback_answer (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        session_id uuid NOT NULL REFERENCES calendar.session ON DELETE RESTRICT,
        batch integer NOT NULL CHECK (batch > 0),
        whole smallint NOT NULL CHECK (whole BETWEEN 1 AND 5),
        content smallint NOT NULL CHECK (content BETWEEN 1 AND 5),
        usefulness smallint NOT NULL CHECK (usefulness BETWEEN 1 AND 5),
        recommend boolean NOT NULL,
        good text NOT NULL DEFAULT '',
        better text NOT NULL DEFAULT '',
        shuffled boolean NOT NULL DEFAULT false
      )`);
    await runner.query(`
      CREATE INDEX feedback_answer_of_session ON calendar.feedback_answer (session_id, batch)`);
    await runner.query(`
      CREATE INDEX feedback_answer_new ON calendar.feedback_answer (id) WHERE NOT shuffled`);
    // What may be shown of answers: whole batches of five, to anybody and by any sum.
    await runner.query(`
      CREATE VIEW calendar.shown_feedback AS
      SELECT a.session_id, a.whole, a.content, a.usefulness, a.recommend, a.good, a.better, a.id
      FROM calendar.feedback_answer a JOIN calendar.feedback_round r USING (session_id)
      WHERE a.batch <= r.answers / 5`);
    await runner.query(`
      CREATE FUNCTION calendar.outline_rating(outline uuid)
      RETURNS TABLE (average double precision, answers integer) LANGUAGE sql STABLE AS $$
        SELECT round(avg(f.whole), 1)::float8, count(*)::int
        FROM calendar.session s JOIN calendar.shown_feedback f ON f.session_id = s.id
        WHERE s.outline_id = outline HAVING count(*) >= 5
      $$`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an outline's average is made from, summed as answers come to be shown: reading every answer
 * for each list of outlines took longer the more there were. A batch of five is added in the
 * transaction that makes it whole, so that the sums never hold what isn't shown.
 */
export class OutlineFigures1764000700040 implements MigrationInterface {
  name = 'OutlineFigures1764000700040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar.outline_feedback (
        outline_id uuid PRIMARY KEY REFERENCES calendar.outline ON DELETE CASCADE,
        answers integer NOT NULL CHECK (answers > 0 AND answers % 5 = 0),
        whole bigint NOT NULL CHECK (whole BETWEEN answers AND answers * 5::bigint)
      )`);
    await runner.query(`
      INSERT INTO calendar.outline_feedback (outline_id, answers, whole)
      SELECT s.outline_id, count(*), sum(f.whole)
      FROM calendar.session s JOIN calendar.shown_feedback f ON f.session_id = s.id
      WHERE s.outline_id IS NOT NULL GROUP BY s.outline_id`);
    await runner.query(`
      CREATE FUNCTION calendar.sum_up_outline() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        was integer := CASE TG_OP WHEN 'UPDATE' THEN OLD.answers / 5 ELSE 0 END;
      BEGIN
        INSERT INTO calendar.outline_feedback AS f (outline_id, answers, whole)
        SELECT s.outline_id, count(*), sum(a.whole)
        FROM calendar.session s JOIN calendar.feedback_answer a ON a.session_id = s.id
        WHERE s.id = NEW.session_id AND s.outline_id IS NOT NULL
          AND a.batch > was AND a.batch <= NEW.answers / 5
        GROUP BY s.outline_id
        ON CONFLICT (outline_id) DO UPDATE
        SET answers = f.answers + excluded.answers, whole = f.whole + excluded.whole;
        RETURN NULL;
      END $$`);
    // A round counts an answer before it is there: what they say is summed when both are.
    for (const [when, condition] of [
      ['INSERT', 'NEW.answers >= 5'],
      ['UPDATE OF answers', 'NEW.answers / 5 > OLD.answers / 5'],
    ] as const)
      await runner.query(`
        CREATE CONSTRAINT TRIGGER sum_up_outline_at_${when.slice(0, 6).toLowerCase()}
          AFTER ${when} ON calendar.feedback_round DEFERRABLE INITIALLY DEFERRED
          FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION calendar.sum_up_outline()`);
    await runner.query(`
      CREATE FUNCTION calendar.keep_outline_of_answered() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM calendar.feedback_round r
          WHERE r.session_id = OLD.id AND r.answers > 0)
        THEN
          RAISE EXCEPTION 'session % has been answered and keeps its outline', OLD.id;
        END IF;
        RETURN NULL;
      END $$`);
    // Afterwards: before an update, it would have what is generated of a session generated anew for each
    // enrolment, whatever it changes.
    await runner.query(`
      CREATE TRIGGER keep_outline_of_answered AFTER UPDATE OF outline_id ON calendar.session
        FOR EACH ROW WHEN (OLD.outline_id IS DISTINCT FROM NEW.outline_id)
        EXECUTE FUNCTION calendar.keep_outline_of_answered()`);
    await runner.query(`DROP FUNCTION calendar.outline_rating`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

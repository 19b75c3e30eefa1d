import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What calendars have been told stays: a published session is no draft again, its meetings are
 * cancelled but never deleted, and a meeting's UID never changes (RFC 5545 §3.8.4.7).
 */
export class PublishedForGood1764000420000 implements MigrationInterface {
  name = 'PublishedForGood1764000420000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION calendar.never_again() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% % is known to calendars and stays', TG_TABLE_NAME, OLD.id;
      END $$`);
    // AFTER, not BEFORE: with a BEFORE UPDATE trigger on the table PostgreSQL works out the generated
    // search column anew at every enrolment, which costs more than the enrolment.
    await runner.query(`
      CREATE TRIGGER stay_published AFTER UPDATE OF status ON calendar.session FOR EACH ROW
        WHEN (OLD.status <> 'draft' AND NEW.status = 'draft')
        EXECUTE FUNCTION calendar.never_again()`);
    await runner.query(`
      CREATE TRIGGER keep_uid BEFORE UPDATE OF uid, session_id ON calendar.meeting FOR EACH ROW
        WHEN (OLD.uid <> NEW.uid OR OLD.session_id <> NEW.session_id)
        EXECUTE FUNCTION calendar.never_again()`);
    await runner.query(`
      CREATE FUNCTION calendar.keep_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM calendar.session
          WHERE id = OLD.session_id AND status <> 'draft')
        THEN
          RAISE EXCEPTION 'meeting % is of a published session and is never deleted', OLD.id;
        END IF;
        RETURN OLD;
      END $$`);
    await runner.query(`
      CREATE TRIGGER keep_meeting BEFORE DELETE ON calendar.meeting
        FOR EACH ROW EXECUTE FUNCTION calendar.keep_meeting()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

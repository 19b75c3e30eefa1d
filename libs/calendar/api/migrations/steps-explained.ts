import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * All states of an enrolment; each step with who took it, what gave someone their turn, and the reason
 * in someone's own words.
 *
 * `offer_expires`: until when an offered seat has to be taken. `by_offer`: the person has only been
 * interested, and is offered a seat, never given one. `region_code`: the region that a person's seat
 * counts for; only where seats are shared out by region.
 *
 * Of the session, `shared_until`: until when shares hold, null where there are none (any more).
 * `due_at`: when the next offer expires or the shares are released; whoever locks the session at that
 * time or later settles it first, so that nothing depends on a job's being on time.
 */
export class StepsExplained1764000500000 implements MigrationInterface {
  name = 'StepsExplained1764000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE calendar.enrolment
        DROP CONSTRAINT enrolment_status_check,
        ADD COLUMN offer_expires timestamptz,
        ADD COLUMN by_offer boolean NOT NULL DEFAULT false,
        ADD COLUMN region_code text,
        ADD CONSTRAINT enrolment_status_check CHECK (status IN
          ('applied', 'confirmed', 'waitlisted', 'offered', 'declined', 'cancelled')),
        ADD CONSTRAINT enrolment_offered CHECK ((status = 'offered') = (offer_expires IS NOT NULL))`);
    // Only enrolments in sessions whose seats are shared out stand in it.
    await runner.query(`
      CREATE INDEX enrolment_of_region
      ON calendar.enrolment (session_id, region_code, status, ticket) WHERE region_code IS NOT NULL`);
    await runner.query(`
      CREATE INDEX enrolment_offers ON calendar.enrolment (session_id, offer_expires)
      WHERE status = 'offered'`);
    await runner.query(`
      ALTER TABLE calendar.enrolment_transition
        DROP CONSTRAINT enrolment_transition_from_status_check,
        DROP CONSTRAINT enrolment_transition_to_status_check,
        DROP CONSTRAINT enrolment_transition_reason_check,
        ADD COLUMN actor text NOT NULL DEFAULT 'self'
          CHECK (actor IN ('self', 'organiser', 'system')),
        ADD COLUMN occasion text CHECK (occasion IN
          ('seat-freed', 'seats-added', 'seats-released', 'date-set')),
        ADD COLUMN note text CHECK (note <> ''),
        ADD CONSTRAINT enrolment_transition_from_status_check CHECK (from_status IN
          ('applied', 'confirmed', 'waitlisted', 'offered', 'declined', 'cancelled')),
        ADD CONSTRAINT enrolment_transition_to_status_check CHECK (to_status IN
          ('applied', 'confirmed', 'waitlisted', 'offered', 'declined', 'cancelled')),
        ADD CONSTRAINT enrolment_transition_reason_check CHECK (reason IN (
          'enrolled', 'applied', 'added', 'interested', 'approved', 'refused', 'promoted', 'offered',
          'accepted', 'declined', 'offer-expired', 'moved', 'removed', 'cancelled-by-person',
          'account-deleted'))`);
    await runner.query(`
      UPDATE calendar.enrolment_transition SET actor = 'system', occasion = 'seat-freed'
      WHERE reason = 'promoted'`);
    await runner.query(`
      ALTER TABLE calendar.session
        DROP CONSTRAINT session_seats,
        DROP CONSTRAINT session_waitlist_count_check,
        ADD COLUMN offered_count integer NOT NULL DEFAULT 0,
        ADD COLUMN applied_count integer NOT NULL DEFAULT 0,
        ADD COLUMN shared_until timestamptz,
        ADD COLUMN due_at timestamptz,
        ADD CONSTRAINT session_seats CHECK (confirmed_count + offered_count <= capacity
          AND least(confirmed_count, offered_count, waitlist_count, applied_count) >= 0)`);
    await runner.query(`
      CREATE INDEX session_due ON calendar.session (due_at) WHERE due_at IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

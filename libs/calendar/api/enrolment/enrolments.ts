import {
  whyNotCapacity,
  type EnrolmentOutcome,
  type EnrolmentWish,
  type StepOccasion,
} from '@luotsi/calendar/model';
import { ProblemException } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';
import { enter, one, wishOf, type EnrolmentPlace } from './enter-within';

/** Where someone is moved: to a seat, to the end of the waiting list, to another session. */
export type MoveTo = 'confirmed' | 'waitlisted' | { readonly session: string };

/** What has changed of a session. */
export interface SeatsChange {
  /** Why seats may have become free; by default because there are more of them. */
  readonly occasion?: StepOccasion;
  /** It has a new date: who is offered a seat is asked anew. */
  readonly renewOffers?: boolean;
}

/**
 * What happens to enrolments inside a transaction of someone else's: an organiser's change, a new
 * date, the end of an account. The session is locked, the same rules and statements do it as when
 * people enrol, everyone concerned is told. Call `SessionWriter.forget()` after the commit, or work in
 * `SessionWriter.work`. A refusal is thrown as its problem; then nothing may be committed.
 */
export class Enrolments {
  /** An application becomes a seat, or a place in line. @throws ProblemException `enrolment-moved-on` … */
  static approve(manager: EntityManager, place: EnrolmentPlace, by: string, reason?: string) {
    return one(manager, place, 'approve', by, reason);
  }

  /** An application is refused. */
  static refuse(manager: EntityManager, place: EnrolmentPlace, by: string, reason?: string) {
    return one(manager, place, 'refuse', by, reason);
  }

  /** Someone is enrolled, also when enrolment is closed; no approval is asked for. */
  static add(manager: EntityManager, place: EnrolmentPlace, by: string, reason?: string) {
    return one(manager, place, 'add', by, reason);
  }

  /** Someone loses their seat or their place in line. */
  static remove(manager: EntityManager, place: EnrolmentPlace, by: string, reason?: string) {
    return one(manager, place, 'remove', by, reason);
  }

  /**
   * Gives someone a seat out of turn, or a place at the end of the line, or the same in another session.
   * @throws ProblemException `no-free-seat`, `nobody-waits`, `enrolment-moved-on`,
   *   `already-in-other-session`, the sessions'
   */
  static async move(
    manager: EntityManager,
    { session, person }: EnrolmentPlace,
    to: MoveTo,
    by: string,
    reason?: string,
  ): Promise<EnrolmentOutcome> {
    const elsewhere = typeof to === 'object' ? 'another-session' : undefined;
    const asked = (sessionId: string, wish: EnrolmentWish) =>
      wishOf(sessionId, person, wish, by, reason, elsewhere);
    const wishes =
      typeof to === 'object'
        ? [asked(session, 'remove'), asked(to.session, 'add')]
        : [asked(session, to === 'confirmed' ? 'seat' : 'queue')];
    const { outcomes } = await enter(manager, wishes);
    // Whoever asked has seen them before the lock: they may have left, or be there by themselves, now.
    if (elsewhere && outcomes[0]?.changed === false)
      throw new ProblemException('enrolment-moved-on');
    if (elsewhere && outcomes[1]?.changed === false)
      throw new ProblemException('already-in-other-session');
    return outcomes.at(-1) ?? { status: 'none', changed: false };
  }

  /** Enrols several, in their order, as far as there are seats; the rest wait. Answers each. */
  static async addGroup(
    manager: EntityManager,
    session: string,
    people: readonly string[],
    by: string,
    reason?: string,
  ): Promise<EnrolmentOutcome[]> {
    const wishes = people.map((person) => wishOf(session, person, 'add', by, reason));
    return (await enter(manager, wishes)).outcomes;
  }

  /**
   * Offers seats to those who were interested before there was a date, in their order; the rest wait
   * in line, and are asked when it is their turn. Where approval is asked for, they have applied.
   */
  static async offerTo(
    manager: EntityManager,
    session: string,
    people: readonly string[],
    by: string | null,
  ): Promise<EnrolmentOutcome[]> {
    const wishes = people.map((person) => wishOf(session, person, 'invite', by));
    return (await enter(manager, wishes)).outcomes;
  }

  /**
   * After seats, shares, approval or dates have changed: gives free seats to those who wait, as many
   * as fit. Where approval is asked for no longer, everyone who has applied is approved; where it is asked
   * for from now on, whoever waits without having been approved has applied.
   * @param by who changed the session
   * @returns those who stand elsewhere now, and have been told so
   */
  static async changeSeats(
    manager: EntityManager,
    session: string,
    by: string | null,
    { occasion = 'seats-added', renewOffers = false }: SeatsChange = {},
  ): Promise<string[]> {
    const [[row]] = await manager.query<[{ approval: boolean }[], number]>(SHARED, [session]);
    if (!row) return [];
    await manager.query(KEEP_REGIONS, [session]);
    const people = await manager.query<{ person_id: string }[]>(
      row.approval ? NOT_APPROVED : APPLIED,
      [session],
    );
    const wish = row.approval ? 'review' : 'approve';
    const wishes = people.map(({ person_id }) => wishOf(session, person_id, wish, by));
    const { steps } = await enter(
      manager,
      wishes.length > 0 ? wishes : [{ sessionId: session, request: null }],
      {
        ...{ occasion, renewOffers, by },
      },
    );
    return [...new Set(steps.map(({ personId }) => personId))];
  }

  /**
   * Locks a session and makes sure that it can have so many seats. Call it before they are changed.
   * @throws ProblemException `capacity-below-confirmed`
   */
  static async requireCapacity(
    manager: EntityManager,
    session: string,
    capacity: number,
  ): Promise<void> {
    const [row] = await manager.query<{ confirmed: number; offered: number }[]>(
      `SELECT confirmed_count AS confirmed, offered_count AS offered FROM calendar.session
       WHERE id = $1 FOR NO KEY UPDATE`,
      [session],
    );
    const refusal = row ? whyNotCapacity(row, capacity) : null;
    if (refusal) throw ProblemException.of(refusal);
  }

  /** Cancels everything to come of someone who leaves the service; whoever is next gets the seat. */
  static async leave(manager: EntityManager, person: string): Promise<void> {
    const rows = await manager.query<{ session_id: string }[]>(TO_COME, [person]);
    if (rows.length === 0) return;
    await enter(
      manager,
      rows.map(({ session_id }) => wishOf(session_id, person, 'forget', null)),
    );
  }
}

/** Until when shares hold is kept in the session's own row, which everyone who enrols locks. */
const SHARED = `
  UPDATE calendar.session s SET shared_until = shared.until
  FROM (
    SELECT CASE WHEN EXISTS (SELECT FROM calendar.session_share WHERE session_id = $1)
      THEN coalesce(t.regional_seats_until, t.enrolment_closes, t.first_start) END AS until
    FROM calendar.session t WHERE t.id = $1
  ) shared
  WHERE s.id = $1 RETURNING s.approval`;

/** Where seats are shared out, each enrolment keeps the region its person had when they came. */
const KEEP_REGIONS = `
  UPDATE calendar.enrolment e SET region_code = held.confirmed_region
  FROM calendar.session s, calendar.enrolment mine, LATERAL (
    SELECT max(t.at) AS at FROM calendar.enrolment_transition t
    WHERE t.enrolment_id = mine.id
      AND coalesce(t.from_status, 'cancelled') IN ('cancelled', 'declined')
  ) came, LATERAL identity.affiliation_at(mine.person_id, came.at) held
  WHERE s.id = $1 AND s.shared_until > clock_timestamp() AND mine.session_id = s.id
    AND mine.region_code IS NULL AND mine.status NOT IN ('declined', 'cancelled')
    AND e.id = mine.id AND held.confirmed_region IS NOT NULL`;

const APPLIED = `
  SELECT person_id FROM calendar.enrolment
  WHERE session_id = $1 AND status = 'applied' ORDER BY ticket`;

/** Those in line by their own step alone: the latest one of each says how they got there. */
const NOT_APPROVED = `
  SELECT e.person_id FROM calendar.enrolment e
  JOIN calendar.enrolment_transition t ON t.enrolment_id = e.id AND t.sequence = e.sequence
  WHERE e.session_id = $1 AND e.status = 'waitlisted' AND t.reason IN ('enrolled', 'interested')
  ORDER BY e.ticket`;

const TO_COME = `
  SELECT e.session_id FROM calendar.enrolment e JOIN calendar.session s ON s.id = e.session_id
  WHERE e.person_id = $1 AND e.status NOT IN ('declined', 'cancelled')
    AND (s.last_end IS NULL OR s.last_end > clock_timestamp())
  ORDER BY e.session_id`;

import { Injectable } from '@nestjs/common';
import { whyNotOpen, type Enrolled, type EnrolmentStatus } from '@luotsi/calendar/model';
import { ProblemException } from '@luotsi/platform/api';
import { isRefusal } from '@luotsi/platform/model';
import { LRUCache } from 'lru-cache';
import { CalendarDatabase } from '../calendar-database';
import { seatsOf, type SeatsRow } from '../sessions/session-row';
import { Batches } from './batches';
import { EnrolmentRegister } from './enrolment-register';
import { STANDING } from './enrolment-statements';

interface Pair {
  readonly sessionId: string;
  readonly personId: string;
}

interface StandingRow extends SeatsRow {
  /** Null: there is no such session. */
  readonly id: string | null;
  readonly at: Date;
  readonly held: EnrolmentStatus | null;
  readonly position: number | null;
}

/** How many presses are remembered. Forgetting one costs a lock, nothing else. */
const REMEMBERED = 20_000;

/**
 * Where people enrol and cancel. The register decides, under the lock. A press that is likely in vain
 * (the same person pressed before, or someone was refused by this session) is looked at first without
 * a lock, many of them in one statement.
 */
@Injectable()
export class EnrolmentDesk {
  private readonly looks = new Batches<Pair, StandingRow>(
    (pairs) =>
      this.database.rows<StandingRow>({
        name: 'enrolment standing',
        text: STANDING,
        values: [pairs.map((pair) => pair.sessionId), pairs.map((pair) => pair.personId)],
      }),
    2,
  );

  /** Presses and sessions whose next press is likely in vain. A guess, never an answer. */
  private readonly inVain = new LRUCache<string, true>({ max: REMEMBERED });

  constructor(
    private readonly database: CalendarDatabase,
    private readonly register: EnrolmentRegister,
  ) {}

  /**
   * Enrols a person.
   * @returns where they stand, and whether that is new
   * @throws ProblemException why they can't enrol
   */
  async enrol(sessionId: string, personId: string): Promise<Enrolled & { isNew: boolean }> {
    const press = `${sessionId} ${personId}`;
    if (this.inVain.has(press) || this.inVain.has(sessionId)) {
      const already = await this.whereAlready(sessionId, personId);
      if (already) return { ...already, isNew: false };
    }
    const outcome = await this.register.enter({ sessionId, personId, wish: 'enrol' });
    this.inVain.set(isRefusal(outcome) ? sessionId : press, true);
    if (isRefusal(outcome)) throw ProblemException.of(outcome);
    if (outcome.changed && outcome.status === 'confirmed')
      return { status: 'confirmed', isNew: true };
    if (outcome.changed && outcome.position !== undefined)
      return { status: 'waitlisted', position: outcome.position, isNew: true };
    const already = await this.whereAlready(sessionId, personId);
    return { ...(already ?? { status: 'confirmed' }), isNew: false };
  }

  /** Cancels a person's enrolment, if there is one. @throws ProblemException `session-past` */
  async cancel(sessionId: string, personId: string): Promise<void> {
    const standing = await this.look({ sessionId, personId });
    if (standing.held === null || standing.held === 'cancelled') return;
    const outcome = await this.register.enter({ sessionId, personId, wish: 'cancel' });
    if (isRefusal(outcome)) throw ProblemException.of(outcome);
  }

  /** Takes an offered seat. @throws ProblemException `no-offer` and others */
  async accept(sessionId: string, personId: string): Promise<Enrolled> {
    const standing = await this.look({ sessionId, personId });
    if (standing.held === 'confirmed') return { status: 'confirmed' };
    throw new ProblemException('no-offer');
  }

  /** Declines an offered seat. @throws ProblemException `no-offer` */
  async decline(sessionId: string, personId: string): Promise<void> {
    await this.look({ sessionId, personId });
    throw new ProblemException('no-offer');
  }

  /**
   * Where someone stands already, null when they don't.
   * @throws ProblemException why they can't enrol, when they are not in
   */
  private async whereAlready(sessionId: string, personId: string): Promise<Enrolled | null> {
    const standing = await this.look({ sessionId, personId });
    const already = enrolledAs(standing);
    const refusal = already ? null : whyNotOpen(seatsOf(standing), standing.at.getTime());
    if (refusal) throw ProblemException.of(refusal);
    return already;
  }

  /** @throws ProblemException `not-found`, also for a draft */
  private async look(pair: Pair): Promise<StandingRow> {
    const standing = await this.looks.ask(pair);
    if (standing.id === null || standing.status === 'draft')
      throw new ProblemException('not-found');
    return standing;
  }
}

function enrolledAs({ held, position }: StandingRow): Enrolled | null {
  if (held === 'confirmed') return { status: 'confirmed' };
  if (held === 'waitlisted') return { status: 'waitlisted', position: position ?? 1 };
  return null;
}

import { Injectable } from '@nestjs/common';
import { whyNotOpen, type Enrolled, type EnrolmentStatus } from '@luotsi/calendar/model';
import { ProblemException } from '@luotsi/platform/api';
import { isRefusal } from '@luotsi/platform/model';
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

/**
 * Where people enrol and cancel. First a look without a lock, many people's in one statement: it
 * answers who is in already and who is refused. Whoever is left goes to the register, which decides
 * under the lock.
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
    () => null,
  );

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
    const standing = await this.look({ sessionId, personId });
    const now = standing.at.getTime();
    const already = enrolledAs(standing);
    if (already) return { ...already, isNew: false };
    const refusal = whyNotOpen(seatsOf(standing), now);
    if (refusal) throw ProblemException.of(refusal);
    const outcome = await this.register.enter({ sessionId, personId, wish: 'enrol' });
    if (isRefusal(outcome)) throw ProblemException.of(outcome);
    if (outcome.changed && outcome.status === 'confirmed')
      return { status: 'confirmed', isNew: true };
    if (outcome.changed && outcome.position !== undefined)
      return { status: 'waitlisted', position: outcome.position, isNew: true };
    const found = enrolledAs(await this.look({ sessionId, personId }));
    return { ...(found ?? { status: 'confirmed' }), isNew: false };
  }

  /** Cancels a person's enrolment, if there is one. @throws ProblemException `session-past` */
  async cancel(sessionId: string, personId: string): Promise<void> {
    const standing = await this.look({ sessionId, personId });
    if (standing.held === null || standing.held === 'cancelled') return;
    const outcome = await this.register.enter({ sessionId, personId, wish: 'cancel' });
    if (isRefusal(outcome)) throw ProblemException.of(outcome);
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

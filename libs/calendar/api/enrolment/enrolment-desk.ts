import { Injectable } from '@nestjs/common';
import {
  isActive,
  whyNotOpen,
  type Enrolled,
  type EnrolmentOutcome,
  type EnrolmentStatus,
} from '@luotsi/calendar/model';
import { Batches, plainArray, ProblemException } from '@luotsi/platform/api';
import { isRefusal } from '@luotsi/platform/model';
import { LRUCache } from 'lru-cache';
import { CalendarDatabase } from '../calendar-database';
import { timesOf, type TimesRow } from '../sessions/session-row';
import { EnrolmentRegister } from './enrolment-register';
import { STANDING } from './enrolment-statements';

interface Pair {
  readonly sessionId: string;
  readonly personId: string;
}

interface StandingRow extends TimesRow {
  /** Null: there is no such session. */
  readonly id: string | null;
  readonly at: number;
  readonly held: EnrolmentStatus | null;
  readonly position: number | null;
  readonly offer_expires: number | null;
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
        values: [
          plainArray(pairs.map((pair) => pair.sessionId)),
          plainArray(pairs.map((pair) => pair.personId)),
        ],
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
    const outcome = await this.register.enter(sessionId, { personId, wish: 'enrol' });
    this.inVain.set(isRefusal(outcome) ? sessionId : press, true);
    if (isRefusal(outcome)) throw ProblemException.of(outcome);
    const now = outcome.changed ? asEnrolled(outcome) : null;
    if (now) return { ...now, isNew: true };
    const already = await this.whereAlready(sessionId, personId);
    return { ...(already ?? { status: 'confirmed' }), isNew: false };
  }

  /**
   * Cancels a person's enrolment, if there is one.
   * @param note why, in their own words
   * @throws ProblemException `session-past`
   */
  async cancel(sessionId: string, personId: string, note: string | null): Promise<void> {
    const { held } = await this.look({ sessionId, personId });
    if (held === null || !isActive(held)) return;
    await this.enter(sessionId, personId, 'cancel', note);
  }

  /** Takes an offered seat. @throws ProblemException `no-offer`, `offer-expired`, the session's */
  async accept(sessionId: string, personId: string): Promise<Enrolled> {
    await this.look({ sessionId, personId });
    const outcome = await this.enter(sessionId, personId, 'accept');
    return asEnrolled(outcome) ?? { status: 'confirmed' };
  }

  /** Declines an offered seat. @throws ProblemException `no-offer`, `session-past` */
  async decline(sessionId: string, personId: string): Promise<void> {
    await this.look({ sessionId, personId });
    await this.enter(sessionId, personId, 'decline');
  }

  private async enter(
    sessionId: string,
    personId: string,
    wish: 'cancel' | 'accept' | 'decline',
    note: string | null = null,
  ): Promise<EnrolmentOutcome> {
    const outcome = await this.register.enter(sessionId, { personId, wish, note });
    if (isRefusal(outcome)) throw ProblemException.of(outcome);
    return outcome;
  }

  /**
   * Where someone stands already, null when they don't.
   * @throws ProblemException why they can't enrol, when they are not in
   */
  private async whereAlready(sessionId: string, personId: string): Promise<Enrolled | null> {
    const standing = await this.look({ sessionId, personId });
    const already = enrolledAs(standing);
    const refusal = already ? null : whyNotOpen(timesOf(standing), standing.at);
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

function enrolledAs({ held, position, offer_expires }: StandingRow): Enrolled | null {
  if (held === null || !isActive(held)) return null;
  return {
    status: held,
    ...(position === null ? {} : { position }),
    ...(offer_expires ? { offerExpires: new Date(offer_expires).toISOString() } : {}),
  };
}

/** What came of a request as it is answered; null where the place in line isn't known. */
function asEnrolled({ status, position, offerExpires }: EnrolmentOutcome): Enrolled | null {
  if (status === 'none' || !isActive(status)) return null;
  if (status === 'waitlisted' && position === undefined) return null;
  return {
    status,
    ...(position === undefined ? {} : { position }),
    ...(offerExpires === undefined ? {} : { offerExpires: new Date(offerExpires).toISOString() }),
  };
}

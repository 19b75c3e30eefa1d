import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { SessionChange, sessionDraft, SessionStatus } from '@luotsi/calendar/model';
import { Changes, newId, ProblemException } from '@luotsi/platform/api';
import { languages, type Localised } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import type * as z from 'zod';
import { AttendanceRecorded } from '../attendance/attendance-recorded';
import { Enrolments } from '../enrolment/enrolments';
import { SESSION_CHANGED } from '../feed/feeds';
import { PERSON_CHANGED } from '../feed/personal-feeds';
import { offerToInterested } from '../interest/offer-to-interested';
import { forgetNeedsOfFormer } from '../needs/needs-of-former-organiser';
import { tellMoved, tellOff } from '../notices/tell-enrolled';
import { copyMaterials } from './materials';
import { lockSession, writeChange, writtenOf } from './change-session';
import { insertSessions } from './insert-sessions';
import { meetingRecord, type MeetingInput } from './meeting-times';
import { organisedSession } from './organised-session';
import { requireWhole, spanOf } from './require-whole';
import { stepSession } from './step-session';

/** A session as it is to be created: validated by `sessionDraft`. */
export type SessionInput = z.output<typeof sessionDraft>;

/**
 * Writes sessions for their organisers. Each method works inside the caller's transaction and
 * announces what it changed; `work` gives a transaction, and lets this process forget what it kept
 * once it is committed. Whether someone may act for the organiser is asked before, by the caller.
 */
@Injectable()
export class SessionWriter {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly changes: Changes,
    private readonly attendance: AttendanceRecorded,
  ) {}

  /**
   * Runs an organiser's work on a session in one transaction, then drops what was kept of it. What is
   * refused is told in the words for organisers.
   */
  async work<Result>(change: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    const result = await this.database.transaction(change).catch(toOrganiser);
    this.forget();
    return result;
  }

  /** Drops what this process kept of sessions. Call it after the commit of a change of one's own. */
  forget(): void {
    this.changes.changedHere(SESSION_CHANGED, null);
    this.changes.changedHere(PERSON_CHANGED, null);
  }

  /**
   * Creates a draft.
   * @param by who creates it
   * @returns its id
   * @throws ProblemException of a meeting's times, of its parts together; `reference-unknown`
   */
  async create(manager: EntityManager, input: SessionInput, by: string | null): Promise<string> {
    const id = newId();
    const meetings = input.meetings.map((meeting) => meetingRecord(meeting));
    requireWhole(input, meetings.length > 0 || Boolean(input.planned), spanOf(meetings));
    await insertSessions(manager, [{ id, input, meetings, createdBy: by, publishedAt: null }]);
    return id;
  }

  /**
   * Publishes a draft.
   * @throws ProblemException the transition table's refusals; `session-past` of one that would be over
   *   as soon as it is in the calendar
   */
  async publish(manager: EntityManager, id: string): Promise<SessionStatus> {
    const { status, was } = await stepSession(manager, id, 'publish', null);
    if (status !== was) await Enrolments.changeSeats(manager, id, null);
    return status;
  }

  /** Cancels for good; the enrolled stay in the records, and are told. */
  async cancel(
    manager: EntityManager,
    id: string,
    reason: string | Localised,
  ): Promise<SessionStatus> {
    return this.callOff(manager, id, 'cancel', givenReason(reason));
  }

  /** Off until there is a new date; the enrolled are told. */
  postpone(manager: EntityManager, id: string): Promise<SessionStatus> {
    return this.callOff(manager, id, 'postpone', null);
  }

  /**
   * Changes a session: what the change leaves out stays. New times publish a postponed one again; a
   * meeting left out is cancelled. Whoever is in is told once of another time or place, and free seats
   * go to those who wait. The first date offers the seats to the interested before anybody else. With
   * other meetings or another rule, it may count as attended by others than before.
   * @param by who changes it
   * @throws ProblemException `edited-meanwhile`, and whatever keeps it from being written
   */
  async change(
    manager: EntityManager,
    id: string,
    change: SessionChange,
    by: string | null,
  ): Promise<SessionStatus> {
    const changed = await writeChange(manager, id, change);
    const { before, status, isElsewhere } = changed;
    if (changed.hasOtherOrganiser) await forgetNeedsOfFormer(manager, id);
    if (changed.isAttendedOtherwise) await this.attendance.tell(manager, id, null, by);
    const told = changed.hasOtherSeats
      ? await Enrolments.changeSeats(manager, id, by, {
          occasion: change.meetings ? 'seat-freed' : 'seats-added',
          renewOffers: isElsewhere,
        })
      : [];
    const invited = changed.gotItsDate ? await offerToInterested(manager, id, by) : [];
    if (isElsewhere) await tellMoved(manager, id, before, [...told, ...invited]);
    return status;
  }

  /** Gives a session new times, meeting by meeting in their order. */
  reschedule(
    manager: EntityManager,
    id: string,
    meetings: readonly MeetingInput[],
    by: string | null,
  ): Promise<SessionStatus> {
    return this.change(manager, id, { meetings: [...meetings] }, by);
  }

  /**
   * Makes a draft like a session, in the same times, with its materials; enrolment opens and closes
   * anew, and it is of no series and no plan.
   * @returns its id
   */
  async copy(manager: EntityManager, id: string, by: string | null): Promise<string> {
    const original = await organisedSession(manager, id);
    if (!original) throw new ProblemException('not-found');
    const copy = newId();
    const input = {
      ...writtenOf(original),
      enrolmentOpens: null,
      enrolmentCloses: null,
      regionalSeatsUntil: null,
      planItemId: null,
      seriesId: null,
    };
    const meetings = original.meetings
      .filter(({ cancelled }) => !cancelled)
      .map((meeting) => meetingRecord(meeting));
    await insertSessions(manager, [
      { id: copy, input, meetings, createdBy: by, publishedAt: null },
    ]);
    await copyMaterials(manager, id, copy);
    return copy;
  }

  /** Deletes a draft. @throws ProblemException `session-stays` when it was published */
  async remove(manager: EntityManager, id: string): Promise<void> {
    const { status } = await lockSession(manager, id);
    if (status !== 'draft') throw new ProblemException('session-stays');
    await manager.query(`DELETE FROM calendar.session WHERE id = $1`, [id]);
    await Changes.announce(manager, SESSION_CHANGED, id);
  }

  private async callOff(
    manager: EntityManager,
    id: string,
    step: 'cancel' | 'postpone',
    reason: Localised | null,
  ): Promise<SessionStatus> {
    const { status, was, before } = await stepSession(manager, id, step, reason);
    if (status !== was) await tellOff(manager, [{ id, row: before }], reason);
    return status;
  }
}

/** Why something is cancelled, in every language. @throws ProblemException when there is no reason */
export function givenReason(reason: string | Localised): Localised {
  const text = typeof reason === 'string' ? { fi: reason, sv: reason, en: reason } : reason;
  if (languages.every((language) => text[language] === ''))
    throw new ProblemException('validation-failed', {}, [
      { pointer: '/reason', detail: REASON_MISSING },
    ]);
  return text;
}

/** Throws on what was thrown; a refusal in the words for organisers. */
export function toOrganiser(thrown: unknown): never {
  throw thrown instanceof ProblemException ? thrown.readBy('organiser') : thrown;
}

const REASON_MISSING = {
  fi: 'Kirjoita perustelu. Se kerrotaan kaikille, jotka ovat mukana.',
  sv: 'Skriv en motivering. Alla som är med får läsa den.',
  en: 'Write the reason. Everyone who is in is told it.',
};

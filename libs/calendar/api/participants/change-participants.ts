import { Injectable } from '@nestjs/common';
import {
  calendarProblems,
  isActive,
  type addParticipants,
  type EnrolmentStatus,
  type ParticipantOutcome,
} from '@luotsi/calendar/model';
import type { Principal } from '@luotsi/identity/api';
import { ProblemException } from '@luotsi/platform/api';
import { describeProblem, problemType, type Language, type Received } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { Enrolments } from '../enrolment/enrolments';
import { requireOrganiser } from '../organise/organisers';
import { SessionWriter } from '../organise/session-writer';
import { Candidates } from './candidates';
import { overlapping } from './overlaps';
import { participantRows, type ParticipantRow } from './participant-rows';

/** One of the enrolled of a session. */
export interface Place {
  readonly id: string;
  readonly enrolment: string;
}

/** Who is to be added: a person by id or address, or a group. */
type Addition = Received<typeof addParticipants>['body'];

/** A deed to one person's enrolment, as `Enrolments` has it. */
type Deed = 'approve' | 'refuse' | 'remove';

/** What organisers and coaches do to the enrolled of their sessions; those concerned are told. */
@Injectable()
export class ChangeParticipants {
  constructor(
    private readonly writer: SessionWriter,
    private readonly candidates: Candidates,
  ) {}

  /**
   * Approves, refuses or takes out one of the enrolled.
   * @throws ProblemException `not-found`, `organiser-not-yours`, `enrolment-moved-on`, the session’s
   */
  do(
    by: Principal,
    deed: Deed,
    { id: session, enrolment }: Place,
    reason?: string,
  ): Promise<ParticipantOutcome> {
    return this.writer.work(async (manager) => {
      await requireOrganiser(manager, by, session);
      const { person, row } = await held(manager, session, enrolment);
      const { changed } = await Enrolments[deed](manager, { session, person }, by.id, reason);
      return outcomeOf(await standing(manager, session, row.id), changed);
    });
  }

  /**
   * Approves or refuses several applications, in the order in which they came. Those that somebody
   * has dealt with meanwhile stay as they are, which their outcome says.
   */
  doSeveral(
    by: Principal,
    deed: 'approve' | 'refuse',
    session: string,
    enrolments: readonly string[],
    reason: string | undefined,
    language: Language,
  ): Promise<ParticipantOutcome[]> {
    return this.writer.work(async (manager) => {
      await requireOrganiser(manager, by, session);
      await manager.query(LOCK, [session]);
      const chosen = await manager.query<{ id: string; person_id: string; status: string }[]>(
        CHOSEN,
        [session, enrolments],
      );
      const done = new Set<string>();
      for (const { id, person_id: person, status } of chosen) {
        if (status !== 'applied') continue;
        await Enrolments[deed](manager, { session, person }, by.id, reason);
        done.add(id);
      }
      const rows = await participantRows(manager, session, {}, language);
      const moved = refusedAs('enrolment-moved-on', language);
      return chosen.flatMap(({ id }) => {
        const row = rows.find((one) => one.id === id);
        if (!row) return [];
        const outcome = outcomeOf(row, done.has(id));
        return done.has(id) ? outcome : { ...outcome, refused: moved };
      });
    });
  }

  /**
   * Gives someone a seat out of turn, the end of the line, or moves them to another session.
   * @throws ProblemException `no-free-seat`, `nobody-waits`, `already-in-other-session`, …
   */
  move(
    by: Principal,
    { id: session, enrolment }: Place,
    to: string,
    reason: string,
  ): Promise<ParticipantOutcome> {
    return this.writer.work(async (manager) => {
      await requireOrganiser(manager, by, session);
      const { person, row } = await held(manager, session, enrolment);
      const place = { session, person };
      if (to === 'seat' || to === 'line') {
        const where = to === 'seat' ? 'confirmed' : 'waitlisted';
        const { changed } = await Enrolments.move(manager, place, where, by.id, reason);
        return outcomeOf(await standing(manager, session, row.id), changed);
      }
      await requireOrganiser(manager, by, to);
      const [there] = await manager.query<{ status: EnrolmentStatus }[]>(
        `SELECT status FROM calendar.enrolment WHERE session_id = $1 AND person_id = $2`,
        [to, person],
      );
      if (to === session || (there && isActive(there.status)))
        throw new ProblemException('already-in-other-session');
      if (!isActive(row.status)) throw new ProblemException('enrolment-moved-on');
      const { changed } = await Enrolments.move(manager, place, { session: to }, by.id, reason);
      return outcomeOf(await standingOf(manager, to, person), changed);
    });
  }

  /**
   * Adds a person or everyone of a group; approval is not asked for, and who is in stays as they are.
   * @throws ProblemException `person-unknown`, `group-not-yours`, `group-empty`, the session’s
   */
  add(
    by: Principal,
    session: string,
    { person, email, group, reason }: Addition,
    language: Language,
  ): Promise<ParticipantOutcome[]> {
    return this.writer.work(async (manager) => {
      await requireOrganiser(manager, by, session);
      const people =
        group === undefined
          ? [await this.candidates.named(manager, by, session, { id: person, email })]
          : await this.peopleOf(manager, by, session, group, language);
      const outcomes = await Enrolments.addGroup(manager, session, people, by.id, reason);
      const rows = await participantRows(manager, session, {}, language);
      const busy = await overlapping(manager, session, people);
      return people.flatMap((id, place) => {
        const row = rows.find(({ person_id }) => person_id === id);
        if (!row) return [];
        const outcome = outcomeOf(row, outcomes[place]?.changed ?? false);
        return { ...outcome, overlaps: busy.has(id) };
      });
    });
  }

  private async peopleOf(
    manager: EntityManager,
    by: Principal,
    session: string,
    group: string,
    language: Language,
  ): Promise<string[]> {
    const people = await this.candidates.ofGroup(manager, by, session, group, language);
    if (people.length === 0) throw new ProblemException('group-empty');
    return people.map(({ person }) => person.id);
  }
}

/** Somebody's enrolment in a session. @throws ProblemException `not-found`, also of a deleted account */
async function held(
  manager: EntityManager,
  session: string,
  enrolment: string,
): Promise<{ person: string; row: ParticipantRow }> {
  const row = await standing(manager, session, enrolment);
  if (row.person_id === null) throw new ProblemException('not-found');
  return { person: row.person_id, row };
}

async function standing(
  manager: EntityManager,
  session: string,
  enrolment: string,
): Promise<ParticipantRow> {
  const [row] = await participantRows(manager, session, { enrolment }, 'fi');
  if (!row) throw new ProblemException('not-found');
  return row;
}

async function standingOf(
  manager: EntityManager,
  session: string,
  person: string,
): Promise<ParticipantRow> {
  const [enrolment] = await manager.query<{ id: string }[]>(
    `SELECT id FROM calendar.enrolment WHERE session_id = $1 AND person_id = $2`,
    [session, person],
  );
  return standing(manager, session, enrolment?.id ?? '');
}

function outcomeOf(row: ParticipantRow, changed: boolean): ParticipantOutcome {
  const { id, person_id, name, status, position } = row;
  return {
    id,
    person: person_id === null ? null : { id: person_id, name: name ?? '' },
    status,
    ...(status === 'waitlisted' ? { position } : {}),
    changed,
  };
}

function refusedAs(name: keyof typeof calendarProblems, language: Language) {
  const { title, detail } = describeProblem(name, calendarProblems[name], {}, language);
  return { type: problemType(name), title, ...(detail ? { detail } : {}) };
}

/** Before its people are read, by a statement of its own: what is read then doesn't move any more. */
const LOCK = `SELECT FROM calendar.session WHERE id = $1 FOR NO KEY UPDATE`;

const CHOSEN = `
  SELECT id, person_id, status FROM calendar.enrolment
  WHERE session_id = $1 AND id = ANY ($2) AND person_id IS NOT NULL ORDER BY ticket`;

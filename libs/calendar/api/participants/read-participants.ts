import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  enrolmentStatuses,
  type EnrolmentStatus,
  type listParticipants,
  type ParticipantInFull,
} from '@luotsi/calendar/model';
import { Audit, type Principal } from '@luotsi/identity/api';
import { ProblemException } from '@luotsi/platform/api';
import type { Answer, Language } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { overlapping } from './overlaps';
import { participantCsv } from './participant-csv';
import { openSession, type OpenedSession } from './participant-rights';
import { participantRows, toParticipant, type ParticipantRow } from './participant-rows';

type List = Answer<typeof listParticipants>;
type Step = ParticipantInFull['history'][number];

/** Minutes in which reading the same people of the same session again is the same reading. */
const SAME_READING = 10;

/** Reads the enrolled for whoever organises or coaches their session; that they were read is kept. */
@Injectable()
export class ReadParticipants {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** @throws ProblemException `not-found`, `organiser-not-yours` */
  async list(
    reader: Principal,
    sessionId: string,
    status: EnrolmentStatus | undefined,
    language: Language,
  ): Promise<List> {
    const { manager } = this.database;
    const session = await openSession(manager, reader, sessionId);
    const rows = await participantRows(manager, sessionId, {}, language);
    const shown = rows.filter((row) => !status || row.status === status);
    await noteReading(manager, reader, sessionId, session, shown);
    const count = (status: EnrolmentStatus) => rows.filter((row) => row.status === status).length;
    const counts = Object.fromEntries(enrolmentStatuses.map((status) => [status, count(status)]));
    return {
      items: shown.map((row) => toParticipant(row, session.needsShown)),
      counts: counts as List['counts'],
      capacity: session.capacity,
      needsShown: session.needsShown,
    };
  }

  /** @throws ProblemException `not-found`, `organiser-not-yours` */
  async one(
    reader: Principal,
    sessionId: string,
    enrolment: string,
    language: Language,
  ): Promise<ParticipantInFull> {
    const { manager } = this.database;
    const session = await openSession(manager, reader, sessionId);
    const [row] = await participantRows(manager, sessionId, { enrolment }, language);
    if (!row) throw new ProblemException('not-found');
    const { person_id } = row;
    if (person_id !== null && person_id !== reader.id)
      await Audit.record(manager, {
        action: 'person-read',
        actor: reader.id,
        subject: person_id,
        facts: { title: session.title },
      });
    const history = await manager.query<StepRow[]>(HISTORY, [enrolment]);
    const overlaps = person_id
      ? (await overlapping(manager, sessionId, [person_id])).has(person_id)
      : false;
    return {
      ...toParticipant(row, session.needsShown),
      history: history.map(toStep),
      overlaps,
    };
  }

  /** @throws ProblemException `not-found`, `organiser-not-yours` */
  async csv(
    reader: Principal,
    sessionId: string,
    status: EnrolmentStatus | undefined,
    language: Language,
  ): Promise<string> {
    const { rows, needsShown } = await this.export(reader, sessionId, status, language);
    return participantCsv(rows, language, needsShown);
  }

  /** @throws ProblemException `not-found`, `organiser-not-yours` */
  async addresses(
    reader: Principal,
    sessionId: string,
    status: EnrolmentStatus | undefined,
    language: Language,
  ): Promise<string[]> {
    const { rows } = await this.export(reader, sessionId, status, language);
    return rows.flatMap(({ email }) => email ?? []);
  }

  private async export(
    reader: Principal,
    sessionId: string,
    status: EnrolmentStatus | undefined,
    language: Language,
  ) {
    const { manager } = this.database;
    const { title, needsShown } = await openSession(manager, reader, sessionId);
    const rows = await participantRows(manager, sessionId, { status }, language);
    const people = rows.flatMap(({ person_id }) => person_id ?? []);
    await Audit.record(manager, {
      action: 'people-exported',
      actor: reader.id,
      subject: people,
      facts: { title, session: sessionId, count: people.length },
    });
    return { rows, needsShown };
  }
}

/** A list that is read anew after each step of an organiser's work is told of once. */
async function noteReading(
  manager: EntityManager,
  reader: Principal,
  sessionId: string,
  { title }: OpenedSession,
  rows: readonly ParticipantRow[],
): Promise<void> {
  const people = rows.flatMap(({ person_id }) => person_id ?? []);
  const [before] = await manager.query<unknown[]>(
    `SELECT FROM identity.audit_entry
     WHERE actor_id = $1 AND action = 'enrolled-read' AND facts ->> 'session' = $2
       AND at > now() - make_interval(mins => $3) AND subject_ids @> $4::uuid[]
     LIMIT 1`,
    [reader.id, sessionId, SAME_READING, people],
  );
  if (before) return;
  await Audit.record(manager, {
    action: 'enrolled-read',
    actor: reader.id,
    subject: people,
    facts: { title, session: sessionId, count: people.length },
  });
}

interface StepRow {
  readonly at: Date;
  readonly to_status: Step['status'];
  readonly reason: Step['reason'];
  readonly actor: Step['by'];
  readonly occasion: Step['occasion'] | null;
  readonly note: string | null;
  readonly name: string | null;
}

function toStep({ at, to_status, reason, actor, occasion, note, name }: StepRow): Step {
  return {
    ...{ at: at.toISOString(), status: to_status, reason, by: actor },
    ...(occasion ? { occasion } : {}),
    ...(note === null ? {} : { note }),
    byName: actor === 'organiser' ? name : null,
  };
}

const HISTORY = `
  SELECT t.at, t.to_status, t.reason, t.actor, t.occasion, t.note, p.name
  FROM calendar.enrolment_transition t LEFT JOIN identity.person p ON p.id = t.by_person_id
  WHERE t.enrolment_id = $1 ORDER BY t.sequence DESC`;

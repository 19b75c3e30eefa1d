import { Controller } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  getAttendanceCode,
  getAttendanceHistory,
  getMeetingAttendance,
  listAttendance,
  noteAttendance,
  noteAttendances,
  whyNoCode,
} from '@luotsi/calendar/model';
import { Audit, CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input, ProblemException, RequestLanguage } from '@luotsi/platform/api';
import type { Answer, Language, Received } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { requireOrganiser } from '../organise/organisers';
import { AttendanceCodes } from './attendance-code';
import { AttendanceReader } from './attendance-reader';
import { AttendanceRegister } from './attendance-register';
import { AttendanceUndo } from './attendance-undo';
import { meetingOf, sessionOf } from './attended-meetings';

/** Taking attendance: for whoever acts for the session's organiser, and its coaches. */
@Controller()
export class AttendanceController {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly reader: AttendanceReader,
    private readonly register: AttendanceRegister,
    private readonly codes: AttendanceCodes,
    private readonly undoing: AttendanceUndo,
  ) {}

  @Handle(listAttendance)
  list(
    @Input() { params }: Received<typeof listAttendance>,
    @CurrentPerson() person: Principal,
    @RequestLanguage() language: Language,
  ): Promise<Answer<typeof listAttendance>> {
    return this.asOrganiser(params.id, person, async (manager) => {
      const list = await this.reader.list(manager, await sessionOf(manager, params.id), language);
      await Audit.record(manager, {
        action: 'enrolled-read',
        actor: person.id,
        subject: list.people.map(({ id }) => id),
        facts: { session: params.id, title: list.session.title },
      });
      return list;
    });
  }

  @Handle(getMeetingAttendance)
  meeting(
    @Input() { params }: Received<typeof getMeetingAttendance>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof getMeetingAttendance>> {
    return this.asOrganiser(params.id, person, async (manager) => {
      meetingOf(await sessionOf(manager, params.id), params.meeting);
      return this.reader.meeting(manager, params.id, params.meeting);
    });
  }

  @Handle(noteAttendance)
  async note(
    @Input() { params, body }: Received<typeof noteAttendance>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof noteAttendance>> {
    const said = [{ ...body, person: params.person, reason: body.reason ?? null }];
    const by = { id: person.id, source: 'list' } as const;
    return this.asOrganiser(params.id, person, async (manager) => {
      const { refused } = await this.register.note(manager, at(params), said, by);
      if (refused[0]) throw new ProblemException(refused[0].why);
      return this.reader.meeting(manager, params.id, params.meeting);
    });
  }

  @Handle(noteAttendances)
  noteMany(
    @Input() { params, body }: Received<typeof noteAttendances>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof noteAttendances>> {
    const said = body.marks.flatMap(({ present, reason, ...mark }) =>
      present === null ? [] : [{ ...mark, present, reason: reason ?? null }],
    );
    const undos = body.marks.flatMap(({ person: whose, present, press }) =>
      present === null && press ? [{ person: whose, press, by: person.id }] : [],
    );
    const by = { id: person.id, source: 'list' } as const;
    return this.asOrganiser(params.id, person, async (manager) => {
      const noted = await this.register.note(manager, at(params), said, by);
      const undone = await this.undoing.undo(manager, at(params), undos, person.id);
      const attendance = await this.reader.meeting(manager, params.id, params.meeting);
      return { attendance, refused: [...noted.refused, ...undone.refused] };
    });
  }

  @Handle(getAttendanceHistory)
  history(
    @Input() { params }: Received<typeof getAttendanceHistory>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof getAttendanceHistory>> {
    return this.asOrganiser(params.id, person, async (manager) => {
      meetingOf(await sessionOf(manager, params.id), params.meeting);
      return this.reader.history(manager, params.meeting, params.person);
    });
  }

  @Handle(getAttendanceCode)
  code(
    @Input() { params }: Received<typeof getAttendanceCode>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof getAttendanceCode>> {
    return this.asOrganiser(params.id, person, async (manager) => {
      const session = await sessionOf(manager, params.id);
      const refusal = whyNoCode(session, meetingOf(session, params.meeting), session.now);
      if (refusal) throw ProblemException.of(refusal);
      const { here, expected } = await this.reader.meeting(manager, params.id, params.meeting);
      const place = session.meetings.findIndex((meeting) => meeting.id === params.meeting) + 1;
      const shown = await this.codes.shown(
        params.id,
        params.meeting,
        session.now,
        session.meetings.length > 1 ? place : null,
      );
      return { ...shown, here, expected };
    });
  }

  private asOrganiser<Result>(
    session: string,
    person: Principal,
    work: (manager: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    return this.database.transaction(async (manager) => {
      await requireOrganiser(manager, person, session);
      return work(manager);
    });
  }
}

/** The meeting that a request names. */
const at = ({ id, meeting }: { readonly id: string; readonly meeting: string }) => ({
  session: id,
  meeting,
});

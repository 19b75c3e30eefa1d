import { Controller } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  attendMeeting,
  getOwnAttendance,
  listOwnAttendance,
  whyNoCode,
  type OwnAttendance,
} from '@luotsi/calendar/model';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input, ProblemException } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import type { DataSource } from 'typeorm';
import { AttendanceCodes } from './attendance-code';
import { AttendanceRegister } from './attendance-register';
import { meetingOf, sessionOf } from './attended-meetings';
import { OwnAttendances } from './own-attendance';

/** A person's own attendance, and the code by which they say that they are there. */
@Controller()
export class OwnAttendanceController {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly own: OwnAttendances,
    private readonly register: AttendanceRegister,
    private readonly codes: AttendanceCodes,
  ) {}

  @Handle(attendMeeting)
  async attend(
    @Input() { params, body }: Received<typeof attendMeeting>,
    @CurrentPerson() { id }: Principal,
  ): Promise<Answer<typeof attendMeeting>> {
    const session = await sessionOf(this.database.manager, params.id);
    const refusal = whyNoCode(session, meetingOf(session, params.meeting), session.now);
    if (refusal) throw ProblemException.of(refusal);
    const before = await this.in(params.id, id);
    const stands = before.meetings.find((one) => one.id === params.meeting);
    if (stands?.present) {
      // Whoever is on the list says it themselves, too: it stays when the list's press is undone.
      const says = before.enrolled && stands.source === 'list';
      if (!says || !(await this.codes.holds(params.meeting, body.code, session.now))) return before;
    } else {
      if (!before.enrolled) throw new ProblemException('attendance-not-yours');
      await this.codes.check(params.meeting, id, body.code, session.now);
    }
    await this.database.transaction((manager) =>
      this.register.note(
        manager,
        { session: params.id, meeting: params.meeting },
        [{ person: id, present: true, reason: null, ago: 0 }],
        { id, source: 'code' },
      ),
    );
    return this.in(params.id, id);
  }

  @Handle(getOwnAttendance)
  one(
    @Input() { params }: Received<typeof getOwnAttendance>,
    @CurrentPerson() { id }: Principal,
  ): Promise<Answer<typeof getOwnAttendance>> {
    return this.in(params.id, id);
  }

  @Handle(listOwnAttendance)
  async list(@CurrentPerson() { id }: Principal): Promise<Answer<typeof listOwnAttendance>> {
    return { items: await this.own.all(this.database.manager, id) };
  }

  private async in(session: string, person: string): Promise<OwnAttendance> {
    const [found] = await this.own.all(this.database.manager, person, session);
    if (!found) throw new ProblemException('not-found');
    return found;
  }
}

import { Controller } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { noteWalkIn } from '@luotsi/calendar/model';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import type { DataSource } from 'typeorm';
import { requireOrganiser } from '../organise/organisers';
import { Candidates } from '../participants/candidates';
import { AttendanceReader } from './attendance-reader';
import { AttendanceRegister } from './attendance-register';

/** Those who were there without a seat, said by whoever takes attendance. */
@Controller()
export class WalkInsController {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly candidates: Candidates,
    private readonly register: AttendanceRegister,
    private readonly reader: AttendanceReader,
  ) {}

  @Handle(noteWalkIn)
  note(
    @Input() { params, body }: Received<typeof noteWalkIn>,
    @CurrentPerson() by: Principal,
  ): Promise<Answer<typeof noteWalkIn>> {
    return this.database.transaction(async (manager) => {
      await requireOrganiser(manager, by, params.id);
      const named = { id: body.person, email: body.email };
      const person = await this.candidates.named(manager, by, params.id, named);
      const said = { person, present: true, reason: body.reason, ago: 0 };
      const at = { session: params.id, meeting: params.meeting };
      await this.register.note(manager, at, [said], { id: by.id, source: 'list' }, [person]);
      return {
        person: { id: person, name: await this.reader.nameOf(manager, person) },
        attendance: await this.reader.meeting(manager, params.id, params.meeting),
      };
    });
  }
}

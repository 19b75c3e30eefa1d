import { Module } from '@nestjs/common';
import { CalendarDatabase } from './calendar-database';
import { EnrolmentDesk } from './enrolment/enrolment-desk';
import { EnrolmentRegister } from './enrolment/enrolment-register';
import { EnrolmentsController } from './enrolment/enrolments.controller';
import { OwnEnrolments } from './enrolment/own-enrolments';
import { SessionReader } from './sessions/session-reader';
import { SessionsController } from './sessions/sessions.controller';

/** Sessions, seats, enrolment. */
@Module({
  controllers: [SessionsController, EnrolmentsController],
  providers: [CalendarDatabase, SessionReader, EnrolmentDesk, EnrolmentRegister, OwnEnrolments],
})
export class CalendarModule {}

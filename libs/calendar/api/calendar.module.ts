import { Module } from '@nestjs/common';
import { AttendanceCodes } from './attendance/attendance-code';
import { AttendanceReader } from './attendance/attendance-reader';
import { AttendanceRecorded } from './attendance/attendance-recorded';
import { AttendanceRegister } from './attendance/attendance-register';
import { AttendanceUndo } from './attendance/attendance-undo';
import { AttendanceController } from './attendance/attendance.controller';
import { OwnAttendances } from './attendance/own-attendance';
import { OwnAttendanceController } from './attendance/own-attendance.controller';
import { SignInSheetController } from './attendance/sign-in-sheet.controller';
import { WalkInsController } from './attendance/walk-ins.controller';
import { CalendarDatabase } from './calendar-database';
import { AttendanceCertificates } from './certificates/attendance-certificates';
import { DeskController } from './desk/desk.controller';
import { ReadDesk } from './desk/read-desk';
import { DueSeats } from './enrolment/due-seats';
import { EnrolmentDesk } from './enrolment/enrolment-desk';
import { EnrolmentRegister } from './enrolment/enrolment-register';
import { EnrolmentsController } from './enrolment/enrolments.controller';
import { OwnEnrolments } from './enrolment/own-enrolments';
import { EventTexts } from './feed/event-texts';
import { FeedLane } from './feed/feed-lane';
import { FeedReader } from './feed/feed-reader';
import { Feeds } from './feed/feeds';
import { FeedsController } from './feed/feeds.controller';
import { PersonalFeeds } from './feed/personal-feeds';
import { SqlFeedReader } from './feed/sql-feed-reader';
import { AfterSessions } from './feedback/after-sessions';
import { FeedbackController } from './feedback/feedback.controller';
import { FeedbackDesk } from './feedback/feedback-desk';
import { OwnAfterwards } from './feedback/own-afterwards';
import { FeedbackReader } from './feedback/read-feedback';
import { ReadForEnrolled } from './for-enrolled/for-enrolled';
import { ForEnrolledController } from './for-enrolled/for-enrolled.controller';
import { InterestController } from './interest/interest.controller';
import { Interests } from './interest/interests';
import { Needs } from './needs/needs';
import { NeedsController } from './needs/needs.controller';
import { MaterialsController } from './organise/materials.controller';
import { OrganiseController } from './organise/organise.controller';
import { SessionWriter } from './organise/session-writer';
import { OutlineReader } from './outlines/outline-reader';
import { OutlineStore } from './outlines/outline-store';
import { OutlinesController } from './outlines/outlines.controller';
import { SessionsOfOutlines } from './outlines/sessions-of-outlines';
import { Candidates } from './participants/candidates';
import { ChangeParticipants } from './participants/change-participants';
import { ParticipantsController } from './participants/participants.controller';
import { PreviewGroup } from './participants/preview-group';
import { ReadParticipants } from './participants/read-participants';
import { ChangeSeries } from './series/change-series';
import { SeriesOfSessions } from './series/series';
import { SeriesController } from './series/series.controller';
import { StepSeries } from './series/step-series';
import { SessionReader } from './sessions/session-reader';
import { SessionsController } from './sessions/sessions.controller';

/** Sessions, seats, enrolment, feeds. */
@Module({
  controllers: [
    SessionsController,
    EnrolmentsController,
    NeedsController,
    InterestController,
    ForEnrolledController,
    MaterialsController,
    OrganiseController,
    FeedsController,
    DeskController,
    OutlinesController,
    SeriesController,
    AttendanceController,
    WalkInsController,
    OwnAttendanceController,
    SignInSheetController,
    ParticipantsController,
    FeedbackController,
  ],
  providers: [
    CalendarDatabase,
    SessionReader,
    EnrolmentDesk,
    EnrolmentRegister,
    DueSeats,
    OwnEnrolments,
    Needs,
    Interests,
    ReadForEnrolled,
    EventTexts,
    FeedLane,
    Feeds,
    PersonalFeeds,
    { provide: FeedReader, useClass: SqlFeedReader },
    SessionWriter,
    ReadDesk,
    OutlineReader,
    OutlineStore,
    SessionsOfOutlines,
    SeriesOfSessions,
    ChangeSeries,
    StepSeries,
    AttendanceCodes,
    AttendanceReader,
    AttendanceRecorded,
    AttendanceRegister,
    AttendanceUndo,
    OwnAttendances,
    Candidates,
    ChangeParticipants,
    PreviewGroup,
    ReadParticipants,
    AttendanceCertificates,
    AfterSessions,
    FeedbackDesk,
    FeedbackReader,
    OwnAfterwards,
  ],
  exports: [AttendanceRecorded, OwnEnrolments, SessionReader, SessionWriter],
})
export class CalendarModule {}

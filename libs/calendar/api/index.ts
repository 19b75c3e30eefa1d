/** How the national training calendar is kept: sessions, seats, enrolment. */
import { calendarContract, calendarFeedContract, calendarProblems } from '@luotsi/calendar/model';
import type { Slice } from '@luotsi/platform/api';
import { operationsOf } from '@luotsi/platform/model';
import { CalendarModule } from './calendar.module';
import { demonstrateCalendar } from './demonstration/demonstration';
import { needsNoticeKinds } from './needs/needs-of-former-organiser';
import { NeedsAndInterest1764000500200 } from './migrations/needs-and-interest';
import { attendanceNoticeKinds } from './attendance/notice-kinds';
import { feedbackNoticeKinds } from './feedback/notice-kinds';
import { Feedback1764000500600 } from './migrations/feedback';
import { Outlines1764000500400 } from './migrations/outlines';
import { Attendance1764000500500 } from './migrations/attendance';
import { AttendanceUndo1764000700020 } from './migrations/attendance-undo';
import { DeskIndexes1764000500300 } from './migrations/desk-indexes';
import { PeopleMayBeForgotten1764000491000 } from './migrations/people-may-be-forgotten';
import { PersonalFeeds1764000490000 } from './migrations/personal-feeds';
import { PublishedForGood1764000420000 } from './migrations/published-for-good';
import { calendarNoticeKinds } from './notices/notice-kinds';
import { calendarData, calendarRetention } from './privacy/personal-data';
import { LeanEnrolments1764000800000 } from './migrations/lean-enrolments';
import { OutlineAsked1764000600000 } from './migrations/outline-asked';
import { DeskAtScale1764000700041 } from './migrations/desk-at-scale';
import { OutlineFigures1764000700040 } from './migrations/outline-figures';
import { Series1764000500410 } from './migrations/series';
import { ShortGeneration1764000500900 } from './migrations/short-generation';
import { StartsInSpans1764000700000 } from './migrations/starts-in-spans';
import { StepsExplained1764000500000 } from './migrations/steps-explained';
import { MovedElsewhere1764000600040 } from './migrations/moved-elsewhere';
import { ReadAtScale1764000600031 } from './migrations/read-at-scale';
import { SearchMarks1764000700010 } from './migrations/search-marks';
import { SearchAtScale1764000600030 } from './migrations/search-at-scale';
import { SessionsInFull1764000500100 } from './migrations/sessions-in-full';
import { StepsBySequence1764000410000 } from './migrations/steps-by-sequence';
import { SessionsAndEnrolments1764000400000 } from './migrations/sessions-and-enrolments';

/** For the slices further down: a plan's item becomes a session. */
export { attendedOf, hasAttended, type AttendedSession } from './attendance/attended';
export { AttendanceRecorded, type AttendanceListener } from './attendance/attendance-recorded';
export { CalendarModule } from './calendar.module';
export { OwnEnrolments } from './enrolment/own-enrolments';
export { SessionWriter, type SessionInput } from './organise/session-writer';
export { SessionReader } from './sessions/session-reader';
export { finnishWords } from './search/finnish-words';

/** The calendar as the app lists it. */
export const calendarSlice: Slice = {
  name: 'calendar',
  about: 'Outlines, sessions and series, enrolment, attendance, feedback, feeds.',
  module: CalendarModule,
  entities: [],
  migrations: [
    SessionsAndEnrolments1764000400000,
    StepsBySequence1764000410000,
    PublishedForGood1764000420000,
    PersonalFeeds1764000490000,
    PeopleMayBeForgotten1764000491000,
    StepsExplained1764000500000,
    SessionsInFull1764000500100,
    NeedsAndInterest1764000500200,
    DeskIndexes1764000500300,
    Outlines1764000500400,
    Series1764000500410,
    Attendance1764000500500,
    Feedback1764000500600,
    ShortGeneration1764000500900,
    OutlineAsked1764000600000,
    SearchAtScale1764000600030,
    ReadAtScale1764000600031,
    MovedElsewhere1764000600040,
    StartsInSpans1764000700000,
    SearchMarks1764000700010,
    AttendanceUndo1764000700020,
    OutlineFigures1764000700040,
    DeskAtScale1764000700041,
    LeanEnrolments1764000800000,
  ],
  operations: [...operationsOf(calendarContract), ...operationsOf(calendarFeedContract)],
  problems: calendarProblems,
  notices: {
    ...calendarNoticeKinds,
    ...attendanceNoticeKinds,
    ...feedbackNoticeKinds,
    ...needsNoticeKinds,
  },
  demonstration: demonstrateCalendar,
  personalData: calendarData,
  retention: calendarRetention,
};

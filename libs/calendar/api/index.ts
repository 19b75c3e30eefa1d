/** How the national training calendar is kept: sessions, seats, enrolment. */
import { calendarContract, calendarFeedContract, calendarProblems } from '@luotsi/calendar/model';
import type { Slice } from '@luotsi/platform/api';
import { CalendarModule } from './calendar.module';
import { PersonalFeeds1764000490000 } from './migrations/personal-feeds';
import { SessionsAndEnrolments1764000400000 } from './migrations/sessions-and-enrolments';

const { listSessions, getSession, enrol, cancelEnrolment, getOwnEnrolment, listOwnEnrolments } =
  calendarContract;

/** The calendar as the app lists it. */
export const calendarSlice: Slice = {
  name: 'calendar',
  module: CalendarModule,
  entities: [],
  migrations: [SessionsAndEnrolments1764000400000, PersonalFeeds1764000490000],
  operations: [
    listSessions,
    getSession,
    enrol,
    cancelEnrolment,
    getOwnEnrolment,
    listOwnEnrolments,
    ...Object.values(calendarFeedContract),
  ],
  problems: calendarProblems,
};

import { provideHttpClientTesting } from '@angular/common/http/testing';
import type { EnvironmentProviders, Provider } from '@angular/core';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import type {
  AttendanceList,
  MeetingAttendance,
  OrganisedSession,
  OwnAttendance,
} from '@luotsi/calendar/model';
import { provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { idOf, session } from '../fixtures';
import { attendanceRoutes } from './routes';

// What the tests of these pages share; nothing else imports it.

const same = (text: string) => ({ fi: text, sv: text, en: text });
const MINUTE = 60_000;
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString();

export const SESSION = idOf(1);
/** A meeting, by the number it ends with. */
export const meetingId = (at: number) => idOf(100 + at);
/** Someone on the list, by the number their id ends with. */
export const personId = (at: number) => idOf(10 + at);

/** A meeting that began so many minutes ago and lasts three hours. */
export function meetingFrom(at: number, ago: number) {
  return {
    id: meetingId(at),
    start: inMinutes(-ago),
    end: inMinutes(180 - ago),
    timeZone: 'Europe/Helsinki',
    cancelled: false,
    opens: inMinutes(-ago - 60),
    codeCloses: inMinutes(210 - ago),
  };
}

/** The answer of the list: these people have a seat. */
export function listOf(
  names: readonly string[],
  more: { ago?: number; attendance?: MeetingAttendance } = {},
): AttendanceList {
  return {
    session: {
      id: SESSION,
      title: same('Ohjauksen päivä'),
      status: 'published',
      rule: null,
      closes: inMinutes(365 * 24 * 60),
    },
    meetings: [{ ...meetingFrom(0, more.ago ?? 10), place: null }],
    people: names.map((name, at) => ({
      id: personId(at),
      name,
      enrolled: true,
      attended: 'under-way',
    })),
    attendance: [more.attendance ?? noted({})],
  };
}

/** How the meeting stands: who is there, who isn't. */
export function noted(marks: Readonly<Record<number, boolean>>): MeetingAttendance {
  return {
    meeting: meetingId(0),
    here: Object.values(marks).filter(Boolean).length,
    expected: 3,
    taken: Object.keys(marks).length > 0,
    marks: Object.entries(marks).map(([at, present]) => ({
      person: personId(Number(at)),
      present,
      source: 'list',
      at: inMinutes(-1),
      changes: 0,
    })),
  };
}

/** One's own attendance in a session whose meeting began so many minutes ago. */
export function ownIn(ago: number, more: Partial<OwnAttendance> = {}): OwnAttendance {
  return {
    sessionId: SESSION,
    title: same('Ohjauksen päivä'),
    enrolled: true,
    rule: null,
    attended: 'under-way',
    meetings: [{ ...meetingFrom(0, ago), present: null, source: null, history: [] }],
    ...more,
  };
}

/** The session as its organiser's frame shows it: it began so many minutes ago. */
export function organised(ago: number): OrganisedSession {
  const page = session(1, inMinutes(0).slice(0, 10));
  const { start, end } = meetingFrom(0, ago);
  return {
    ...page,
    title: same('Ohjauksen päivä'),
    organiser: null,
    told: 0,
    meetings: [
      {
        id: meetingId(0),
        start: start.slice(0, 16),
        end: end.slice(0, 16),
        startOffset: '+00:00',
        endOffset: '+00:00',
        timeZone: 'Europe/Helsinki',
        place: null,
        link: null,
        cancelled: false,
      },
    ],
    link: null,
    coaches: [],
    materials: [],
    outlineId: null,
    outlineVersion: null,
    seriesId: null,
    missing: [],
    version: 1,
    publishedAt: inMinutes(-99),
    changedAt: inMinutes(-99),
  };
}

/** What a test of an organiser's page needs, and the pages for the enrolled. */
export function attendanceProviders(): (Provider | EnvironmentProviders)[] {
  return [
    provideLanguage(),
    provideApiClient(),
    provideHttpClientTesting(),
    provideRouter(
      [
        ...attendanceRoutes,
        ...['sessions/:id/attend', 'attend'].map((path) => ({
          path,
          loadChildren: () => import('./routes').then((its) => its.attendRoutes),
        })),
        { path: 'sign-in', children: [] },
        { path: 'organise', children: [] },
      ],
      withComponentInputBinding(),
    ),
  ];
}

import { id, idParams, listOf, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import {
  attendanceCode,
  attendanceHistory,
  attendanceList,
  attendanceSaid,
  attendanceSaidOfMany,
  marksAnswer,
  meetingAttendance,
  ownAttendance,
  walkIn,
  walkInAnswer,
} from '../attendance';

const meetingParams = z.object({ id, meeting: id });
const personParams = z.object({ id, meeting: id, person: id });

/** Why nothing can be noted of a meeting now. */
const notNow = ['meeting-off', 'attendance-too-early', 'attendance-closed'] as const;

/** `GET /api/sessions/{id}/attendance`: who is expected and who was there, meeting by meeting. */
export const listAttendance = operation({
  id: 'listAttendance',
  method: 'GET',
  path: '/api/sessions/{id}/attendance',
  summary: 'Who is expected at a session and who was there',
  permission: 'session.organise',
  params: idParams,
  responses: { 200: attendanceList },
  problems: ['organiser-not-yours'],
});

/** `GET …/meetings/{meeting}/attendance`: what has been noted, without names; asked again and again. */
export const getMeetingAttendance = operation({
  id: 'getMeetingAttendance',
  method: 'GET',
  path: '/api/sessions/{id}/meetings/{meeting}/attendance',
  summary: 'What has been noted of a meeting so far, without names',
  permission: 'session.organise',
  params: meetingParams,
  responses: { 200: meetingAttendance },
  problems: ['organiser-not-yours'],
});

/** `PUT …/attendance/{person}`: one person is there, or isn’t. A correction later on needs a reason. */
export const noteAttendance = operation({
  id: 'noteAttendance',
  method: 'PUT',
  path: '/api/sessions/{id}/meetings/{meeting}/attendance/{person}',
  summary: 'Notes whether someone is at a meeting',
  permission: 'session.organise',
  params: personParams,
  body: attendanceSaid,
  responses: { 200: meetingAttendance },
  problems: [
    'organiser-not-yours',
    ...notNow,
    'attendance-not-enrolled',
    'attendance-reason-needed',
  ],
});

/**
 * `PUT …/attendance`: several marks at once, each kept or refused by itself. What was noted at one
 * press is undone as directly (`present: null`): nobody is told, and it is as if it had never been.
 */
export const noteAttendances = operation({
  id: 'noteAttendances',
  method: 'PUT',
  path: '/api/sessions/{id}/meetings/{meeting}/attendance',
  summary: 'Notes of several people whether they are at a meeting',
  permission: 'session.organise',
  params: meetingParams,
  body: attendanceSaidOfMany,
  responses: { 200: marksAnswer },
  problems: ['organiser-not-yours', ...notNow],
});

/**
 * `POST …/meetings/{meeting}/walk-ins`: someone was there without a seat. They take none, so that it
 * may be said also when the session is full, and after it.
 */
export const noteWalkIn = operation({
  id: 'noteWalkIn',
  method: 'POST',
  path: '/api/sessions/{id}/meetings/{meeting}/walk-ins',
  summary: 'Notes that someone without a seat is, or was, at a meeting, and why; they are told',
  permission: 'session.organise',
  params: meetingParams,
  body: walkIn,
  responses: { 200: walkInAnswer },
  problems: ['organiser-not-yours', ...notNow, 'person-unknown'],
});

/** `GET …/attendance/{person}`: how someone’s attendance came to be as it is. */
export const getAttendanceHistory = operation({
  id: 'getAttendanceHistory',
  method: 'GET',
  path: '/api/sessions/{id}/meetings/{meeting}/attendance/{person}',
  summary: 'What was noted of someone at a meeting: when, by whom, why',
  permission: 'session.organise',
  params: personParams,
  responses: { 200: attendanceHistory },
  problems: ['organiser-not-yours'],
});

/** `GET …/code`: what the screen in the room shows; another every half minute. */
export const getAttendanceCode = operation({
  id: 'getAttendanceCode',
  method: 'GET',
  path: '/api/sessions/{id}/meetings/{meeting}/code',
  summary: 'The code that the enrolled enter to show that they are there',
  permission: 'session.organise',
  params: meetingParams,
  responses: { 200: attendanceCode },
  problems: ['organiser-not-yours', 'meeting-off', 'attendance-too-early', 'attendance-code-over'],
});

/** `POST …/meetings/{meeting}/attendance`: the enrolled enter the code; twice is fine. */
export const attendMeeting = operation({
  id: 'attendMeeting',
  method: 'POST',
  path: '/api/sessions/{id}/meetings/{meeting}/attendance',
  summary: 'Enters the code shown in the room: one is there',
  permission: 'enrolment.own',
  params: meetingParams,
  body: z.object({ code: z.string().trim().max(20).describe('Six digits; spaces do no harm.') }),
  responses: { 200: ownAttendance },
  problems: [
    'meeting-off',
    'attendance-too-early',
    'attendance-code-over',
    'attendance-code-changed',
    'attendance-code-wrong',
    'attendance-code-paused',
    'attendance-not-yours',
  ],
});

/** `GET /api/sessions/{id}/attendance/own`: where one was oneself. */
export const getOwnAttendance = operation({
  id: 'getOwnAttendance',
  method: 'GET',
  path: '/api/sessions/{id}/attendance/own',
  summary: 'One’s own attendance in a session',
  permission: 'enrolment.own',
  params: idParams,
  responses: { 200: ownAttendance },
});

/** `GET /api/me/attendance`: of every session in which one has a seat or something was noted. */
export const listOwnAttendance = operation({
  id: 'listOwnAttendance',
  method: 'GET',
  path: '/api/me/attendance',
  summary: 'One’s own attendance, session by session, the latest first',
  permission: 'enrolment.own',
  responses: { 200: listOf(ownAttendance) },
});

/** `GET /api/sessions/{id}/sign-in-sheet.pdf`: the list on paper, with a line for each signature. */
export const getSignInSheet = operation({
  id: 'getSignInSheet',
  method: 'GET',
  path: '/api/sessions/{id}/sign-in-sheet.pdf',
  summary: 'A sign-in sheet to print',
  permission: 'session.organise',
  params: idParams,
  query: z.object({
    meeting: id
      .optional()
      .describe('Which meeting; the one that goes on, or the next, unless given.'),
  }),
  responses: { 200: { mediaType: 'application/pdf', description: 'A tagged PDF, A4.' } },
  problems: ['organiser-not-yours'],
});

import { id, instant, localised, timeZone } from '@luotsi/platform/model';
import * as z from 'zod';
import { sessionStatus } from './session';

/** How attendance was noted: from a list, or by the code shown in the room. */
export const attendanceSource = z.enum(['list', 'code']).meta({ id: 'AttendanceSource' });

/** How it stands with having attended a session, by its rule. */
export const attendedState = z
  .enum(['attended', 'under-way', 'missed'])
  .meta({ id: 'AttendedState' });

/** A reason for a correction. */
export const correctionReason = z.string().trim().min(1).max(500);

/** Someone at a meeting, as it stands. */
const mark = z.object({
  person: id,
  present: z.boolean(),
  source: attendanceSource,
  at: instant,
  changes: z.number().int().describe('How often it was changed after it was first noted.'),
});

/** How a meeting's attendance stands. */
export const meetingAttendance = z
  .object({
    meeting: id,
    here: z.number().int().describe('How many are there, people since deleted among them.'),
    expected: z.number().int().describe('How many have a seat, or came without one.'),
    taken: z.boolean().describe('Whether anything has been noted.'),
    marks: z.array(mark),
  })
  .meta({ id: 'MeetingAttendance' });
export type MeetingAttendance = z.infer<typeof meetingAttendance>;

/** A meeting, with the times between which it is taken. */
const meetingOfList = z.object({
  id,
  start: instant,
  end: instant,
  timeZone,
  place: localised.nullable(),
  cancelled: z.boolean(),
  opens: instant.describe('From when attendance can be noted.'),
  codeCloses: instant.describe('Until when the code counts.'),
});

/** The list that attendance is taken with. */
export const attendanceList = z
  .object({
    session: z.object({
      id,
      title: localised,
      status: sessionStatus,
      rule: z.number().int().nullable().describe('How many meetings; null: every one.'),
      closes: instant.describe('Until when it can be corrected.'),
    }),
    meetings: z.array(meetingOfList).describe('In order of start.'),
    people: z
      .array(
        z.object({
          id,
          name: z.string(),
          enrolled: z.boolean().describe('Whether they have a seat; else something was noted.'),
          attended: attendedState,
        }),
      )
      .describe('Sorted by name in the language of the request.'),
    attendance: z.array(meetingAttendance).describe('For each meeting that is not cancelled.'),
  })
  .meta({ id: 'AttendanceList' });
export type AttendanceList = z.infer<typeof attendanceList>;

/** What is said of one person, and why where it corrects something. */
const said = {
  present: z.boolean(),
  reason: correctionReason.nullish(),
  ago: z
    .number()
    .int()
    .min(0)
    .max(14 * 86_400_000)
    .default(0)
    .describe('Milliseconds since it was noted, where it had to wait for a connection.'),
};

export const attendanceSaid = z.object(said).meta({ id: 'AttendanceSaid' });

/** One of several, or the undoing of one that a press of several has made. */
const saidOfOne = z
  .object({
    person: id,
    ...said,
    present: z.boolean().nullable().describe('Null: what `press` noted is undone.'),
    press: id.optional().describe('What marks made at one press share; by it they can be undone.'),
  })
  .refine(({ present, press }) => present !== null || press !== undefined);

export const attendanceSaidOfMany = z
  .object({
    marks: z.array(saidOfOne).min(1).max(1_000),
  })
  .meta({ id: 'AttendanceSaidOfMany' });

/** Someone who came without a seat, by id or by e-mail address, and how that came about. */
export const walkIn = z
  .object({
    person: id.optional(),
    email: z.email().max(254).optional(),
    reason: correctionReason,
  })
  .refine(({ person, email }) => (person === undefined) !== (email === undefined))
  .meta({ id: 'WalkIn' });

export const walkInAnswer = z
  .object({ person: z.object({ id, name: z.string() }), attendance: meetingAttendance })
  .meta({ id: 'WalkInAnswer' });

/** What became of marks that were sent together. */
export const marksAnswer = z
  .object({
    attendance: meetingAttendance,
    refused: z.array(
      z.object({
        person: id,
        why: z.enum([
          'attendance-not-enrolled',
          'attendance-reason-needed',
          'attendance-noted-since',
          'attendance-undo-late',
        ]),
      }),
    ),
  })
  .meta({ id: 'MarksAnswer' });
export type MarksAnswer = z.infer<typeof marksAnswer>;

/** A line of the history of someone's attendance at a meeting. */
const historyLine = z.object({
  at: instant.describe('When it was noted.'),
  keptAt: instant.describe('When it arrived: later, where it had to wait for a connection.'),
  present: z.boolean(),
  source: attendanceSource,
  reason: z.string().nullable(),
});

export const attendanceHistory = z
  .object({
    lines: z
      .array(historyLine.extend({ by: z.string().nullable().describe('Name; null: deleted.') }))
      .describe('The latest first.'),
  })
  .meta({ id: 'AttendanceHistory' });
export type AttendanceHistory = z.infer<typeof attendanceHistory>;

/** The code for the screen in the room. */
export const attendanceCode = z
  .object({
    code: z.string().regex(/^\d{6}$/),
    expires: instant.describe('When the next one takes its place; it counts for one step more.'),
    period: z.number().int().describe('Seconds that a code is shown for.'),
    url: z.url().describe('What the QR code says: the page that enters it.'),
    here: z.number().int(),
    expected: z.number().int(),
  })
  .meta({ id: 'AttendanceCode' });
export type AttendanceCode = z.infer<typeof attendanceCode>;

/** One's own attendance in a session. */
export const ownAttendance = z
  .object({
    sessionId: id,
    title: localised,
    enrolled: z.boolean(),
    rule: z.number().int().nullable(),
    attended: attendedState,
    meetings: z.array(
      meetingOfList.omit({ place: true }).extend({
        present: z.boolean().nullable().describe('Null: nothing has been noted.'),
        source: attendanceSource.nullable(),
        history: z
          .array(historyLine.extend({ own: z.boolean() }))
          .describe('The latest first; empty while nothing was changed.'),
      }),
    ),
  })
  .meta({ id: 'OwnAttendance' });
export type OwnAttendance = z.infer<typeof ownAttendance>;

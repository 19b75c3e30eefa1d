import { id, instant, localised, timeZone } from '@luotsi/platform/model';
import * as z from 'zod';
import { organiserReference, sessionForm, sessionStatus } from './session';

/** What a session may ask of its organiser. */
export const deskTasks = [
  'applications',
  'place',
  'link',
  'offers',
  'attendance',
  'feedback',
  'postponed',
  'outline',
  'draft',
] as const;
export const deskTaskKind = z.enum(deskTasks).meta({ id: 'DeskTaskKind' });
export type DeskTaskKind = z.infer<typeof deskTaskKind>;

/**
 * By when it should be done, as a coordinator reads it, in days; what is due first stands first.
 *
 * | what asks for it                            | since                  | due                              |
 * | ------------------------------------------- | ---------------------- | -------------------------------- |
 * | applications that nobody has answered       | the oldest of them     | 3 days later, or 2 before the start |
 * | a published session without a place or link | it was published       | 7 before the start               |
 * | seats that are offered and not yet taken    | the oldest offer       | when the first of them expires   |
 * | attendance nobody has taken                 | the meeting's end      | the day after                    |
 * | feedback that has come in, five or more     | the session's end      | whenever it suits                |
 * | a postponed session without its new date    | it was last changed    | 14 days after                    |
 * | an outline that has changed since           | its next version       | whenever it suits                |
 * | a draft, or all those of a series together  | it was created         | 42 days before the start         |
 */
export const deskDays = {
  applicationsAnswered: 3,
  applicationsBeforeStart: 2,
  placeBeforeStart: 7,
  /** How far ahead a missing place is looked for. */
  placeLookedAhead: 45,
  attendanceAfter: 1,
  /** How long attendance that was not taken is asked for. */
  attendanceAskedFor: 60,
  /** How long feedback is news. */
  feedbackNews: 30,
  postponedAfter: 14,
  draftBeforeStart: 42,
} as const;

/** Something to do about a session. */
export const deskTask = z
  .object({
    kind: deskTaskKind,
    count: z
      .number()
      .int()
      .describe('How many people, answers, missing things or drafts it is about.'),
    since: instant,
    due: instant.nullable().describe('By when; null: whenever it suits.'),
  })
  .meta({ id: 'DeskTask' });
export type DeskTask = z.infer<typeof deskTask>;

/** A session on its organiser's desk. */
export const deskItem = z
  .object({
    id,
    title: localised,
    status: sessionStatus,
    form: sessionForm,
    place: localised.nullable(),
    organiser: organiserReference.extend({ name: localised }).nullable(),
    starts: instant.nullable().describe('The first meeting; null while there is no date.'),
    ends: instant.nullable(),
    planned: z
      .object({ year: z.number().int(), month: z.number().int().nullable() })
      .nullable()
      .describe('About when it is to be, without a date yet.'),
    timeZone,
    meetings: z.number().int().describe('How many, without the cancelled.'),
    series: z
      .object({ id, drafts: z.number().int().describe('One’s own in it; this is the first.') })
      .nullable()
      .describe('Of a draft: its series, whose other drafts are not listed one by one.'),
    capacity: z.number().int(),
    confirmed: z.number().int(),
    offered: z.number().int(),
    applied: z.number().int(),
    waitlisted: z.number().int(),
    came: z
      .number()
      .int()
      .nullable()
      .describe('How many were at a meeting of it; null while nobody’s attendance is noted.'),
    waitingSince: instant.nullable().describe('Since when the first in line has waited.'),
    missing: z
      .array(z.string())
      .describe('What is still missing, as the organiser’s view of a session names it.'),
    tasks: z.array(deskTask).describe('What it asks for, the most pressing first.'),
  })
  .meta({ id: 'DeskItem' });
export type DeskItem = z.infer<typeof deskItem>;

/** The states that a desk is narrowed to; `open` is everything that is not over. */
export const deskStates = ['open', 'draft', 'published', 'postponed', 'held', 'cancelled'] as const;
export type DeskState = (typeof deskStates)[number];

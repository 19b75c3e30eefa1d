import { id, instant, localised, timeZone } from '@luotsi/platform/model';
import * as z from 'zod';
import { organiserReference, sessionPage } from './session';
import { offset, wallClock } from './session-draft';

/** A meeting as its organiser sees it: the wall clock as written, and where the room is. */
export const organisedMeeting = z
  .object({
    id,
    start: wallClock,
    end: wallClock,
    startOffset: offset,
    endOffset: offset,
    timeZone,
    place: localised.nullable(),
    link: z.string().nullable(),
    cancelled: z.boolean(),
  })
  .meta({ id: 'OrganisedMeeting' });
export type OrganisedMeeting = z.infer<typeof organisedMeeting>;

/** What the enrolled are given: a link, or a file. */
export const material = z
  .object({
    id,
    title: localised,
    url: z.string().nullable().describe('Null: a file.'),
    file: z
      .object({
        name: z.string(),
        mediaType: z.string(),
        size: z.number().int().describe('Bytes.'),
      })
      .nullable(),
  })
  .meta({ id: 'Material' });
export type Material = z.infer<typeof material>;

/** A coach to whom a session is given. */
export const sessionCoach = z.object({ id, name: z.string() }).meta({ id: 'SessionCoach' });
export type SessionCoach = z.infer<typeof sessionCoach>;

/** Someone who may be given a session. */
export const coachChoice = sessionCoach
  .extend({ organisation: localised.nullable().describe('Where they say they work.') })
  .meta({ id: 'CoachChoice' });
export type CoachChoice = z.infer<typeof coachChoice>;

/** What nothing asks for, and people will ask about: names of fields, `title.sv` in a language. */
export const missingField = z.string().meta({ id: 'MissingField', example: 'place' });

/** A session as its organiser sees it: everything that can be written, and how it stands. */
export const organisedSession = sessionPage
  .omit({ meetings: true, enrolmentCloses: true })
  .extend({
    organiser: organiserReference.extend({ name: localised }).nullable(),
    meetings: z.array(organisedMeeting).describe('In order of start; cancelled ones are kept.'),
    enrolmentCloses: instant.nullable().describe('As written; null: at the start.'),
    link: z.string().nullable(),
    coaches: z.array(sessionCoach),
    materials: z.array(material),
    outlineId: id.nullable(),
    outlineVersion: z.number().int().nullable(),
    seriesId: id.nullable(),
    missing: z.array(missingField),
    told: z
      .number()
      .int()
      .describe('How many are told when it moves or is called off: who has a seat, or waits.'),
    version: z.number().int().describe('Rises with each change of an organiser.'),
    publishedAt: instant.nullable(),
    changedAt: instant,
  })
  .meta({ id: 'OrganisedSession' });
export type OrganisedSession = z.infer<typeof organisedSession>;

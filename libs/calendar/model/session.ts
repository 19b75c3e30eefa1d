import { id, instant, language, localised, timeZone } from '@luotsi/platform/model';
import * as z from 'zod';

/** How a session is attended: on site, online, or either. */
export const sessionForms = ['onsite', 'online', 'hybrid'] as const;
export const sessionForm = z.enum(sessionForms).meta({ id: 'SessionForm' });
export type SessionForm = z.infer<typeof sessionForm>;

/** The states of a session; what leads from one to another stands in `session-rules.ts`. */
export const sessionStatuses = ['draft', 'published', 'postponed', 'cancelled', 'held'] as const;
export const sessionStatus = z.enum(sessionStatuses).meta({ id: 'SessionStatus' });
export type SessionStatus = z.infer<typeof sessionStatus>;

/** Reference codes: a region ('19'), a theme ('dg2'), a competence ('CIA'). */
export const code = z.string().trim().min(1).max(40);

/** A group or an organisation, by its id; the people who hold its roles act for it. */
export const organiserReference = z.object({
  type: z.enum(['group', 'organisation']),
  id,
});
export type OrganiserReference = z.infer<typeof organiserReference>;

/** One meeting of a session. Instants; `timeZone` says in which the wall clock is to be shown. */
export const meeting = z
  .object({
    id,
    start: instant,
    end: instant,
    timeZone,
    place: localised.nullable().describe('Where; null when it is only online.'),
    cancelled: z.boolean(),
  })
  .meta({ id: 'Meeting' });
export type Meeting = z.infer<typeof meeting>;

/** A session as a list shows it. */
export const sessionItem = z
  .object({
    id,
    title: localised,
    summary: localised,
    form: sessionForm,
    status: sessionStatus,
    languages: z.array(language),
    theme: code.nullable(),
    competences: z.array(code),
    regions: z.array(code).describe('Empty: the whole country.'),
    organiser: organiserReference.extend({ name: localised }).nullable(),
    place: localised.nullable(),
    meetings: z.array(meeting).describe('In order of start; cancelled ones are kept.'),
    capacity: z.number().int(),
    confirmedCount: z.number().int(),
    waitlistCount: z.number().int(),
    enrolmentOpens: instant.nullable().describe('Null: open since publication.'),
    enrolmentCloses: instant.describe('When enrolment ends; the start, unless set earlier.'),
    enrolmentOpen: z.boolean().describe('Whether one can enrol now, if only to the waiting list.'),
    cancellationReason: localised.nullable(),
  })
  .meta({ id: 'SessionItem' });
export type SessionItem = z.infer<typeof sessionItem>;

/** A session as its own page shows it. Links to online rooms are never in it. */
export const sessionPage = sessionItem
  .extend({
    description: localised.describe('Markdown.'),
    targetGroup: localised,
    contact: z.string().describe('Whom to ask: a name, an address, a telephone number.'),
    price: localised.describe('Empty: free of charge.'),
    accessibility: localised,
    planItemId: id.nullable().describe('The item of an annual plan that it was made from.'),
  })
  .meta({ id: 'SessionPage' });
export type SessionPage = z.infer<typeof sessionPage>;

/** A wall-clock time without zone: `2027-03-27T09:00`. */
export const wallClock = z
  .string()
  .regex(/^[1-9]\d{3}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)
  .refine((wall) => z.iso.date().safeParse(wall.slice(0, 10)).success)
  .meta({ id: 'WallClockTime', example: '2027-03-27T09:00' });

/** An offset from UTC, to tell apart the two hours of an autumn night: `+03:00`. */
const offset = z.string().regex(/^[+-]\d{2}:\d{2}$/);

/** A meeting as an organiser writes it. */
export const meetingDraft = z
  .object({
    start: wallClock,
    end: wallClock,
    timeZone: timeZone.default('Europe/Helsinki'),
    startOffset: offset.optional().describe('Only for an hour that occurs twice.'),
    endOffset: offset.optional(),
    place: localised.nullish(),
    link: z
      .url({ protocol: /^https?$/ })
      .regex(/^\S+$/)
      .max(500)
      .nullish()
      .describe('The online room; only the enrolled are given it.'),
  })
  .meta({ id: 'MeetingDraft' });
export type MeetingDraft = z.input<typeof meetingDraft>;

const emptyText = { fi: '', sv: '', en: '' };

/** A session as an organiser writes it: title, seats and meetings; the rest may come later. */
export const sessionDraft = z
  .object({
    title: localised.refine((title) => Object.values(title).some((text) => text !== ''), {
      params: { problem: 'text-in-no-language' },
    }),
    capacity: z.number().int().min(1).max(100_000),
    meetings: z.array(meetingDraft).min(1).max(60),
    form: sessionForm.default('onsite'),
    languages: z.array(language).max(3).default(['fi']),
    organiser: organiserReference.nullish(),
    summary: localised.default(emptyText),
    description: localised.default(emptyText),
    targetGroup: localised.default(emptyText),
    theme: code.nullish(),
    competences: z.array(code).max(40).default([]),
    regions: z.array(code).max(40).default([]),
    place: localised.nullish(),
    contact: z.string().trim().max(500).default(''),
    price: localised.default(emptyText),
    accessibility: localised.default(emptyText),
    enrolmentOpens: instant.nullish(),
    enrolmentCloses: instant.nullish(),
    planItemId: id.nullish(),
  })
  .refine(
    ({ enrolmentOpens, enrolmentCloses }) =>
      !enrolmentOpens ||
      !enrolmentCloses ||
      Date.parse(enrolmentOpens) < Date.parse(enrolmentCloses),
    { path: ['enrolmentCloses'], params: { problem: 'enrolment-closes-first' } },
  )
  .meta({ id: 'SessionDraft' });
export type SessionDraft = z.input<typeof sessionDraft>;

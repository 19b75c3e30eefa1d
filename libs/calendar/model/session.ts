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

/** When a session without a date is thought to be: a year, perhaps a month of it. */
export const plannedTime = z
  .object({
    year: z.number().int().min(2000).max(2200),
    month: z.number().int().min(1).max(12).nullable(),
  })
  .meta({ id: 'PlannedTime' });
export type PlannedTime = z.infer<typeof plannedTime>;

/** How a seat goes to the next in line: at once, or as an offer that has to be taken. */
export const promotionKinds = ['seat', 'offer'] as const;
export const promotionKind = z.enum(promotionKinds).meta({ id: 'PromotionKind' });
export type PromotionKind = z.infer<typeof promotionKind>;

/** Seats that are kept for people of a region. */
export const regionalSeats = z
  .object({ region: code, seats: z.number().int().min(1).max(100_000) })
  .meta({ id: 'RegionalSeats' });
export type RegionalSeats = z.infer<typeof regionalSeats>;

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
    meetings: z
      .array(meeting)
      .describe('In order of start; cancelled ones are kept. Empty: there is no date yet.'),
    planned: plannedTime.nullable().describe('When it may be, while it has no date.'),
    interestCount: z
      .number()
      .int()
      .optional()
      .describe('How many are interested, while it has no date.'),
    capacity: z.number().int(),
    confirmedCount: z.number().int(),
    offeredCount: z
      .number()
      .int()
      .optional()
      .describe('Seats that are offered to someone and not taken yet, when there are any.'),
    waitlistCount: z.number().int(),
    enrolmentOpens: instant.nullable().describe('Null: open since publication.'),
    enrolmentCloses: instant
      .nullable()
      .describe('When enrolment ends; the start, unless set earlier. Null: no date yet.'),
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
    waitlistSince: instant
      .nullable()
      .describe('Since when the first in line has waited; null: nobody waits.'),
    planItemId: id.nullable().describe('The item of an annual plan that it was made from.'),
    approval: z.boolean().describe('Whether the organiser approves who takes part.'),
    promotion: promotionKind,
    offerHours: z.number().int().describe('How long an offer of a seat stands.'),
    regionalSeats: z.array(regionalSeats),
    regionalSeatsUntil: instant.nullable().describe('When what is left of them goes to everyone.'),
    asksDiet: z.boolean(),
    asksAccessNeeds: z.boolean(),
    attendanceRule: z
      .number()
      .int()
      .nullable()
      .describe('How many meetings make it attended; null: every one.'),
  })
  .meta({ id: 'SessionPage' });
export type SessionPage = z.infer<typeof sessionPage>;

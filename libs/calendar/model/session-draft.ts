import {
  filledLocalised,
  id,
  instant,
  language,
  languages,
  localised,
  timeZone,
} from '@luotsi/platform/model';
import * as z from 'zod';
import {
  code,
  organiserReference,
  plannedTime,
  promotionKind,
  regionalSeats,
  sessionForm,
} from './session';

/** A wall-clock time without zone: `2027-03-27T09:00`. */
export const wallClock = z
  .string()
  .regex(/^[1-9]\d{3}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)
  .refine((wall) => z.iso.date().safeParse(wall.slice(0, 10)).success)
  .meta({ id: 'WallClockTime', example: '2027-03-27T09:00' });

/** An offset from UTC, to tell apart the two hours of an autumn night: `+03:00`. */
export const offset = z.string().regex(/^[+-]\d{2}:\d{2}$/);

/** The address of an online room. */
export const roomLink = z
  .url({ protocol: /^https?$/ })
  .regex(/^\S+$/)
  .max(500);

/** A meeting as an organiser writes it. */
export const meetingDraft = z
  .object({
    start: wallClock,
    end: wallClock,
    timeZone: timeZone.default('Europe/Helsinki'),
    startOffset: offset.optional().describe('Only for an hour that occurs twice.'),
    endOffset: offset.optional(),
    place: localised.nullish(),
    link: roomLink.nullish().describe('The online room; only the enrolled are given it.'),
  })
  .meta({ id: 'MeetingDraft' });
export type MeetingDraft = z.input<typeof meetingDraft>;

/**
 * A meeting as an organiser changes it: an `id` names one that stands, without it is one by place.
 * Only a new one has to say when it is.
 */
export const meetingPatch = meetingDraft
  .extend({
    id: id.optional(),
    start: wallClock.optional(),
    end: wallClock.optional(),
    timeZone: timeZone.optional(),
  })
  .meta({ id: 'MeetingPatch' })
  .describe('What is left out stays as it is; a new meeting needs its start and end.');
export type MeetingPatch = z.input<typeof meetingPatch>;

const meetings = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).max(60);

/**
 * The most characters of a session's texts. A title stands in lists, in the subject of a letter, on a
 * certificate.
 */
export const longest = { title: 300, text: 20_000, contact: 500, link: 500 } as const;

const title = filledLocalised.superRefine((texts, context) => {
  for (const language of languages)
    if (texts[language].length > longest.title)
      context.addIssue({
        code: 'too_big',
        origin: 'string',
        maximum: longest.title,
        inclusive: true,
        input: texts[language],
        path: [language],
      });
});

/** What an organiser writes of a session besides its meetings, without what stands when nothing is. */
const fields = {
  title,
  capacity: z.number().int().min(1).max(100_000),
  form: sessionForm,
  languages: z.array(language).max(3),
  organiser: organiserReference.nullable(),
  summary: localised,
  description: localised.describe('Markdown.'),
  targetGroup: localised,
  theme: code.nullable(),
  competences: z.array(code).max(40),
  regions: z.array(code).max(40).describe('Empty: the whole country.'),
  place: localised.nullable(),
  link: roomLink
    .nullable()
    .describe('The online room of all meetings that have none of their own.'),
  contact: z.string().trim().max(longest.contact),
  price: localised.describe('Empty: free of charge.'),
  accessibility: localised,
  enrolmentOpens: instant.nullable(),
  enrolmentCloses: instant.nullable(),
  approval: z.boolean().describe('Whether the organiser approves who takes part.'),
  promotion: promotionKind,
  offerHours: z.number().int().min(1).max(720).describe('How long an offer of a seat stands.'),
  regionalSeats: z
    .array(regionalSeats)
    .max(40)
    .refine((shares) => new Set(shares.map(({ region }) => region)).size === shares.length, {
      params: { problem: 'regional-seats-twice' },
    }),
  regionalSeatsUntil: instant
    .nullable()
    .describe('When what is left of them goes to everyone; null: when enrolment closes.'),
  asksDiet: z.boolean(),
  asksAccessNeeds: z.boolean(),
  attendanceRule: z
    .number()
    .int()
    .min(1)
    .max(60)
    .nullable()
    .describe('How many meetings make it attended; null: every one.'),
  planned: plannedTime.nullable().describe('When it may be, while it has no meetings.'),
  coaches: z.array(id).max(20).describe('People with the role of a coach, whom it is given to.'),
};

/** Of what it was made: written by what makes it, never by hand afterwards. */
const lineage = {
  planItemId: id.nullable(),
  outlineId: id.nullable().describe('The outline that it was started from.'),
  outlineVersion: z.number().int().min(1).nullable(),
  seriesId: id.nullable(),
};

const empty = { fi: '', sv: '', en: '' };

/** A session as an organiser writes it: title, seats and meetings; the rest may come later. */
export const sessionDraft = z
  .object({
    ...fields,
    meetings: meetings(meetingDraft).describe('Empty only while it is `planned`.'),
    form: fields.form.default('onsite'),
    languages: fields.languages.default(['fi']),
    organiser: fields.organiser.optional(),
    summary: fields.summary.default(empty),
    description: fields.description.default(empty),
    targetGroup: fields.targetGroup.default(empty),
    theme: fields.theme.optional(),
    competences: fields.competences.default([]),
    regions: fields.regions.default([]),
    place: fields.place.optional(),
    link: fields.link.optional(),
    contact: fields.contact.default(''),
    price: fields.price.default(empty),
    accessibility: fields.accessibility.default(empty),
    enrolmentOpens: fields.enrolmentOpens.optional(),
    enrolmentCloses: fields.enrolmentCloses.optional(),
    approval: fields.approval.default(false),
    promotion: fields.promotion.default('seat'),
    offerHours: fields.offerHours.default(48),
    regionalSeats: fields.regionalSeats.default([]),
    regionalSeatsUntil: fields.regionalSeatsUntil.optional(),
    asksDiet: fields.asksDiet.default(false),
    asksAccessNeeds: fields.asksAccessNeeds.default(false),
    attendanceRule: fields.attendanceRule.optional(),
    planned: fields.planned.optional(),
    coaches: fields.coaches.default([]),
    planItemId: lineage.planItemId.optional(),
    outlineId: lineage.outlineId.optional(),
    outlineVersion: lineage.outlineVersion.optional(),
    seriesId: lineage.seriesId.optional(),
  })
  .meta({ id: 'SessionDraft' });
export type SessionDraft = z.input<typeof sessionDraft>;

/** What an organiser changes of a session: what is left out stays as it is. */
export const sessionPatch = z
  .object({
    ...fields,
    meetings: meetings(meetingPatch).describe('All of them: one left out is cancelled.'),
    version: z
      .number()
      .int()
      .describe(
        'The version that was seen: somebody else’s change since then is not written over.',
      ),
  })
  .partial()
  .meta({ id: 'SessionPatch' });
export type SessionPatch = z.input<typeof sessionPatch>;

/** What changes of a session within the calendar: of what it was made, too. */
export type SessionChange = z.output<typeof sessionPatch> &
  Partial<
    Pick<z.output<typeof sessionDraft>, 'planItemId' | 'outlineId' | 'outlineVersion' | 'seriesId'>
  >;

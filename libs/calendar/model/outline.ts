import { id, instant, localised } from '@luotsi/platform/model';
import * as z from 'zod';
import { code, organiserReference, sessionForm, sessionStatus } from './session';

/** A time of day: `09:00`. */
export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ id: 'ClockTime', example: '09:00' });

const emptyText = { fi: '', sv: '', en: '' };
const text = (longest: number) =>
  localised.refine((texts) => Object.values(texts).every((one) => one.length <= longest), {
    params: { problem: 'too-long' },
  });
const filled = (longest: number) =>
  text(longest).refine((texts) => Object.values(texts).some((one) => one !== ''), {
    params: { problem: 'text-in-no-language' },
  });
const written = (longest: number) => text(longest).default(emptyText);

/** The parts of an outline; `key` says whether what stands in lists has its id already. */
const outlineWith = <Key extends z.ZodType>(key: Key) => {
  const outcome = z.object({ id: key, text: filled(500) });
  const slot = z
    .object({
      id: key,
      day: z.int().min(1).max(10).describe('Of the event: 1 is its first day.'),
      start: clockTime,
      end: clockTime,
      title: filled(200),
      text: written(2_000),
    })
    .refine(({ start, end }) => start < end, {
      path: ['end'],
      params: { problem: 'slot-ends-first' },
    });
  const material = z.object({
    id: key,
    title: filled(200),
    url: z
      .url({ protocol: /^https?$/ })
      .regex(/^\S+$/)
      .max(500),
  });
  const whole = z.object({
    title: filled(200),
    summary: written(500),
    description: written(10_000).describe('Markdown.'),
    targetGroup: written(500),
    theme: code.nullable().default(null),
    competences: z.array(code).max(40).default([]),
    form: sessionForm.default('onsite'),
    seats: z.int().min(1).max(100_000).nullable().default(null).describe('A suggestion.'),
    outcomes: z.array(outcome).max(20).default([]),
    slots: z.array(slot).max(60).default([]),
    materials: z.array(material).max(30).default([]),
  });
  return { whole, outcome, slot, material };
};

const sent = outlineWith(id.optional().describe('Made here where it is left out.'));
const kept = outlineWith(id);

/** An outline as it is written: a title is enough to begin with. */
export const outlineDraft = sent.whole.meta({ id: 'OutlineDraft' });
export type OutlineDraft = z.input<typeof outlineDraft>;

/** What the participants can do afterwards. */
export const outlineOutcome = kept.outcome.meta({ id: 'OutlineOutcome' });
export type OutlineOutcome = z.infer<typeof outlineOutcome>;

/** A line of the timetable. */
export const outlineSlot = kept.slot.meta({ id: 'OutlineSlot' });
export type OutlineSlot = z.infer<typeof outlineSlot>;

/** Something to read or show, elsewhere on the web. */
export const outlineMaterial = kept.material.meta({ id: 'OutlineMaterial' });
export type OutlineMaterial = z.infer<typeof outlineMaterial>;

/** What an outline says, as it is kept; slots in the order of the event. */
export const outlineContent = kept.whole.meta({ id: 'OutlineContent' });
export type OutlineContent = z.output<typeof outlineContent>;

/** Figures of the feedback on the sessions that were held by it; null below five answers. */
export const outlineRating = z
  .object({ average: z.number(), answers: z.int() })
  .meta({ id: 'OutlineRating' });

/** An outline in a list. */
export const outlineItem = z
  .object({
    id,
    title: localised,
    summary: localised,
    theme: code.nullable(),
    competences: z.array(code),
    form: sessionForm,
    seats: z.int().nullable(),
    days: z.int(),
    minutes: z.int().describe('How long it takes, all its days together.'),
    published: z.int().nullable().describe('The latest published version; null for a draft.'),
    publishedAt: instant.nullable(),
    changed: z.boolean().describe('Has a draft that is not published; only for its writers.'),
    changedAt: instant,
    asked: instant.nullable().describe('Since when its writer asks to have it published.'),
    sessions: z.int().describe('How many sessions have been started from it and published.'),
    regions: z.int().describe('In how many regions.'),
    rating: outlineRating.nullable(),
  })
  .meta({ id: 'OutlineItem' });
export type OutlineItem = z.infer<typeof outlineItem>;

/** A session that was started from an outline. */
export const outlineUse = z
  .object({
    id,
    title: localised,
    status: sessionStatus,
    start: instant.nullable(),
    version: z.int(),
    regions: z.array(code).describe('Empty: the whole country.'),
    organiser: organiserReference.extend({ name: localised }).nullable(),
  })
  .meta({ id: 'OutlineUse' });
export type OutlineUse = z.infer<typeof outlineUse>;

/** An outline as its own page shows it. */
export const outline = z
  .object({
    id,
    published: z
      .object({ number: z.int(), at: instant, content: outlineContent })
      .nullable()
      .describe('What every region may start sessions from.'),
    draft: z
      .object({ version: z.int(), changedAt: instant, content: outlineContent })
      .nullable()
      .describe('What is being written; only for those who may write it.'),
    changed: z.boolean().describe('Whether the draft says something else than what is published.'),
    author: z.string().nullable().describe('Who began it, while that is kept; for writers alone.'),
    asked: instant
      .nullable()
      .describe('Since when its writer asks to have it published; for writers alone.'),
    versions: z.array(z.object({ number: z.int(), at: instant, note: localised })),
    uses: z.array(outlineUse).describe('Published sessions, the latest start first.'),
    rating: outlineRating.nullable(),
    mayWrite: z.boolean(),
    mayPublish: z.boolean(),
  })
  .meta({ id: 'Outline' });
export type Outline = z.infer<typeof outline>;

import { regionCode, themeId } from '@luotsi/network/model';
import { id, instant, localised, type Localised } from '@luotsi/platform/model';
import * as z from 'zod';

/** The states of a plan; what leads from one to another stands in `plan-rules.ts`. */
export const planStates = ['draft', 'submitted', 'published', 'superseded'] as const;
export const planState = z.enum(planStates).meta({ id: 'PlanState' });
export type PlanState = z.infer<typeof planState>;

/** How a planned training is attended: the words of the calendar. */
export const planItemForms = ['onsite', 'online', 'hybrid'] as const;
export const planItemForm = z.enum(planItemForms).meta({ id: 'PlanItemForm' });
export type PlanItemForm = z.infer<typeof planItemForm>;

/** The year of a plan. */
export const planYear = z.int().min(2000).max(2100);

/** No text in any language. */
export const noText: Localised = { fi: '', sv: '', en: '' };

/** Texts of at most so many characters a language; a language that is left out is empty. */
const texts = (longest: number) => {
  const one = z.string().trim().max(longest).default('');
  return z.object({ fi: one, sv: one, en: one });
};

const title = texts(200).refine((words) => words.fi + words.sv + words.en !== '', {
  params: { problem: 'text-in-no-language' },
});
const targetGroup = texts(500);
const code = z.string().trim().min(1).max(40);
const unique = <Item>(items: Item[]) => [...new Set(items)];
const competences = z.array(code).max(40).transform(unique);
const regions = z.array(regionCode).max(40).transform(unique);
const month = z.int().min(1).max(12).nullish();
const quarter = z.int().min(1).max(4).nullish();
const seats = z.int().min(1).max(100_000).nullish();
const theme = themeId.nullish();
const organiser = id.nullish();

const oneTime = { params: { problem: 'month-or-quarter' }, path: ['month'] };

/** An item as it is first written: a title and when; the rest may come later. */
export const planItemDraft = z
  .object({
    title,
    targetGroup: targetGroup.default(noText),
    competences: competences.default([]),
    form: planItemForm.default('onsite'),
    month: month.describe('1–12; either this or the quarter.'),
    quarter,
    regions: regions.default([]).describe('Empty: the whole country.'),
    seats,
    theme: theme.describe('The plan’s own theme, unless given.'),
    organiser: organiser.describe('The plan’s own group, unless given.'),
    continues: id
      .nullish()
      .describe('The lineage of an item of the same group and year that this one continues.'),
  })
  .refine((item) => (item.month ?? null) !== null || (item.quarter ?? null) !== null, oneTime)
  .refine((item) => !(item.month && item.quarter), oneTime)
  .meta({ id: 'PlanItemDraft' });
export type PlanItemDraft = z.input<typeof planItemDraft>;

/** Changes to an item, made to the version that its editor saw. */
export const planItemChanges = z
  .object({
    version: z.int().min(1),
    title: title.optional(),
    targetGroup: targetGroup.optional(),
    competences: competences.optional(),
    form: planItemForm.optional(),
    month,
    quarter,
    regions: regions.optional(),
    seats,
    theme,
    organiser,
  })
  .refine((item) => !(item.month && item.quarter), oneTime)
  .meta({ id: 'PlanItemChanges' });
export type PlanItemChanges = z.input<typeof planItemChanges>;

/** A session that an item has become. */
export const itemSession = z
  .object({
    id,
    title: localised,
    status: z.enum(['draft', 'published', 'postponed', 'cancelled', 'held']),
    start: instant.nullable(),
  })
  .meta({ id: 'ItemSession' });
export type ItemSession = z.infer<typeof itemSession>;

/** One training that is planned. */
export const planItem = z
  .object({
    id,
    lineage: id.describe('The same in every revision of the plan.'),
    version: z.int(),
    title: localised,
    targetGroup: localised,
    competences: z.array(code),
    form: planItemForm,
    month: z.int().nullable(),
    quarter: z.int().nullable(),
    regions: z.array(regionCode).describe('Empty: the whole country.'),
    seats: z.int().nullable(),
    theme: themeId.nullable(),
    organiser: id,
    sessions: z.array(itemSession).describe('What it has become; drafts only for those who plan.'),
  })
  .meta({ id: 'PlanItem' });
export type PlanItem = z.infer<typeof planItem>;

const groupName = z.object({ id, name: localised });
const names = z.record(z.string(), localised);

/** The names of what the items refer to, by code or id. */
export const planNames = z
  .object({ competences: names, regions: names, themes: names, groups: names })
  .meta({ id: 'PlanNames' });
export type PlanNames = z.infer<typeof planNames>;

/** A plan in a list. */
export const planSummary = z
  .object({
    id,
    year: planYear,
    group: groupName,
    theme: themeId.nullable(),
    state: planState,
    revision: z.int(),
    itemCount: z.int(),
    submittedAt: instant.nullable(),
    publishedAt: instant.nullable(),
  })
  .meta({ id: 'PlanSummary' });
export type PlanSummary = z.infer<typeof planSummary>;

/** A step that a plan has taken. */
export const planStepTaken = z
  .object({
    at: instant,
    to: planState,
    by: z.string().nullable().describe('The person’s name, while it is kept.'),
    comment: z.string(),
  })
  .meta({ id: 'PlanStepTaken' });

/** A plan with its items, in the order of the year. */
export const plan = planSummary
  .extend({
    version: z.int().describe('Of the plan itself: its goals and its state.'),
    goals: localised,
    items: z.array(planItem),
    names: planNames,
    history: z
      .array(planStepTaken)
      .describe('Every step, the latest first; only for those who plan.'),
  })
  .meta({ id: 'Plan' });
export type Plan = z.infer<typeof plan>;

/** The plans that are published for a year. */
export const yearOfPlans = z
  .object({
    year: planYear,
    years: z.array(planYear).describe('Every year that has a published plan, the latest first.'),
    plans: z.array(plan.omit({ history: true })),
  })
  .meta({ id: 'YearOfPlans' });
export type YearOfPlans = z.infer<typeof yearOfPlans>;

/** An item of a published plan, as the calendar shows it. */
export const plannedItem = planItem
  .omit({ version: true })
  .extend({ year: planYear, planId: id, group: groupName })
  .meta({ id: 'PlannedItem' });
export type PlannedItem = z.infer<typeof plannedItem>;

import { date, id, instant, localised } from '@luotsi/platform/model';
import * as z from 'zod';
import { sessionStatus } from './session';
import { wallClock } from './session-draft';

/** The most sessions that a series may have: two years of weeks. */
export const LONGEST_SERIES = 104;

/** How often: every so many weeks, months or years. */
export const seriesFrequencies = ['weekly', 'monthly', 'yearly'] as const;
export type SeriesFrequency = (typeof seriesFrequencies)[number];

/** On what a month's day is counted: "the second Tuesday", "the last Tuesday", "the 12th". */
export const seriesDays = ['weekday', 'lastWeekday', 'date'] as const;
export type SeriesDay = (typeof seriesDays)[number];

/** When the sessions of a series are held; what the first one is, the dates follow from. */
export const seriesRule = z
  .object({
    frequency: z.enum(seriesFrequencies),
    every: z.int().min(1).max(52).default(1).describe('Every so many weeks, months or years.'),
    day: z
      .enum(seriesDays)
      .default('weekday')
      .describe('For months and years, by the first date: its weekday’s place, or its date.'),
    times: z.int().min(1).max(LONGEST_SERIES).nullish().describe('Either this or `until`.'),
    until: date.nullish().describe('The last date there may be.'),
    skip: z.array(date).max(LONGEST_SERIES).default([]).describe('Dates that are left out.'),
  })
  .refine(({ times, until }) => (times ?? null) === null || (until ?? null) === null, {
    path: ['until'],
    params: { problem: 'times-or-until' },
  })
  .refine(({ times, until }) => Boolean(times) || Boolean(until), {
    path: ['times'],
    params: { problem: 'times-or-until' },
  })
  .meta({ id: 'SeriesRule' });
export type SeriesRule = z.output<typeof seriesRule>;

/** How a time that the clocks skip, or that occurs twice, is meant. */
export const clockAnswer = z.object({ date, take: z.enum(['earlier', 'later']) });
export type ClockAnswer = z.infer<typeof clockAnswer>;

/** A date of a series before it is made. */
export const seriesDate = z
  .object({
    date,
    meetings: z.array(z.object({ start: wallClock, end: wallClock })),
    skipped: z.boolean().describe('It is left out.'),
    trouble: z
      .enum(['meeting-time-skipped', 'meeting-time-twice'])
      .nullable()
      .describe('The clocks change: what is meant has to be said.'),
  })
  .meta({ id: 'SeriesDate' });
export type SeriesDate = z.infer<typeof seriesDate>;

/** A session of a series. */
export const seriesSession = z
  .object({
    id,
    title: localised,
    status: sessionStatus,
    start: instant.nullable(),
    end: instant.nullable(),
    enrolled: z.int().describe('With a seat, an offer, waiting or waiting for approval.'),
    own: z.array(z.string()).describe('The parts that were edited in this one alone.'),
  })
  .meta({ id: 'SeriesSession' });
export type SeriesSession = z.infer<typeof seriesSession>;

/** Which sessions of a series a change is for. */
export const seriesScopes = ['this', 'following', 'all'] as const;
export const seriesScope = z.enum(seriesScopes).meta({ id: 'SeriesScope' });
export type SeriesScope = z.infer<typeof seriesScope>;

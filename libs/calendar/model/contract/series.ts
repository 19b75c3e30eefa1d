import { filledLocalised, id, idParams, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import {
  clockAnswer,
  LONGEST_SERIES,
  seriesDate,
  seriesRule,
  seriesScope,
  seriesSession,
} from '../series';
import { meetingDraft, sessionDraft, sessionPatch } from '../session-draft';

const answers = z
  .array(clockAnswer)
  .max(LONGEST_SERIES)
  .default([])
  .describe('For dates on which the clocks change at that time.');

/** `POST /api/series/preview`: nothing is kept. */
export const previewSeries = operation({
  id: 'previewSeries',
  method: 'POST',
  path: '/api/series/preview',
  summary: 'The dates that a rule makes, before anything is created',
  permission: 'session.create',
  body: z.object({
    rule: seriesRule,
    meetings: z.array(meetingDraft).min(1).max(10).describe('Of the first session.'),
    answers,
  }),
  responses: {
    200: z.object({
      recurrence: z.string().describe('The rule as RFC 5545 has it.'),
      dates: z.array(seriesDate),
    }),
  },
  problems: ['meeting-ends-first', 'series-too-long'],
});

/** `POST /api/series`: all of its sessions in one go. */
export const createSeries = operation({
  id: 'createSeries',
  method: 'POST',
  path: '/api/series',
  summary: 'Creates a series of sessions by a rule, as drafts or published',
  permission: 'session.create',
  body: z.object({
    rule: seriesRule,
    session: sessionDraft.describe('The first one; the others are like it, on other dates.'),
    answers,
    publish: z.boolean().default(false),
  }),
  responses: { 201: z.object({ id, sessions: z.array(id) }) },
  problems: [
    'organiser-not-yours',
    'reference-unknown',
    'meeting-time-skipped',
    'meeting-time-twice',
    'meeting-ends-first',
    'meetings-missing',
    'enrolment-closes-first',
    'enrolment-closes-late',
    'enrolment-opens-late',
    'regional-seats-too-many',
    'series-too-long',
    'series-empty',
    'session-past',
  ],
});

/** `GET /api/sessions/{id}/series`: the others of its series. */
export const getSeries = operation({
  id: 'getSeries',
  method: 'GET',
  path: '/api/sessions/{id}/series',
  summary: 'The series that a session is of, with all its sessions',
  permission: 'session.organise',
  params: idParams,
  responses: {
    200: z
      .object({
        series: z
          .object({ id, rule: seriesRule, first: z.iso.date(), recurrence: z.string() })
          .nullable()
          .describe('Null for a session that is of none.'),
        sessions: z.array(seriesSession).describe('In order of start.'),
      })
      .meta({ id: 'Series' }),
  },
  problems: ['organiser-not-yours'],
});

const keepOwn = z
  .boolean()
  .default(true)
  .describe('What was edited in one session alone stays as it is there.');
const dryRun = z.boolean().default(false).describe('Only counts; nothing is changed.');

const seriesChanged = z
  .object({
    sessions: z.int().describe('How many are changed.'),
    enrolled: z.int().describe('How many people are in them, wait for or were offered a seat.'),
    kept: z
      .array(z.object({ id, parts: z.array(z.string()) }))
      .describe('Sessions whose own edits stay, and which.'),
    past: z.int().describe('How many are over or cancelled, and stay as they are.'),
  })
  .meta({ id: 'SeriesChanged' });

const changing = [
  'organiser-not-yours',
  'session-without-series',
  'edited-meanwhile',
  'capacity-below-confirmed',
  'reference-unknown',
  'meeting-unknown',
  'meeting-time-missing',
  'meeting-time-skipped',
  'meeting-time-twice',
  'meeting-ends-first',
  'meetings-missing',
  'enrolment-closes-first',
  'enrolment-closes-late',
  'enrolment-opens-late',
  'regional-seats-too-many',
  'session-past',
  'session-attended',
  'session-cancelled',
] as const;

/** `PATCH /api/sessions/{id}/series`: this one, it and those after it, or all of the series. */
export const changeSeries = operation({
  id: 'changeSeries',
  method: 'PATCH',
  path: '/api/sessions/{id}/series',
  summary: 'Changes several sessions of a series alike; says how many people it touches',
  permission: 'session.organise',
  params: idParams,
  body: z.object({
    scope: seriesScope,
    change: sessionPatch.describe(
      'As for one session; new times move the others by as many days, to the same time of the day.',
    ),
    keepOwn,
    dryRun,
  }),
  responses: { 200: seriesChanged },
  problems: changing,
});

/** `POST /api/sessions/{id}/series`: what was edited in one goes to the others, too. */
export const spreadInSeries = operation({
  id: 'spreadInSeries',
  method: 'POST',
  path: '/api/sessions/{id}/series',
  summary: 'Takes what was edited in one session on to those after it, or to all of its series',
  permission: 'session.organise',
  params: idParams,
  body: z.object({
    scope: seriesScope.exclude(['this']),
    parts: z.array(z.string().max(40)).min(1).max(40).describe('Of those that are its own.'),
    keepOwn,
    dryRun,
  }),
  responses: { 200: seriesChanged },
  problems: changing,
});

const seriesStepped = z
  .object({
    sessions: z.array(id).describe('Those that are published or cancelled.'),
    removed: z.array(id).describe('Drafts that are deleted.'),
    enrolled: z.int().describe('How many people are in them, wait for or were offered a seat.'),
    refused: z
      .array(z.object({ id, problem: z.string() }))
      .describe('Those that it can’t be done to, and why: the name of a problem.'),
  })
  .meta({ id: 'SeriesStepped' });

/** `POST /api/sessions/{id}/series/publication`: every draft of the series that can be published. */
export const publishSeries = operation({
  id: 'publishSeries',
  method: 'POST',
  path: '/api/sessions/{id}/series/publication',
  summary: 'Publishes all drafts of a series; names those that it can’t publish',
  permission: 'session.organise',
  params: idParams,
  body: z.object({ dryRun }),
  responses: { 200: seriesStepped },
  problems: ['organiser-not-yours', 'session-without-series'],
});

/** `POST /api/sessions/{id}/series/cancellation`: what is still to come, from here on or all. */
export const cancelSeries = operation({
  id: 'cancelSeries',
  method: 'POST',
  path: '/api/sessions/{id}/series/cancellation',
  summary: 'Cancels what is still to come of a series; names what it can’t cancel',
  permission: 'session.organise',
  params: idParams,
  body: z.object({
    scope: seriesScope.exclude(['this']).default('following'),
    reason: z
      .union([z.string().trim().min(1).max(2_000), filledLocalised])
      .optional()
      .describe('Why, for everyone to read, as for one; needed where anything is cancelled.'),
    removeDrafts: z
      .boolean()
      .default(false)
      .describe('Drafts are deleted; otherwise they stay and are named.'),
    dryRun,
  }),
  responses: { 200: seriesStepped },
  problems: ['organiser-not-yours', 'session-without-series'],
});

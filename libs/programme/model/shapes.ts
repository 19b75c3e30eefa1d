import { id, instant, localised } from '@luotsi/platform/model';
import * as z from 'zod';
import { activityKind, activityPart } from './kinds';

/** Identifiers of programmes, modules, units and topics are short texts: `elo`, `P1`, `M1.1`. */
export const key = z.string().regex(/^[\w.-]{1,40}$/);
const minutes = z.number().int().nonnegative().describe('Reading time in minutes.');
const competences = z.array(z.string()).describe('Codes of the competences that it develops.');

/** A programme among others. */
export const programmeSummary = z
  .object({
    id: key,
    title: localised,
    summary: localised,
    modules: z.array(z.object({ id: key, title: localised, units: z.number().int() })),
    units: z.number().int(),
    minutes,
  })
  .meta({ id: 'ProgrammeSummary' });
export type ProgrammeSummary = z.infer<typeof programmeSummary>;

/** How a programme works: what it is agreed from, what it rests on, how the work is done. */
export const programmeAbout = z
  .object({
    goals: localised.describe('How goals are agreed.'),
    startingPoints: z.array(z.object({ id: key, title: localised })),
    principles: z.array(z.object({ id: key, title: localised })),
    workingForms: z.array(z.object({ kind: activityKind, title: localised })),
    parts: z.array(z.object({ part: activityPart, title: localised })),
    groupPart: localised.describe('How the part of one group is planned.'),
    origin: localised.describe('Where the programme comes from, dated terms explained.'),
  })
  .meta({ id: 'ProgrammeAbout' });
export type ProgrammeAbout = z.infer<typeof programmeAbout>;

/** A unit as the programme's and the module's pages show it. */
export const unitOutline = z
  .object({
    id: key,
    title: localised,
    summary: localised,
    minutes,
    competences,
    workingForms: z.array(activityKind).describe('Ways of working that suit it, as proposed.'),
    activities: z.array(z.object({ id, kind: activityKind, part: activityPart })),
  })
  .meta({ id: 'UnitOutline' });
export type UnitOutline = z.infer<typeof unitOutline>;

/** A module with its units in order. */
export const moduleOutline = z
  .object({ id: key, title: localised, summary: localised, units: z.array(unitOutline) })
  .meta({ id: 'ModuleOutline' });
export type ModuleOutline = z.infer<typeof moduleOutline>;

/** A whole programme. */
export const programmeTree = z
  .object({
    id: key,
    title: localised,
    summary: localised,
    about: programmeAbout,
    modules: z.array(moduleOutline),
  })
  .meta({ id: 'Programme' });
export type ProgrammeTree = z.infer<typeof programmeTree>;

const named = z.object({ id: key, title: localised });
const neighbour = named.extend({ moduleId: key }).nullable();

/** A unit with everything on its page. */
export const unitPage = z
  .object({
    id: key,
    title: localised,
    summary: localised,
    minutes,
    programme: named,
    module: named,
    topics: z.array(
      named.extend({
        note: localised.nullable().describe('What has changed since the topic was written.'),
        subtopics: z.array(named),
      }),
    ),
    competences: z
      .array(z.object({ code: z.string(), name: localised, frameworkId: z.string() }))
      .describe('The competences that it develops, its main one first.'),
    workingForms: z.array(activityKind),
    activities: z.array(
      z.object({
        id,
        kind: activityKind,
        part: activityPart,
        title: localised,
        reading: localised
          .nullable()
          .describe('Safe HTML by language; empty in a language that it is not written in.'),
      }),
    ),
    previous: neighbour,
    next: neighbour,
  })
  .meta({ id: 'Unit' });
export type UnitPage = z.infer<typeof unitPage>;

/** One's own progress in one programme. */
export const programmeProgress = z
  .object({
    programmeId: key,
    done: z.number().int(),
    total: z.number().int(),
    lastVisited: z.object({ activityId: id, at: instant }).nullable(),
    continueAt: z
      .object({
        activityId: id,
        unitId: key,
        resumed: z.boolean().describe('One was there already and left it unfinished.'),
      })
      .nullable()
      .describe('Null when everything is done.'),
  })
  .meta({ id: 'ProgrammeProgress' });
export type ProgrammeProgress = z.infer<typeof programmeProgress>;

/** One's own progress everywhere. */
export const ownProgress = z
  .object({
    done: z.array(z.object({ activityId: id, completedAt: instant })),
    programmes: z.array(programmeProgress),
  })
  .meta({ id: 'OwnProgress' });
export type OwnProgress = z.infer<typeof ownProgress>;

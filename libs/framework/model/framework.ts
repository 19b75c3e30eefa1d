import { localised } from '@luotsi/platform/model';
import * as z from 'zod';

/** The short name of a framework, a level or the like, as it stands in addresses. */
const slug = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/);

/** A competence's code, unique over all frameworks: sessions and units are tagged with it. */
export const competenceCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{1,15}$/)
  .meta({ id: 'CompetenceCode' });

/** A statement's name within a version: `CE-1`. */
export const statementId = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{1,19}$/)
  .meta({ id: 'StatementId' });

/** A value of the scale; a framework uses the first ones of 1–5. */
export const scaleNumber = z.int().min(1).max(5);

/** A sentence about one's own work, and the value proposed for each level. */
export const statement = z.object({
  id: statementId,
  text: localised,
  targets: z.record(slug, scaleNumber).describe('The proposed target by level; never a pass mark.'),
});
export type Statement = z.infer<typeof statement>;

/** An area of competence with its statements. */
export const competence = z
  .object({
    code: competenceCode,
    name: localised,
    summary: localised,
    requiredAnswers: z
      .int()
      .min(1)
      .describe('How many of the statements must be answered before a score is shown.'),
    statements: z.array(statement).min(1),
  })
  .meta({ id: 'Competence' });
export type Competence = z.infer<typeof competence>;

/** A step of the scale: a word, and what it means in one's work. */
export const scaleValue = z.object({ value: scaleNumber, label: localised, anchor: localised });

/** A kind of practitioner, who has a proposed target of their own. */
export const level = z.object({ id: slug, name: localised, description: localised });
export type Level = z.infer<typeof level>;

/** A published version of a framework: all that is needed to answer by it and to explain it. */
export const framework = z
  .object({
    id: slug,
    version: z.int().min(1),
    published: z.iso.date(),
    name: localised,
    description: localised,
    basis: localised.describe('What it is based on, and what is our own in it.'),
    targetNote: localised.describe('What the proposed targets are worth.'),
    sources: z.array(z.object({ title: z.string(), url: z.url() })),
    minutes: z
      .object({ least: z.int().min(1), most: z.int().min(1) })
      .describe('How long it takes to answer all of it.'),
    scale: z.array(scaleValue).min(2).max(5),
    notApplicable: localised.describe('What is said when a statement is not part of the work.'),
    levels: z.array(level),
    competences: z.array(competence).min(1),
  })
  .meta({ id: 'Framework' });
export type Framework = z.infer<typeof framework>;

/**
 * A framework as it is delivered or loaded, checked as a whole: names are unique, the scale counts
 * from 1 without gaps, targets are on the scale and of known levels, and no competence asks for more
 * answers than it has statements.
 */
export const frameworkDocument = framework.superRefine((document, context) => {
  for (const problem of inconsistencies(document)) {
    context.addIssue({ code: 'custom', message: problem });
  }
});

/** What doesn't hold together in a framework, in words for whoever writes it; empty when all does. */
export function inconsistencies(document: Framework): string[] {
  const statements = document.competences.flatMap((competence) => competence.statements);
  const levels = new Set(document.levels.map((level) => level.id));
  return [
    ...twice('level', [...document.levels.map((level) => level.id)]),
    ...twice('competence', [...document.competences.map((competence) => competence.code)]),
    ...twice('statement', [...statements.map((statement) => statement.id)]),
    ...document.scale
      .filter((step, place) => step.value !== place + 1)
      .map((step) => `The scale does not count from 1 upwards at ${String(step.value)}.`),
    ...document.competences
      .filter((competence) => competence.requiredAnswers > competence.statements.length)
      .map(({ code }) => `${code} asks for more answers than it has statements.`),
    ...statements.flatMap(({ id, targets }) =>
      Object.entries(targets).flatMap(([name, value]) => [
        ...(levels.has(name) ? [] : [`${id} has a target for the unknown level ${name}.`]),
        ...(value > document.scale.length ? [`${id} has a target beyond the scale.`] : []),
      ]),
    ),
  ];
}

function twice(what: string, names: readonly string[]): string[] {
  return names
    .filter((name, place) => names.indexOf(name) !== place)
    .map((name) => `The ${what} ${name} stands there twice.`);
}

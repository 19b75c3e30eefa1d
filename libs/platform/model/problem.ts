import * as z from 'zod';
import type { Localised } from './localised';
import type { Language } from './language';

/** Problem details (RFC 9457), as every refusal of the API is answered. */
export const problemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    requestId: z.string().optional(),
    errors: z
      .array(z.object({ pointer: z.string(), detail: z.string() }))
      .optional()
      .describe('What is wrong where: JSON pointers into the request (RFC 6901).'),
  })
  .catchall(z.unknown())
  .meta({ id: 'Problem' });
export type ProblemDetails = z.infer<typeof problemDetails>;

/** One kind of problem: what it means to the reader, in every language, and its HTTP status. */
export interface ProblemKind {
  readonly status: number;
  /** What happened. */
  readonly title: Localised;
  /** What was kept and what to do next; `{name}` is filled from the refusal's facts. */
  readonly detail: Localised;
  /** The same in other words, for readers who have something else to do next: organisers, say. */
  readonly to?: Readonly<
    Record<string, { readonly title?: Localised; readonly detail: Localised }>
  >;
}

/** A table of problems, by the name that ends their `type`. */
export type ProblemTable = Readonly<Record<string, ProblemKind>>;

/**
 * Facts that a refusal carries; they stand as extension members, and the simple ones fill the
 * detail's `{name}`. An object is what stands now, for whoever wanted to change it.
 */
export type ProblemFacts = Readonly<Record<string, string | number | boolean | object | null>>;

/** A named refusal: what a rule returns instead of a next state. */
export interface Refusal<Name extends string = string> {
  readonly refused: Name;
  readonly facts: ProblemFacts;
}

/** A refusal by its name and facts. */
export function refuse<Name extends string>(
  refused: Name,
  facts: ProblemFacts = {},
): Refusal<Name> {
  return { refused, facts };
}

/** Whether a rule's answer is a refusal. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}

/** The stable identifier of a problem. */
export function problemType(name: string): string {
  return `urn:luotsi:problem:${name}`;
}

/** Renders a problem in a language. @param reader to whom, where the problem has other words for them */
export function describeProblem(
  name: string,
  kind: ProblemKind,
  facts: ProblemFacts,
  language: Language,
  reader = '',
): ProblemDetails {
  const words = { ...kind, ...kind.to?.[reader] };
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, key: string) => {
      const fact = facts[key] ?? whole;
      return typeof fact === 'object' ? whole : String(fact);
    });
  return {
    ...facts,
    type: problemType(name),
    title: fill(words.title[language]),
    status: kind.status,
    detail: fill(words.detail[language]),
  };
}

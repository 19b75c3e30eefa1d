import type { Framework } from '@luotsi/framework/model';
import { change, gaps, rounded, standings, strengths, type Gap, type Scored } from './scoring';

/** One competence in a report. Values are on the framework's scale, to two decimals. */
export interface CompetenceResult {
  readonly code: string;
  /** Null when too few statements are answered. */
  readonly score: number | null;
  readonly goal: number | null;
  /** What is proposed for the level; never a pass mark. */
  readonly target: number | null;
  /** The score less the target: below zero there is way to go. */
  readonly toTarget: number | null;
  readonly previousScore: number | null;
  /** The score less the previous one. */
  readonly change: number | null;
  readonly answered: number;
  readonly notApplicable: number;
  readonly unanswered: number;
}

/** What a report says, before what to do next is added. */
export interface Results {
  readonly competences: readonly CompetenceResult[];
  readonly strengths: readonly string[];
  readonly gaps: readonly Gap[];
}

/**
 * The results of an assessment beside the previous one's of the same framework.
 * @param previous the earlier answers with the version they were made with; absent the first time
 */
export function results(
  framework: Framework,
  answers: readonly Scored[],
  level: string | null,
  previous?: { readonly framework: Framework; readonly answers: readonly Scored[] },
): Results {
  const now = standings(framework, answers, level);
  const before = new Map(
    (previous ? standings(previous.framework, previous.answers, null) : []).map((standing) => [
      standing.code,
      standing,
    ]),
  );
  return {
    competences: now.map((standing) => ({
      ...standing,
      score: rounded(standing.score),
      goal: rounded(standing.goal),
      target: rounded(standing.target),
      toTarget:
        standing.score === null || standing.target === null
          ? null
          : rounded(standing.score - standing.target),
      previousScore: rounded(before.get(standing.code)?.score ?? null),
      change: rounded(change(standing, before.get(standing.code))),
    })),
    strengths: strengths(now),
    gaps: gaps(now).map((gap) => ({ ...gap, size: rounded(gap.size) })),
  };
}

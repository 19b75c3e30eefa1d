import type { Competence, Framework } from '@luotsi/framework/model';
import type { Answer } from './answer';

/** What scoring needs to know of an answer. */
export type Scored = Pick<Answer, 'statement' | 'current' | 'goal'>;

/** Where someone stands in one competence. Values are on the framework's scale, means unrounded. */
export interface Standing {
  readonly code: string;
  /** The mean of the answered statements; null when fewer are answered than the framework asks. */
  readonly score: number | null;
  /** The mean of what is aimed at: the goal where one is set, else the answer. Null without goals. */
  readonly goal: number | null;
  /** The mean of what is proposed for the level in the same statements; null without a level. */
  readonly target: number | null;
  readonly answered: number;
  readonly notApplicable: number;
  readonly unanswered: number;
}

/** A competence to grow in, by how far the score is from what is aimed at. */
export interface Gap {
  readonly code: string;
  readonly size: number;
  /** What it is measured to: one's own goal, or the target proposed for the level. */
  readonly basis: 'goal' | 'target';
}

/** Scores every competence of a framework, in its order. `level` is the kind of practitioner. */
export function standings(
  framework: Framework,
  answers: readonly Scored[],
  level: string | null,
): Standing[] {
  const given = new Map(answers.map((answer) => [answer.statement, answer]));
  return framework.competences.map((competence) => standing(competence, given, level));
}

function standing(
  { code, statements, requiredAnswers }: Competence,
  given: ReadonlyMap<string, Scored>,
  level: string | null,
): Standing {
  const said = statements.map((statement) => ({ statement, answer: given.get(statement.id) }));
  const valued = said.flatMap(({ statement, answer }) =>
    answer && answer.current !== null
      ? [{ statement, current: answer.current, goal: answer.goal }]
      : [],
  );
  const enough = valued.length >= requiredAnswers;
  const compared = enough ? valued.map(({ statement }) => statement) : statements;
  const targets = level === null ? [] : compared.flatMap(({ targets }) => targets[level] ?? []);
  const aims = valued.some(({ goal }) => goal !== null);
  return {
    code,
    score: enough ? mean(valued.map(({ current }) => current)) : null,
    goal: enough && aims ? mean(valued.map(({ current, goal }) => goal ?? current)) : null,
    target: mean(targets),
    answered: valued.length,
    notApplicable: said.filter(({ answer }) => answer?.current === null).length,
    unanswered: said.filter(({ answer }) => !answer).length,
  };
}

/**
 * The competences with something to grow in, the widest gap first. Where a goal is set in a
 * competence it alone counts, so that nobody's own choice is overruled by a proposed target; of two
 * equal gaps one's own goal comes first, then the lower score, then the framework's order.
 */
export function gaps(all: readonly Standing[]): Gap[] {
  const scoreOf = new Map(all.map(({ code, score }) => [code, score ?? 0]));
  return all
    .flatMap(({ code, score, goal, target }): Gap[] => {
      const aim = goal ?? target;
      if (score === null || aim === null || aim - score < HARDLY) return [];
      return [{ code, size: aim - score, basis: goal === null ? 'target' : 'goal' }];
    })
    .sort(
      (a, b) =>
        unlessEqual(b.size - a.size) ||
        a.basis.localeCompare(b.basis) ||
        (scoreOf.get(a.code) ?? 0) - (scoreOf.get(b.code) ?? 0),
    );
}

/** The competences that stand out: above one's own mean, the best first, at most two. */
export function strengths(all: readonly Standing[]): string[] {
  const scored = all.flatMap(({ code, score }) => (score === null ? [] : [{ code, score }]));
  const level = mean(scored.map(({ score }) => score)) ?? 0;
  return scored
    .filter(({ score }) => score - level >= HARDLY)
    .sort((a, b) => unlessEqual(b.score - a.score))
    .slice(0, 2)
    .map(({ code }) => code);
}

/** How much a score has moved since the previous time; null where either time has none. */
export function change(now: Standing, before: Standing | undefined): number | null {
  if (now.score === null || before === undefined || before.score === null) return null;
  return now.score - before.score;
}

/** Two decimals, for showing and sending; the rules above reckon with unrounded means. */
export function rounded<Value extends number | null>(value: Value): Value {
  return (value === null ? null : Math.round(value * 100) / 100) as Value;
}

/** Less than this is no difference: means of small whole numbers carry floating-point dust. */
const HARDLY = 0.005;

function unlessEqual(difference: number): number {
  return Math.abs(difference) < HARDLY ? 0 : difference;
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

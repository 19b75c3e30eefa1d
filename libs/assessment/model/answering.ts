import type { Framework } from '@luotsi/framework/model';
import { refuse, type Refusal } from '@luotsi/platform/model';
import type { Answer } from './answer';

/** Why an answer or a completion is refused: the name of a problem. */
export type AnsweringRefusal =
  | 'assessment-completed'
  | 'statement-unknown'
  | 'value-off-scale'
  | 'goal-without-answer'
  | 'goal-below-current'
  | 'too-few-answers';

type Given = Pick<Answer, 'statement' | 'current' | 'goal'>;

/** Why one of the answers can't be kept under a framework, or null when all of them can. */
export function whyNotAnswer(
  framework: Framework,
  answers: readonly Given[],
): Refusal<AnsweringRefusal> | null {
  const known = new Set(statementsOf(framework));
  const highest = framework.scale.length;
  for (const { statement, current, goal } of answers) {
    if (!known.has(statement)) return refuse('statement-unknown', { statement });
    if ((current ?? 1) > highest || (goal ?? 1) > highest)
      return refuse('value-off-scale', { statement, highest });
    if (goal !== null && current === null) return refuse('goal-without-answer', { statement });
    if (goal !== null && current !== null && goal < current)
      return refuse('goal-below-current', { statement, current, goal });
  }
  return null;
}

/**
 * Why an assessment can't be completed, or null when it can: at least one competence must have the
 * answers that its score needs, or the report would say nothing.
 */
export function whyNotComplete(
  framework: Framework,
  answers: readonly Given[],
): Refusal<AnsweringRefusal> | null {
  const valued = new Set(answers.filter((a) => a.current !== null).map((a) => a.statement));
  const scored = framework.competences.some(
    ({ statements, requiredAnswers }) =>
      statements.filter(({ id }) => valued.has(id)).length >= requiredAnswers,
  );
  if (scored) return null;
  const required = Math.min(...framework.competences.map((it) => it.requiredAnswers));
  return refuse('too-few-answers', { required });
}

/** The statements that have neither a value nor “not part of my work”, in the framework's order. */
export function unanswered(framework: Framework, answers: readonly Given[]): string[] {
  const said = new Set(answers.map(({ statement }) => statement));
  return statementsOf(framework).filter((id) => !said.has(id));
}

function statementsOf(framework: Framework): string[] {
  return framework.competences.flatMap(({ statements }) => statements.map(({ id }) => id));
}

import {
  results,
  type Answer,
  type AssessmentItem,
  type Report,
  type ReportGap,
} from '@luotsi/assessment/model';
import { ReadFrameworks } from '@luotsi/framework/api';
import type { Competence, Framework } from '@luotsi/framework/model';
import { ProblemException } from '@luotsi/platform/api';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NextSteps } from './next-steps';
import { readAnswers, readOwn, readPrevious } from './own-assessments';

interface Made {
  readonly framework: Framework;
  readonly answers: readonly Answer[];
}

/** The report of one's own completed assessment. */
@Injectable()
export class ReadReport {
  constructor(
    private readonly database: DataSource,
    private readonly frameworks: ReadFrameworks,
    private readonly nextSteps: NextSteps,
  ) {}

  /**
   * @param wished the level to compare to; `none`, or absent for the one chosen when answering
   * @throws ProblemException `not-found`, `assessment-unfinished`, `level-unknown`
   */
  async of(person: string, id: string, wished?: string): Promise<Report> {
    const manager = this.database.manager;
    const assessment = await readOwn(manager, person, id);
    if (!assessment.completedAt) throw new ProblemException('assessment-unfinished');
    const made = await this.made(manager, assessment);
    const level = wished === undefined ? assessment.level : wished === 'none' ? null : wished;
    if (level !== null && !made.framework.levels.some((known) => known.id === level))
      throw new ProblemException('level-unknown');
    const previous = await readPrevious(manager, person, assessment);
    const earlier = previous ? await this.made(manager, previous) : undefined;
    const { competences, strengths, gaps } = results(made.framework, made.answers, level, earlier);
    const next = await this.nextSteps.towards(
      gaps.map(({ code }) => code),
      person,
    );
    return {
      assessment,
      level,
      competences: [...competences],
      strengths: [...strengths],
      gaps: gaps.map((gap) => ({
        ...gap,
        statements: behind(gap, made, level),
        ...next.for(gap.code),
      })),
      previous: previous && {
        id: previous.id,
        version: previous.version,
        completedAt: previous.completedAt,
      },
    };
  }

  private async made(manager: EntityManager, of: AssessmentItem): Promise<Made> {
    return {
      framework: await this.frameworks.one(of.framework, of.version),
      answers: await readAnswers(manager, of.id),
    };
  }
}

/** The statements that make a gap, the widest first. */
function behind(
  gap: Pick<ReportGap, 'code' | 'basis'>,
  { framework, answers }: Made,
  level: string | null,
): ReportGap['statements'] {
  const given = new Map(answers.map((answer) => [answer.statement, answer]));
  const isIt = ({ code }: Competence) => code === gap.code;
  return (framework.competences.find(isIt)?.statements ?? [])
    .flatMap(({ id, targets }) => {
      const answer = given.get(id);
      const aim = gap.basis === 'goal' ? answer?.goal : targets[level ?? ''];
      return answer?.current && aim && aim > answer.current
        ? [{ statement: id, current: answer.current, aim }]
        : [];
    })
    .sort((a, b) => b.aim - b.current - (a.aim - a.current));
}

import {
  newestOfEach,
  unanswered,
  whyNotAnswer,
  whyNotComplete,
  type Answer,
  type AnswerSent,
  type Assessment,
  type AssessmentItem,
} from '@luotsi/assessment/model';
import { ReadFrameworks } from '@luotsi/framework/api';
import type { Framework } from '@luotsi/framework/model';
import { newId, ProblemException } from '@luotsi/platform/api';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { holdOwn, readAnswers, readOwn, readOwnWithAnswers } from './own-assessments';

/** Starting, answering and completing one's own assessment. */
@Injectable()
export class AnswerAssessment {
  constructor(
    private readonly database: DataSource,
    private readonly frameworks: ReadFrameworks,
  ) {}

  /**
   * Starts an assessment with the framework's current version, or continues the unfinished one.
   * @param wish `level` left out: as it is; null: none
   * @throws ProblemException `framework-unknown`, `level-unknown`
   */
  async start(
    person: string,
    wish: { readonly framework: string; readonly level?: string | null | undefined },
  ): Promise<{ started: boolean; assessment: Assessment }> {
    const current = await this.frameworks.one(wish.framework);
    return this.database.transaction(async (manager) => {
      const started = await this.insert(manager, person, current);
      const [{ id } = { id: '' }] = await manager.query<{ id: string }[]>(
        `SELECT id FROM assessment.assessment
         WHERE person_id = $1 AND framework_id = $2 AND completed_at IS NULL FOR UPDATE`,
        [person, wish.framework],
      );
      if (wish.level !== undefined) await this.choose(manager, person, id, wish.level);
      return { started, assessment: await readOwnWithAnswers(manager, person, id) };
    });
  }

  /** Saves answers, the newest of each statement; an older one than what is kept changes nothing. */
  async save(
    person: string,
    id: string,
    sent: readonly AnswerSent[],
    now: number,
  ): Promise<{ answers: Answer[]; answered: number }> {
    const answers = newestOfEach(sent.map((one) => ({ ...one, revision: one.revision ?? now })));
    return this.database.transaction(async (manager) => {
      await holdOwn(manager, person, id);
      const assessment = await readOwn(manager, person, id);
      if (assessment.completedAt) throw new ProblemException('assessment-completed');
      const refusal = whyNotAnswer(await this.frameworkOf(assessment), answers);
      if (refusal) throw ProblemException.of(refusal);
      await manager.query(
        `INSERT INTO assessment.answer AS kept
           (assessment_id, version_id, statement_id, current, goal, note, revision)
         SELECT $1, version_id, sent.statement, sent.current, sent.goal, sent.note, sent.revision
         FROM assessment.assessment,
           jsonb_to_recordset($2::jsonb)
             AS sent (statement text, current int, goal int, note text, revision bigint)
         WHERE assessment.id = $1
         ON CONFLICT (assessment_id, statement_id) DO UPDATE
           SET current = excluded.current, goal = excluded.goal, note = excluded.note,
             revision = excluded.revision
           WHERE excluded.revision > kept.revision`,
        [id, JSON.stringify(answers)],
      );
      const statements = answers.map(({ statement }) => statement);
      return {
        answers: await readAnswers(manager, id, statements),
        answered: (await readOwn(manager, person, id)).answered,
      };
    });
  }

  /** Completes an assessment for good; one that is complete already is answered the same. */
  async complete(person: string, id: string) {
    return this.database.transaction(async (manager) => {
      await holdOwn(manager, person, id);
      const assessment = await readOwnWithAnswers(manager, person, id);
      const framework = await this.frameworkOf(assessment);
      const open = unanswered(framework, assessment.answers);
      if (assessment.completedAt)
        return { id, completedAt: assessment.completedAt, unanswered: open };
      const refusal = whyNotComplete(framework, assessment.answers);
      if (refusal) throw ProblemException.of(refusal);
      await manager.query(
        'UPDATE assessment.assessment SET completed_at = clock_timestamp() WHERE id = $1',
        [id],
      );
      const { completedAt } = await readOwn(manager, person, id);
      return { id, completedAt, unanswered: open };
    });
  }

  private async insert(manager: EntityManager, person: string, current: Framework) {
    const made = await manager.query<unknown[]>(
      `INSERT INTO assessment.assessment (id, person_id, framework_id, version_id, started_at)
       SELECT $1, $2, framework_id, id, clock_timestamp() FROM framework.framework_version
       WHERE framework_id = $3 AND number = $4
       ON CONFLICT (person_id, framework_id) WHERE completed_at IS NULL DO NOTHING
       RETURNING id`,
      [newId(), person, current.id, current.version],
    );
    return made.length > 0;
  }

  private async choose(manager: EntityManager, person: string, id: string, level: string | null) {
    const { levels } = await this.frameworkOf(await readOwn(manager, person, id));
    if (level !== null && !levels.some((known) => known.id === level))
      throw new ProblemException('level-unknown');
    await manager.query('UPDATE assessment.assessment SET level_id = $2 WHERE id = $1', [
      id,
      level,
    ]);
  }

  private frameworkOf({ framework, version }: AssessmentItem): Promise<Framework> {
    return this.frameworks.one(framework, version);
  }
}

import type { Framework } from '@luotsi/framework/model';
import { newId } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';
import type { InventedAnswer } from './invention';

/** One person's assessment, completed in the past. */
export interface Round {
  readonly person: string;
  readonly level: string;
  readonly completedAt: Date;
  readonly answers: readonly InventedAnswer[];
}

/** Adds many completed assessments in three statements, as if they had been answered then. */
export async function addRound(
  manager: EntityManager,
  framework: Framework,
  rounds: readonly Round[],
): Promise<void> {
  const version = `${framework.id}-${String(framework.version)}`;
  const ids = rounds.map(() => newId());
  const times = rounds.map(({ completedAt }) => completedAt);
  await manager.query(
    `INSERT INTO assessment.assessment
       (id, person_id, framework_id, version_id, level_id, started_at)
     SELECT id, person, $5, $6, level, completed - interval '2 days'
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[])
       AS given (id, person, level, completed)`,
    [
      ids,
      rounds.map(({ person }) => person),
      rounds.map(({ level }) => level),
      times,
      framework.id,
      version,
    ],
  );
  const answers = rounds.flatMap((round, place) =>
    round.answers.map((answer) => ({
      ...answer,
      id: ids[place],
      revision: round.completedAt.getTime(),
    })),
  );
  await manager.query(
    `INSERT INTO assessment.answer
       (assessment_id, version_id, statement_id, current, goal, revision)
     SELECT id, $2, statement, current, goal, revision
     FROM jsonb_to_recordset($1::jsonb)
       AS given (id uuid, statement text, current int, goal int, revision bigint)`,
    [JSON.stringify(answers), version],
  );
  await manager.query(
    `UPDATE assessment.assessment SET completed_at = completed
     FROM unnest($1::uuid[], $2::timestamptz[]) AS given (id, completed)
     WHERE assessment.id = given.id`,
    [ids, times],
  );
}

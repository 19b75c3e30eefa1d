import type { Answer, Assessment, AssessmentItem } from '@luotsi/assessment/model';
import { ProblemException } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';

/** An assessment's row as the contract shows it, with times still as dates. */
type Row = Omit<AssessmentItem, 'startedAt' | 'completedAt'> & {
  startedAt: Date;
  completedAt: Date | null;
};

const ITEM = `
  SELECT assessment.id, assessment.framework_id AS framework, version.number AS version,
    version.name, assessment.level_id AS level, assessment.started_at AS "startedAt",
    assessment.completed_at AS "completedAt",
    (SELECT count(*)::int FROM assessment.answer WHERE assessment_id = assessment.id) AS answered,
    (SELECT count(*)::int FROM framework.statement
     WHERE version_id = assessment.version_id) AS statements
  FROM assessment.assessment
  JOIN framework.framework_version AS version ON version.id = assessment.version_id
  WHERE assessment.person_id = $1`;

/** A person's own assessments, the latest first. */
export async function listOwn(manager: EntityManager, person: string): Promise<AssessmentItem[]> {
  const rows = await manager.query<Row[]>(
    `${ITEM} ORDER BY coalesce(assessment.completed_at, 'infinity') DESC, assessment.id DESC`,
    [person],
  );
  return rows.map(shown);
}

/**
 * One of a person's own assessments. Another's is not told from one that isn't there.
 * @throws ProblemException `not-found`
 */
export async function readOwn(
  manager: EntityManager,
  person: string,
  id: string,
): Promise<AssessmentItem> {
  const [row] = await manager.query<Row[]>(`${ITEM} AND assessment.id = $2`, [person, id]);
  if (!row) throw new ProblemException('not-found');
  return shown(row);
}

/** The same with its answers. */
export async function readOwnWithAnswers(
  manager: EntityManager,
  person: string,
  id: string,
): Promise<Assessment> {
  return {
    ...(await readOwn(manager, person, id)),
    answers: await readAnswers(manager, id),
  };
}

/** The completed assessment of the same framework that came before the given one. */
export async function readPrevious(
  manager: EntityManager,
  person: string,
  { id, framework, completedAt }: AssessmentItem,
): Promise<AssessmentItem | null> {
  const [row] = await manager.query<Row[]>(
    `${ITEM} AND assessment.framework_id = $2 AND assessment.id <> $3
       AND assessment.completed_at <= $4
     ORDER BY assessment.completed_at DESC LIMIT 1`,
    [person, framework, id, completedAt],
  );
  return row ? shown(row) : null;
}

/** The answers of an assessment, all of them or those to the given statements. */
export function readAnswers(
  manager: EntityManager,
  id: string,
  statements?: readonly string[],
): Promise<Answer[]> {
  return manager.query<Answer[]>(
    `SELECT answer.statement_id AS statement, answer.current, answer.goal, answer.note,
       answer.revision::float8 AS revision
     FROM assessment.answer
     JOIN framework.statement
       ON statement.version_id = answer.version_id AND statement.id = answer.statement_id
     JOIN framework.version_competence AS competence
       ON competence.version_id = statement.version_id
       AND competence.code = statement.competence_code
     WHERE answer.assessment_id = $1 AND ($2::text[] IS NULL OR answer.statement_id = ANY ($2))
     ORDER BY competence.position, statement.position`,
    [id, statements ?? null],
  );
}

/**
 * Holds an assessment until the transaction ends, so that answers and completion take turns.
 * @throws ProblemException `not-found`
 */
export async function holdOwn(manager: EntityManager, person: string, id: string): Promise<void> {
  const held = await manager.query<unknown[]>(
    'SELECT 1 FROM assessment.assessment WHERE id = $1 AND person_id = $2 FOR UPDATE',
    [id, person],
  );
  if (held.length === 0) throw new ProblemException('not-found');
}

function shown(row: Row): AssessmentItem {
  return {
    ...row,
    startedAt: row.startedAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
  };
}

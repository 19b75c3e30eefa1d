import { Injectable } from '@nestjs/common';
import type { Framework, FrameworkInList } from '@luotsi/framework/model';
import { ProblemException } from '@luotsi/platform/api';
import { DataSource, type EntityManager } from 'typeorm';

/** The published version that counts: the highest of a framework. */
const CURRENT = `
  SELECT DISTINCT ON (framework_id) * FROM framework.framework_version
  WHERE published ORDER BY framework_id, number DESC`;

/** Reads frameworks as the contract shows them. */
@Injectable()
export class ReadFrameworks {
  /** Published versions never change, so each is read once in the life of the process. */
  private readonly kept = new Map<string, Framework>();

  constructor(private readonly database: DataSource) {}

  /** Every framework in its current version. */
  async list(): Promise<{ items: FrameworkInList[] }> {
    const items = await this.database.query<FrameworkInList[]>(`
      SELECT version.framework_id AS id, version.number AS version, version.name,
        version.description,
        (SELECT jsonb_agg(jsonb_build_object('code', code, 'name', name) ORDER BY position)
         FROM framework.version_competence WHERE version_id = version.id) AS competences
      FROM (${CURRENT}) AS version
      ORDER BY version.framework_id`);
    return { items };
  }

  /**
   * One framework, whole.
   * @param version its number; the current one when absent
   * @throws ProblemException `framework-unknown`
   */
  async one(id: string, version?: number): Promise<Framework> {
    const number = version ?? (await this.currentVersion(id));
    const name = `${id}-${String(number)}`;
    const found = this.kept.get(name) ?? (await readFramework(this.database.manager, id, number));
    if (!found) throw new ProblemException('framework-unknown');
    this.kept.set(name, found);
    return found;
  }

  private async currentVersion(id: string): Promise<number> {
    const [row] = await this.database.query<{ number: number }[]>(
      `SELECT max(number) AS number FROM framework.framework_version
       WHERE published AND framework_id = $1 HAVING count(*) > 0`,
      [id],
    );
    if (!row) throw new ProblemException('framework-unknown');
    return row.number;
  }
}

/** One published version as a document, or undefined when there is none. */
export async function readFramework(
  manager: EntityManager,
  id: string,
  version: number,
): Promise<Framework | undefined> {
  const [row] = await manager.query<{ document: Framework }[]>(
    `SELECT jsonb_build_object(
       'id', version.framework_id, 'version', version.number, 'published', version.dated,
       'name', version.name, 'description', version.description, 'basis', version.basis,
       'targetNote', version.target_note, 'sources', version.sources,
       'minutes', jsonb_build_object(
         'least', lower(version.minutes), 'most', upper(version.minutes) - 1),
       'notApplicable', version.not_applicable,
       'scale', (
         SELECT jsonb_agg(jsonb_build_object('value', value, 'label', label, 'anchor', anchor)
           ORDER BY value)
         FROM framework.scale_value WHERE version_id = version.id),
       'levels', (
         SELECT coalesce(jsonb_agg(jsonb_build_object(
           'id', id, 'name', name, 'description', description) ORDER BY position), '[]')
         FROM framework.level WHERE version_id = version.id),
       'competences', (
         SELECT jsonb_agg(jsonb_build_object(
           'code', competence.code, 'name', competence.name, 'summary', competence.summary,
           'requiredAnswers', competence.required_answers,
           'statements', (
             SELECT jsonb_agg(jsonb_build_object('id', statement.id, 'text', statement.text,
               'targets', (
                 SELECT coalesce(jsonb_object_agg(level_id, value), '{}') FROM framework.target
                 WHERE version_id = version.id AND statement_id = statement.id))
               ORDER BY statement.position)
             FROM framework.statement
             WHERE version_id = version.id AND competence_code = competence.code))
           ORDER BY competence.position)
         FROM framework.version_competence AS competence WHERE version_id = version.id)
     ) AS document
     FROM framework.framework_version AS version
     WHERE version.published AND version.framework_id = $1 AND version.number = $2`,
    [id, version],
  );
  return row?.document;
}

import type { Localised } from '@luotsi/platform/model';
import type { DataSource } from 'typeorm';

/** A unit that develops a competence, for a report's "what to do next". */
export interface UnitForCompetence {
  readonly unitId: string;
  readonly title: Localised;
  readonly moduleId: string;
  readonly moduleTitle: Localised;
  readonly programmeId: string;
  /** Which of the asked competences it develops, its main one first. */
  readonly competences: readonly string[];
  /** Reading time in minutes. */
  readonly minutes: number;
  /** The unit's activities, for telling what of it is done. */
  readonly activityIds: readonly string[];
}

/**
 * The units that develop any of these competences, in the order of the programme.
 * @param codes competence codes, such as `CE`
 */
export function readUnitsForCompetences(
  database: Pick<DataSource, 'query'>,
  codes: readonly string[],
): Promise<UnitForCompetence[]> {
  return database.query<UnitForCompetence[]>(
    `SELECT u.id AS "unitId", u.title, m.id AS "moduleId", m.title AS "moduleTitle",
       m.programme_id AS "programmeId", develops.competences, work.minutes, work."activityIds"
     FROM programme.unit AS u
     JOIN programme.module AS m ON m.id = u.module_id AND m.state = 'published'
     JOIN programme.programme AS p ON p.id = m.programme_id
     JOIN LATERAL (
       SELECT json_agg(c.competence_code ORDER BY c.position) AS competences
       FROM programme.unit_competence AS c
       WHERE c.unit_id = u.id AND c.competence_code = ANY ($1)
     ) AS develops ON develops.competences IS NOT NULL
     JOIN LATERAL (
       SELECT COALESCE(sum(a.minutes), 0)::int AS minutes,
         COALESCE(json_agg(a.id ORDER BY a.position, a.id), '[]') AS "activityIds"
       FROM programme.activity AS a WHERE a.unit_id = u.id
     ) AS work ON true
     ORDER BY p.position, p.id, m.position, m.id, u.position, u.id`,
    [[...codes]],
  );
}

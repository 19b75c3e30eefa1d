import { frameworkDocument, type Framework } from '@luotsi/framework/model';
import type { EntityManager } from 'typeorm';

/**
 * Loads a version of a framework and publishes it, in the caller's transaction. A version that is
 * already there stays as it is: a changed text is a new version, since people's answers are tied to
 * the words they answered. Returns whether anything was loaded.
 * @throws ZodError when the document doesn't hold together
 * @throws Error when one of its competence codes belongs to another framework
 */
export async function loadFramework(manager: EntityManager, document: unknown): Promise<boolean> {
  const framework = frameworkDocument.parse(document);
  const versionId = `${framework.id}-${String(framework.version)}`;
  await manager.query(
    'INSERT INTO framework.framework (id) VALUES ($1) ON CONFLICT (id) DO NOTHING',
    [framework.id],
  );
  const [created] = await manager.query<unknown[]>(
    `INSERT INTO framework.framework_version
       (id, framework_id, number, dated, name, description, basis, target_note, sources, minutes,
        not_applicable)
     SELECT $2, $1->>'id', ($1->>'version')::int, ($1->>'published')::date, $1->'name',
       $1->'description', $1->'basis', $1->'targetNote', $1->'sources',
       int4range(($1->'minutes'->>'least')::int, ($1->'minutes'->>'most')::int, '[]'),
       $1->'notApplicable'
     FROM (SELECT $1::jsonb) AS given
     ON CONFLICT (framework_id, number) DO NOTHING
     RETURNING id`,
    [JSON.stringify(framework), versionId],
  );
  if (!created) return false;
  await claimCompetences(manager, framework);
  for (const statement of parts) {
    await manager.query(statement, [JSON.stringify(framework), versionId]);
  }
  await manager.query('UPDATE framework.framework_version SET published = true WHERE id = $1', [
    versionId,
  ]);
  return true;
}

async function claimCompetences(manager: EntityManager, framework: Framework): Promise<void> {
  const codes = framework.competences.map(({ code }) => code);
  await manager.query(
    `INSERT INTO framework.competence (code, framework_id)
     SELECT code, $2 FROM unnest($1::text[]) AS code ON CONFLICT (code) DO NOTHING`,
    [codes, framework.id],
  );
  const foreign = await manager.query<{ code: string }[]>(
    'SELECT code FROM framework.competence WHERE code = ANY ($1) AND framework_id <> $2 ORDER BY code',
    [codes, framework.id],
  );
  if (foreign.length > 0) {
    const taken = foreign.map(({ code }) => code).join(', ');
    throw new Error(`The framework ${framework.id} uses codes of another framework: ${taken}.`);
  }
}

/** What a version is made of, each in one statement over the whole document ($1) for version $2. */
const parts = [
  `INSERT INTO framework.scale_value (version_id, value, label, anchor)
   SELECT $2, (step->>'value')::int, step->'label', step->'anchor'
   FROM jsonb_array_elements($1::jsonb->'scale') AS step`,
  `INSERT INTO framework.level (version_id, id, position, name, description)
   SELECT $2, level->>'id', position, level->'name', level->'description'
   FROM jsonb_array_elements($1::jsonb->'levels') WITH ORDINALITY AS a (level, position)`,
  `INSERT INTO framework.version_competence
     (version_id, code, position, name, summary, required_answers)
   SELECT $2, competence->>'code', position, competence->'name', competence->'summary',
     (competence->>'requiredAnswers')::int
   FROM jsonb_array_elements($1::jsonb->'competences') WITH ORDINALITY AS a (competence, position)`,
  `INSERT INTO framework.statement (version_id, id, competence_code, position, text)
   SELECT $2, statement->>'id', competence->>'code', position, statement->'text'
   FROM jsonb_array_elements($1::jsonb->'competences') AS competence,
     jsonb_array_elements(competence->'statements') WITH ORDINALITY AS a (statement, position)`,
  `INSERT INTO framework.target (version_id, statement_id, level_id, value)
   SELECT $2, statement->>'id', target.level, target.proposed::int
   FROM jsonb_array_elements($1::jsonb->'competences') AS competence,
     jsonb_array_elements(competence->'statements') AS statement,
     jsonb_each_text(statement->'targets') AS target (level, proposed)`,
];

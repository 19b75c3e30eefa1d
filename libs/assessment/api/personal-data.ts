import type { PersonalData, RetentionRule } from '@luotsi/platform/api';

/** What is kept about how a person has assessed themselves: it is theirs, and goes with them. */
export const assessmentData: PersonalData = {
  columns: ['assessment.assessment.person_id'],
  words: {
    assessment: { fi: 'Itsearviointi', sv: 'Självvärdering', en: 'Self-assessment' },
    assessments: { fi: 'Arvioinnit', sv: 'Värderingar', en: 'Assessments' },
    framework: { fi: 'Viitekehys', sv: 'Referensram', en: 'Framework' },
    version: { fi: 'Versio', sv: 'Version', en: 'Version' },
    level: { fi: 'Tavoitetaso', sv: 'Målnivå', en: 'Target level' },
    startedAt: { fi: 'Aloitettu', sv: 'Påbörjad', en: 'Begun' },
    completedAt: { fi: 'Valmistunut', sv: 'Slutförd', en: 'Completed' },
    answers: { fi: 'Vastaukset', sv: 'Svar', en: 'Answers' },
    statement: { fi: 'Väite', sv: 'Påstående', en: 'Statement' },
    current: { fi: 'Nyt', sv: 'Nu', en: 'Now' },
    goal: { fi: 'Tavoite', sv: 'Mål', en: 'Goal' },
    note: { fi: 'Muistiinpano', sv: 'Anteckning', en: 'Note' },
  },
  async collect(manager, person) {
    const [row] = await manager.query<{ data: Record<string, unknown> }[]>(COLLECT, [person]);
    return row?.data ?? {};
  },
  async forget(manager, person) {
    // Its answers go with it, by foreign key.
    await manager.query('DELETE FROM assessment.assessment WHERE person_id = $1', [person]);
  },
};

/** How long assessments are kept. */
export const assessmentRetention: readonly RetentionRule[] = [
  {
    name: 'assessment.assessment',
    what: {
      fi: 'Itsearvioinnin vastaukset ja muistiinpanot',
      sv: 'Svar och anteckningar i självvärderingen',
      en: 'Answers and notes of self-assessment',
    },
    keptFor: {
      fi: 'niin kauan kuin sinulla on tili',
      sv: 'så länge du har ett konto',
      en: 'as long as you have an account',
    },
  },
];

const COLLECT = `
  SELECT json_build_object('assessments', coalesce(json_agg(json_build_object(
      'framework', v.name, 'version', v.number, 'level', l.name, 'startedAt', a.started_at,
      'completedAt', a.completed_at,
      'answers', (SELECT json_agg(json_build_object('statement', s.text, 'current', n.current,
          'goal', n.goal, 'note', n.note) ORDER BY s.competence_code, s.position)
        FROM assessment.answer n
        JOIN framework.statement s ON s.version_id = n.version_id AND s.id = n.statement_id
        WHERE n.assessment_id = a.id))
      ORDER BY a.started_at), '[]')) AS data
  FROM assessment.assessment a
  JOIN framework.framework_version v ON v.id = a.version_id
  LEFT JOIN framework.level l ON l.version_id = a.version_id AND l.id = a.level_id
  WHERE a.person_id = $1`;

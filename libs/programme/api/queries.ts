/** The SQL of the pages: one statement each, shaped for the page. */

const competences = `
  COALESCE((SELECT json_agg(c.competence_code ORDER BY c.position)
            FROM programme.unit_competence AS c WHERE c.unit_id = u.id), '[]')`;

const unitMinutes = `
  (SELECT COALESCE(sum(a.minutes), 0)::int FROM programme.activity AS a WHERE a.unit_id = u.id)`;

/** All programmes with their published modules. */
export const programmeSummaries = `
  SELECT p.id, p.title, p.summary,
    COALESCE(sum(m.units), 0)::int AS units,
    COALESCE(sum(m.minutes), 0)::int AS minutes,
    COALESCE(json_agg(json_build_object('id', m.id, 'title', m.title, 'units', m.units)
      ORDER BY m.position, m.id) FILTER (WHERE m.id IS NOT NULL), '[]') AS modules
  FROM programme.programme AS p
  LEFT JOIN LATERAL (
    SELECT m.id, m.title, m.position,
      (SELECT count(*)::int FROM programme.unit AS u WHERE u.module_id = m.id) AS units,
      (SELECT COALESCE(sum(a.minutes), 0)::int FROM programme.unit AS u
       JOIN programme.activity AS a ON a.unit_id = u.id WHERE u.module_id = m.id) AS minutes
    FROM programme.module AS m
    WHERE m.programme_id = p.id AND m.state = 'published'
  ) AS m ON true
  GROUP BY p.id ORDER BY p.position, p.id`;

/** $1: a programme's id. One row: the whole tree; none when there is no such programme. */
export const programmeTree = `
  SELECT p.id, p.title, p.summary, p.about, COALESCE((
    SELECT json_agg(json_build_object(
      'id', m.id, 'title', m.title, 'summary', m.summary,
      'units', COALESCE((
        SELECT json_agg(json_build_object(
          'id', u.id, 'title', u.title, 'summary', u.summary, 'minutes', ${unitMinutes},
          'competences', ${competences}, 'workingForms', to_json(u.working_forms),
          'activities', COALESCE((
            SELECT json_agg(json_build_object('id', a.id, 'kind', a.kind, 'part', a.part)
              ORDER BY a.position, a.id)
            FROM programme.activity AS a WHERE a.unit_id = u.id), '[]')
        ) ORDER BY u.position, u.id)
        FROM programme.unit AS u WHERE u.module_id = m.id), '[]')
    ) ORDER BY m.position, m.id)
    FROM programme.module AS m
    WHERE m.programme_id = p.id AND m.state = 'published'), '[]') AS modules
  FROM programme.programme AS p WHERE p.id = $1`;

/** $1: a unit's id. One row with everything on its page, its readings still Markdown. */
export const unitPage = `
  WITH in_order AS (
    SELECT u.id, u.title, u.module_id, m.programme_id,
      lag(u.id) OVER voyage AS previous_id, lead(u.id) OVER voyage AS next_id
    FROM programme.unit AS u
    JOIN programme.module AS m ON m.id = u.module_id AND m.state = 'published'
    WINDOW voyage AS (PARTITION BY m.programme_id ORDER BY m.position, m.id, u.position, u.id)
  )
  SELECT u.id, u.title, u.summary, ${unitMinutes} AS minutes,
    json_build_object('id', p.id, 'title', p.title) AS programme,
    json_build_object('id', m.id, 'title', m.title) AS module,
    ${competences} AS competences, to_json(u.working_forms) AS "workingForms",
    COALESCE((
      SELECT json_agg(json_build_object('id', t.id, 'title', t.title, 'note', t.note,
        'subtopics', COALESCE((
          SELECT json_agg(json_build_object('id', s.id, 'title', s.title)
            ORDER BY s.position, s.id)
          FROM programme.topic AS s WHERE s.unit_id = u.id AND s.parent_id = t.id), '[]')
      ) ORDER BY t.position, t.id)
      FROM programme.topic AS t WHERE t.unit_id = u.id AND t.parent_id IS NULL), '[]') AS topics,
    COALESCE((
      SELECT json_agg(json_build_object('id', a.id, 'kind', a.kind, 'part', a.part,
        'title', a.title, 'reading', (
          SELECT json_object_agg(r.language, r.markdown)
          FROM programme.reading AS r WHERE r.activity_id = a.id)
      ) ORDER BY a.position, a.id)
      FROM programme.activity AS a WHERE a.unit_id = u.id), '[]') AS activities,
    (SELECT json_build_object('id', o.id, 'title', o.title, 'moduleId', o.module_id)
     FROM in_order AS o WHERE o.id = place.previous_id) AS previous,
    (SELECT json_build_object('id', o.id, 'title', o.title, 'moduleId', o.module_id)
     FROM in_order AS o WHERE o.id = place.next_id) AS next
  FROM in_order AS place
  JOIN programme.unit AS u ON u.id = place.id
  JOIN programme.module AS m ON m.id = u.module_id
  JOIN programme.programme AS p ON p.id = m.programme_id
  WHERE place.id = $1`;

/** $1: a person's id. One row a programme: its steps, where they were last, all they have done. */
export const ownProgress = `
  SELECT p.id AS "programmeId", v.activity_id AS "lastActivityId", v.visited_at AS "lastAt",
    COALESCE((
      SELECT json_agg(json_build_object('id', m.id, 'units', COALESCE((
        SELECT json_agg(json_build_object('id', u.id, 'activities', COALESCE((
          SELECT json_agg(json_build_object('id', a.id, 'kind', a.kind) ORDER BY a.position, a.id)
          FROM programme.activity AS a WHERE a.unit_id = u.id), '[]')
        ) ORDER BY u.position, u.id)
        FROM programme.unit AS u WHERE u.module_id = m.id), '[]')
      ) ORDER BY m.position, m.id)
      FROM programme.module AS m
      WHERE m.programme_id = p.id AND m.state = 'published'), '[]') AS modules
  FROM programme.programme AS p
  LEFT JOIN programme.last_visited AS v ON v.programme_id = p.id AND v.person_id = $1
  ORDER BY p.position, p.id`;

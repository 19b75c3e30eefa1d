/** The average of outline `o`, from its sums: from five answers up. */
const RATING = `(SELECT jsonb_build_object('average', round(f.whole::numeric / f.answers, 1),
    'answers', f.answers)
  FROM calendar.outline_feedback f WHERE f.outline_id = o.id) AS rating`;

/** What isn't a draft, named, so that the index of outlines finds them and no row is read. */
const STARTED = `s.status IN ('published', 'postponed', 'cancelled')`;

/**
 * $1: a person, $2: whether they publish outlines. Regions: those that sessions were held for, of all
 * outlines at once.
 */
export const LIST = `
  SELECT o.id, coalesce(latest.content, o.content) AS content, latest.number AS published,
    latest.published_at AS "publishedAt", o.changed_at AS "changedAt",
    (o.created_by = $1 OR $2::boolean) IS TRUE
      AND o.content IS DISTINCT FROM latest.content AS changed,
    CASE WHEN o.created_by = $1 OR $2::boolean THEN o.publication_asked END AS asked,
    (SELECT count(*)::int FROM calendar.session s
      WHERE s.outline_id = o.id AND ${STARTED}) AS sessions,
    coalesce(held.regions, 0) AS regions,
    ${RATING}
  FROM calendar.outline o
  LEFT JOIN LATERAL (
    SELECT number, content, published_at FROM calendar.outline_version v
    WHERE v.outline_id = o.id ORDER BY number DESC LIMIT 1
  ) latest ON true
  LEFT JOIN (
    SELECT outline_id, count(*)::int AS regions FROM (
      SELECT DISTINCT s.outline_id, r.code
      FROM calendar.session s JOIN calendar.session_region r ON r.session_id = s.id
      WHERE s.outline_id IS NOT NULL AND ${STARTED}
    ) place GROUP BY outline_id
  ) held ON held.outline_id = o.id
  WHERE latest.number IS NOT NULL OR o.created_by = $1 OR $2
  ORDER BY o.id`;

/** How many of the sessions started from an outline its page names. */
const USES = 200;

/** $1: an outline. */
export const PAGE = `
  SELECT o.version, o.content AS draft, o.changed_at AS "changedAt", o.created_by AS "authorId",
    author.name AS author, latest.content, o.publication_asked AS asked,
    ${RATING},
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('number', v.number, 'note', v.note,
        'at', to_char(v.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        ORDER BY v.number DESC)
      FROM calendar.outline_version v WHERE v.outline_id = o.id
    ), '[]') AS versions,
    coalesce((
      SELECT jsonb_agg(used.session ORDER BY used.first_start DESC NULLS FIRST)
      FROM (
        SELECT s.first_start, jsonb_build_object('id', s.id, 'title', s.title,
          'version', s.outline_version,
          'status', CASE WHEN s.status = 'published' AND s.last_end <= now() THEN 'held'
                         ELSE s.status END,
          'start', to_char(s.first_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'regions', (SELECT coalesce(jsonb_agg(r.code ORDER BY r.code), '[]')
            FROM calendar.session_region r WHERE r.session_id = s.id),
          'organiser', CASE
            WHEN g.id IS NOT NULL THEN
              jsonb_build_object('type', 'group', 'id', g.id, 'name', g.name)
            WHEN n.id IS NOT NULL THEN
              jsonb_build_object('type', 'organisation', 'id', n.id, 'name', n.name) END
        ) AS session
        FROM calendar.session s
        LEFT JOIN network."group" g ON g.id = s.organising_group_id
        LEFT JOIN network.organisation n ON n.id = s.organising_organisation_id
        WHERE s.outline_id = o.id AND ${STARTED}
        ORDER BY s.first_start DESC NULLS FIRST LIMIT ${String(USES)}
      ) used
    ), '[]') AS uses
  FROM calendar.outline o
  LEFT JOIN identity.person author ON author.id = o.created_by
  LEFT JOIN LATERAL (
    SELECT content FROM calendar.outline_version v
    WHERE v.outline_id = o.id ORDER BY number DESC LIMIT 1
  ) latest ON true
  WHERE o.id = $1`;

/** $1: an outline, $2: numbers of its published versions. */
export const VERSIONS = `
  SELECT number, content FROM calendar.outline_version WHERE outline_id = $1 AND number = ANY ($2)`;

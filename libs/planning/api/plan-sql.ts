/** The pieces of SQL that the pages of planning are put together from. */

/** The order of the year: a quarter before its first month (`timingOrder` in the model). */
export const IN_YEAR = `coalesce((i.quarter - 1) * 6 + 2, i.month * 2 + 1), i.position, i.id`;

/**
 * An item of table `planning.plan_item i` as JSON.
 * @param drafts SQL of a boolean: whether drafts of sessions are shown
 */
export const itemJson = (drafts: string): string => `jsonb_build_object(
  'id', i.id, 'lineage', i.lineage, 'version', i.version, 'title', i.title,
  'targetGroup', i.target_group, 'form', i.form, 'month', i.month, 'quarter', i.quarter,
  'seats', i.seats, 'theme', i.theme_id, 'organiser', i.organiser_id,
  'competences', coalesce((
    SELECT jsonb_agg(c.competence_code ORDER BY (
      SELECT min(v.position) FROM framework.version_competence v WHERE v.code = c.competence_code
    ), c.competence_code)
    FROM planning.plan_item_competence c WHERE c.item_id = i.id), '[]'),
  'regions', coalesce((
    SELECT jsonb_agg(r.region_code ORDER BY r.region_code)
    FROM planning.plan_item_region r WHERE r.item_id = i.id), '[]'),
  'sessions', ${sessionsJson(drafts)})`;

/** The sessions that an item, or the same item in another revision, has become, in time order. */
const sessionsJson = (drafts: string): string => `coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title, 'start', s.first_start,
      'status', CASE WHEN s.status = 'published' AND s.last_end < now() THEN 'held'
        ELSE s.status END) ORDER BY s.first_start, s.id)
  FROM planning.plan_item same JOIN calendar.session s ON s.plan_item_id = same.id
  WHERE same.lineage = i.lineage AND (${drafts} OR s.status <> 'draft')), '[]')`;

/** What stands in a list of plans, of `planning.plan p` and its group `network."group" g`. */
export const SUMMARY = `
  'id', p.id, 'year', p.year, 'state', p.state, 'revision', p.revision, 'theme', g.theme_id,
  'group', jsonb_build_object('id', g.id, 'name', g.name),
  'itemCount', (SELECT count(*) FROM planning.plan_item i WHERE i.plan_id = p.id),
  'submittedAt', p.submitted_at, 'publishedAt', p.published_at`;

/** The rest of `planning.plan p` that everyone may read. */
export const wholePlan = (drafts: string): string => `
  'version', p.version, 'goals', p.goals,
  'items', coalesce((SELECT jsonb_agg(${itemJson(drafts)} ORDER BY ${IN_YEAR})
    FROM planning.plan_item i WHERE i.plan_id = p.id), '[]'),
  'names', jsonb_build_object(
    'competences', coalesce((
      SELECT jsonb_object_agg(n.code, n.name) FROM (
        SELECT DISTINCT ON (v.code) v.code, v.name
        FROM planning.plan_item i
        JOIN planning.plan_item_competence c ON c.item_id = i.id
        JOIN framework.version_competence v ON v.code = c.competence_code
        JOIN framework.framework_version f ON f.id = v.version_id
        WHERE i.plan_id = p.id ORDER BY v.code, f.number DESC) n), '{}'),
    'regions', coalesce((
      SELECT jsonb_object_agg(r.code, r.name) FROM network.region r WHERE r.code IN (
        SELECT ir.region_code FROM planning.plan_item i
        JOIN planning.plan_item_region ir ON ir.item_id = i.id WHERE i.plan_id = p.id)), '{}'),
    'themes', coalesce((
      SELECT jsonb_object_agg(t.id, t.name) FROM network.theme t WHERE t.id = g.theme_id OR t.id IN (
        SELECT i.theme_id FROM planning.plan_item i WHERE i.plan_id = p.id)), '{}'),
    'groups', coalesce((
      SELECT jsonb_object_agg(o.id, o.name) FROM network."group" o WHERE o.id = g.id OR o.id IN (
        SELECT i.organiser_id FROM planning.plan_item i WHERE i.plan_id = p.id)), '{}'))`;

/** Every step of `planning.plan p`, the latest first. */
export const HISTORY = `
  coalesce((SELECT jsonb_agg(jsonb_build_object('at', s.at, 'to', s.to_state, 'by', who.name,
      'comment', s.comment) ORDER BY s.at DESC, s.id DESC)
    FROM planning.plan_step s LEFT JOIN identity.person who ON who.id = s.by_id
    WHERE s.plan_id = p.id), '[]')`;

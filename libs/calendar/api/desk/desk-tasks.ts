import { deskDays as days } from '@luotsi/calendar/model';

const inDays = (count: number) => `interval '${String(count)} days'`;
const lacks = (text: string) =>
  `coalesce(${text} ->> 'fi', '') || coalesce(${text} ->> 'sv', '') || coalesce(${text} ->> 'en', '') = ''`;
const soon = `s.status = 'published'
  AND s.first_start BETWEEN now() AND now() + ${inDays(days.placeLookedAhead)}`;
/** Counted, so that it is looked up for the few sessions that are soon, never joined as a whole. */
const someMeeting = (lacking: string) => `0 < (SELECT count(*) FROM calendar.meeting m
  WHERE m.session_id = s.id AND NOT m.cancelled AND ${lacking})`;
/** What is missing of the sessions that are soon: read once, for both. */
const MISSING = `
  SELECT s.id, missing.kind, 1, s.published_at, s.first_start - ${inDays(days.placeBeforeStart)}
  FROM own s CROSS JOIN LATERAL (VALUES
    ('place', s.form <> 'online' AND ${lacks('s.place')} AND ${someMeeting(lacks('m.place'))}),
    ('link', s.form <> 'onsite' AND s.link IS NULL AND ${someMeeting('m.link IS NULL')})
  ) AS missing (kind, is_missing)
  WHERE ${soon} AND missing.is_missing`;

/**
 * The sessions of `own` that have enrolments in a state, with what of those. One's own are looked up
 * each, where the counter says that there are any; of all sessions, those enrolments are fewer.
 */
const having = (state: 'applied' | 'offered', isAll: boolean) => {
  const what = `count(*)::int, min(changed_at) AS since, min(offer_expires) AS expires
      FROM calendar.enrolment WHERE status = '${state}'`;
  return isAll
    ? `(SELECT session_id, ${what} GROUP BY session_id) e
      CROSS JOIN LATERAL (SELECT * FROM own WHERE id = e.session_id OFFSET 0) s`
    : `(SELECT * FROM own WHERE ${state}_count > 0) s
      CROSS JOIN LATERAL (SELECT ${what} AND session_id = s.id OFFSET 0) e`;
};

/**
 * The sessions of `own` that had meetings of which no attendance is noted, with those. One's own are
 * looked up each; of all sessions, such meetings are found by when they ended.
 */
const untaken = (isAll: boolean) => {
  const what = `count(*)::int, min(end_at) AS since FROM calendar.meeting
      WHERE NOT cancelled AND end_at BETWEEN now() - ${inDays(days.attendanceAskedFor)} AND now()
        AND NOT EXISTS (SELECT FROM calendar.attendance a WHERE a.meeting_id = meeting.id)`;
  return isAll
    ? `(SELECT session_id, ${what} GROUP BY session_id) m
      CROSS JOIN LATERAL (SELECT * FROM own WHERE id = m.session_id OFFSET 0) s`
    : `(SELECT * FROM own WHERE span && tstzrange(now() - ${inDays(days.attendanceAskedFor)}, now())) s
      CROSS JOIN LATERAL (SELECT ${what} AND session_id = s.id HAVING count(*) > 0) m`;
};

/**
 * What the sessions of `own` ask of their organiser, by the table in `model/desk.ts`: a row for each
 * kind of task of each session.
 * @param isAll whether `own` are all sessions that there are
 */
export const deskTasks = (isAll: boolean): string => `
  task (session_id, kind, count, since, due) AS MATERIALIZED (
    SELECT s.id, 'applications', e.count, e.since,
      least(e.since + ${inDays(days.applicationsAnswered)},
        s.first_start - ${inDays(days.applicationsBeforeStart)})
    FROM ${having('applied', isAll)}
    WHERE s.status = 'published' AND s.last_end > now()
    UNION ALL
    SELECT s.id, 'offers', e.count, e.since, e.expires
    FROM ${having('offered', isAll)}
    WHERE s.status = 'published'
    UNION ALL
    ${MISSING}
    UNION ALL
    SELECT s.id, 'attendance', m.count, m.since, m.since + ${inDays(days.attendanceAfter)}
    FROM ${untaken(isAll)}
    WHERE s.status = 'published' AND s.confirmed_count > 0
    UNION ALL
    SELECT s.id, 'feedback', f.answers / 5 * 5, s.last_end, NULL
    FROM own s CROSS JOIN LATERAL (
      SELECT r.answers FROM calendar.feedback_round r WHERE r.session_id = s.id OFFSET 0) f
    WHERE f.answers >= 5 AND s.status = 'published'
      AND s.last_end BETWEEN now() - ${inDays(days.feedbackNews)} AND now()
    UNION ALL
    SELECT s.id, 'postponed', 1, s.changed_at, s.changed_at + ${inDays(days.postponedAfter)}
    FROM own s WHERE s.status = 'postponed'
    UNION ALL
    SELECT s.id, 'outline', v.count, v.since, NULL
    FROM (SELECT outline_id, max(number) AS latest FROM calendar.outline_version
      GROUP BY outline_id HAVING max(number) > 1) o
    JOIN own s ON s.outline_id = o.outline_id AND s.outline_version < o.latest
    CROSS JOIN LATERAL (
      SELECT count(*)::int, min(published_at) AS since FROM calendar.outline_version
      WHERE outline_id = s.outline_id AND number > s.outline_version) v
    WHERE s.status IN ('draft', 'published', 'postponed')
      AND (s.last_end IS NULL OR s.last_end > now())
    UNION ALL
    SELECT (array_agg(s.id ORDER BY s.first_start, s.id))[1], 'draft', count(*)::int,
      min(s.created_at), min(s.first_start) - ${inDays(days.draftBeforeStart)}
    FROM own s WHERE s.status = 'draft' GROUP BY coalesce(s.series_id, s.id)
  )`;

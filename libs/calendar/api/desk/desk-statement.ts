import { deskDays, type DeskQuery, type SessionStatus } from '@luotsi/calendar/model';
import type { Principal } from '@luotsi/identity/api';
import { mayPass } from '@luotsi/identity/model';
import { ProblemException } from '@luotsi/platform/api';
import * as z from 'zod';
import { searchQuery } from '../search/search-query';
import type { Statement } from '../sessions/list-sessions';
import { Values } from '../sessions/select-sessions';
import { deskTasks } from './desk-tasks';
import { areAll, ownSessions } from './desk-sessions';

/** How many things to do are told first; the rest stand with their sessions. */
const FIRST = 8;

/** A part of a desk's list: some sessions of one state, in an order of their own. */
interface Part {
  readonly where: string;
  /** What is sorted by before the id; never null. */
  readonly key: string;
  readonly latestFirst?: true;
  /** Found first and sorted then: few, which the order's own index would walk the whole past for. */
  readonly few?: true;
  /** Of a series only the first one is listed. */
  readonly oneOfSeries?: true;
}

const PART = {
  goingOn: {
    where: `s.status = 'published' AND s.span @> now() AND s.first_start < now()`,
    key: 's.first_start',
    few: true,
  },
  coming: { where: `s.status = 'published' AND s.first_start >= now()`, key: 's.first_start' },
  undated: { where: `s.status = 'published' AND s.first_start IS NULL`, key: 's.created_at' },
  held: {
    where: `s.status = 'published' AND s.first_start < now() AND s.last_end <= now()`,
    key: 's.first_start',
    latestFirst: true,
  },
  postponed: { where: `s.status = 'postponed'`, key: 's.changed_at' },
  draft: { where: `s.status = 'draft'`, key: 's.created_at', oneOfSeries: true },
  cancelled: { where: `s.status = 'cancelled'`, key: 's.changed_at', latestFirst: true },
} as const satisfies Record<string, Part>;
/**
 * What is over, and still asks for something: of what has ended lately, the only one that may. The
 * tasks are held in memory, never looked up one by one.
 */
const UNFINISHED: Part = {
  ...PART.held,
  where: `s.status = 'published' AND s.last_end <= now() AND s.last_end >= now() - interval '${String(Math.max(deskDays.attendanceAskedFor, deskDays.feedbackNews))} days'
    AND (s.id IN (SELECT session_id FROM task)) IS TRUE`,
  few: true,
};

const PUBLISHED = [PART.goingOn, PART.coming, PART.undated];
/** The parts of each state's list, in their order. */
const PARTS: Readonly<Record<DeskQuery['state'], readonly Part[]>> = {
  open: [...PUBLISHED, UNFINISHED, PART.postponed, PART.draft],
  draft: [PART.draft],
  published: PUBLISHED,
  postponed: [PART.postponed],
  held: [PART.held],
  cancelled: [PART.cancelled],
};

/** The one statement of a page of someone's desk; one row, everything in it. */
export function deskStatement(person: Principal, query: DeskQuery): Statement {
  const values = new Values();
  const own = ownSessions(person, query.whose, values);
  const search = searchQuery(query.q, values);
  const isAll = areAll(person, query.whose);
  const conditions = conditionsOf(query, values);
  const among = search ? 'searched' : 'own';
  const rows = values.add(query.limit + 1);
  const after = query.cursor ? readCursor(query.cursor) : null;
  const branches = PARTS[query.state].flatMap((part, place) => {
    if (after && place < after.part) return [];
    const { where, key, latestFirst, few, oneOfSeries } = part;
    const [compare, order] = latestFirst ? ['<', 'DESC'] : ['>', 'ASC'];
    const goesOn =
      after?.part === place
        ? [
            `(${key}, s.id) ${compare} (${values.add(after.key)}::timestamptz, ${values.add(after.id)}::uuid)`,
          ]
        : [];
    const first = oneOfSeries ? [IS_FIRST] : [];
    const found = [where, ...conditions, ...first, ...goesOn].join(' AND ');
    const from = few
      ? `(SELECT * FROM ${among} s WHERE ${found} OFFSET 0) s`
      : `${among} s WHERE ${found}`;
    // Numbered within their part, whichever way it goes.
    return `(SELECT s.id, ${String(place)} AS part, ${key} AS key,
        row_number() OVER (ORDER BY ${key} ${order}, s.id ${order}) AS place
      FROM ${from}
      ORDER BY ${key} ${order}, s.id ${order} LIMIT ${rows})`;
  });
  const text = `
    WITH ${own}, ${deskTasks(isAll)},
    ${search ? `searched AS MATERIALIZED (${searchedOf(search, isAll)}),` : ''}
    ${draftSeries(among, conditions)},
    page AS (
      SELECT * FROM (${branches.join(' UNION ALL ')}) found ORDER BY part, place LIMIT ${rows}
    ),
    asked (session_id, tasks) AS MATERIALIZED (
      SELECT t.session_id,
        json_agg(json_build_object(${TASK}) ORDER BY t.due, t.since, t.kind DESC)
      FROM task t JOIN page ON page.id = t.session_id GROUP BY t.session_id
    )
    SELECT
      (SELECT json_agg(${ITEM} ORDER BY page.part, page.place)
       FROM page JOIN calendar.session s USING (id)) AS items,
      (SELECT json_agg(${FIRST_TASK} ORDER BY t.due, t.since, t.session_id, t.kind DESC)
       FROM (SELECT * FROM task ORDER BY due, since, session_id, kind DESC LIMIT ${String(FIRST)}) t
       JOIN calendar.session s ON s.id = t.session_id) AS first,
      (SELECT count(*)::int FROM task) AS tasks,
      ${mayPass('outline.publish', person.roles) ? ASKED : `'[]'::json`} AS outlines,
      (${isAll ? COUNTS_OF_ALL : COUNTS}) AS counts,
      (SELECT json_agg(json_build_object('id', o.id, 'name', o.name))
       FROM (SELECT id, name FROM ${ORGANISERS}
         WHERE ${isAll ? ORGANISE_ANY : ORGANISE_OWN} LIMIT 100) o) AS organisers`;
  return { text, values: values.list };
}

/** One's own are few: the words of each are looked at. Of all, the index of words finds them. */
function searchedOf(search: string, isAll: boolean): string {
  return isAll
    ? `SELECT own.* FROM calendar.sessions_found(${search}) AS found (id) JOIN own USING (id)`
    : `SELECT * FROM own WHERE search @@ (${search})`;
}

const IS_FIRST = `(s.series_id IS NULL OR s.id IN (SELECT id FROM draft_series))`;

/** The first draft of each series under some conditions, and how many they are together. */
const draftSeries = (among: string, conditions: readonly string[]) => `
  draft_series (id, drafts) AS MATERIALIZED (
    SELECT DISTINCT ON (s.series_id) s.id, count(*) OVER (PARTITION BY s.series_id)
    FROM ${among} s WHERE ${[PART.draft.where, 's.series_id IS NOT NULL', ...conditions].join(' AND ')}
    ORDER BY s.series_id, s.first_start, s.id)`;

function conditionsOf(query: DeskQuery, values: Values): string[] {
  const conditions: string[] = [];
  if (query.organiser) {
    const organiser = values.add(query.organiser);
    conditions.push(`${organiser}::uuid IN (s.organising_group_id, s.organising_organisation_id)`);
  }
  if (query.task)
    conditions.push(`s.id IN (SELECT session_id FROM task WHERE kind = ${values.add(query.task)})`);
  return conditions;
}

const ORGANISERS = `(SELECT id, name FROM network."group"
  UNION ALL SELECT id, name FROM network.organisation) organiser`;

/** What the counters of states count, over one's own sessions and over all. */
const STATES = ['draft', 'published', 'postponed', 'held', 'cancelled'] as const;
const COUNTS = `SELECT json_build_object(${STATES.map((state) => {
  const counted = PARTS[state].map(({ where }) => `(${where})`).join(' OR ');
  return `'${state}', count(*) FILTER (WHERE ${counted})`;
}).join(', ')}) FROM own s`;
/** Each state is a stretch of the index \`session_by_end\`, which no row is read for. */
const STRETCHES: Readonly<Record<(typeof STATES)[number], readonly string[]>> = {
  draft: [`status = 'draft'`],
  published: [
    `status = 'published' AND last_end > now()`,
    `status = 'published' AND last_end IS NULL`,
  ],
  postponed: [`status = 'postponed'`],
  held: [`status = 'published' AND last_end <= now()`],
  cancelled: [`status = 'cancelled'`],
};
const COUNTS_OF_ALL = `SELECT json_build_object(${STATES.map((state) => {
  const counts = STRETCHES[state].map(
    (where) => `(SELECT count(*) FROM calendar.session WHERE ${where})`,
  );
  return `'${state}', ${counts.join(' + ')}`;
}).join(', ')})`;

const ORGANISE_OWN = `id IN (SELECT coalesce(organising_group_id, organising_organisation_id) FROM own)`;
const ORGANISE_ANY = `EXISTS (SELECT FROM calendar.session s WHERE s.organising_group_id = organiser.id)
  OR EXISTS (SELECT FROM calendar.session s WHERE s.organising_organisation_id = organiser.id)`;

/** Outlines whose writers ask to have them published, the longest waiting first. */
const ASKED = `(SELECT json_agg(json_build_object('id', o.id, 'title', o.content -> 'title',
    'author', p.name, 'asked', o.publication_asked) ORDER BY o.publication_asked, o.id)
  FROM calendar.outline o LEFT JOIN identity.person p ON p.id = o.created_by
  WHERE o.publication_asked IS NOT NULL)`;

const TASK = `'kind', t.kind, 'count', t.count, 'since', t.since, 'due', t.due`;
const FIRST_TASK = `json_build_object(${TASK},
  'session', json_build_object('id', s.id, 'title', s.title, 'starts', s.first_start))`;

const ITEM = `json_build_object('id', s.id, 'part', page.part, 'key', page.key,
  'title', s.title, 'summary', s.summary, 'status', s.status, 'form', s.form, 'place', s.place,
  'link', s.link, 'languages', s.languages, 'theme', s.theme_id, 'contact', s.contact,
  'regionalSeatsUntil', s.regional_seats_until,
  'regionalSeats', ARRAY(SELECT region_code FROM calendar.session_share WHERE session_id = s.id),
  'accessibility', s.accessibility, 'group', s.organising_group_id,
  'organisation', s.organising_organisation_id,
  'organiser', (SELECT o.name FROM ${ORGANISERS.replace('organiser', 'o')}
    WHERE o.id = coalesce(s.organising_group_id, s.organising_organisation_id)),
  'competences', ARRAY(SELECT code FROM calendar.session_competence c WHERE c.session_id = s.id),
  'starts', s.first_start, 'ends', s.last_end,
  'series', (SELECT json_build_object('id', s.series_id, 'drafts', d.drafts)
    FROM draft_series d WHERE d.id = s.id),
  'planned_year', s.planned_year, 'planned_month', s.planned_month,
  'meetings', coalesce((SELECT json_agg(json_build_object('zone', m.time_zone, 'place', m.place,
      'link', m.link) ORDER BY m.start_at, m.id)
    FROM calendar.meeting m WHERE m.session_id = s.id AND NOT m.cancelled), '[]'),
  'capacity', s.capacity, 'confirmed', s.confirmed_count, 'waitlisted', s.waitlist_count,
  'offered', s.offered_count, 'applied', s.applied_count,
  'came', (SELECT CASE WHEN count(*) > 0 THEN
      count(DISTINCT coalesce(a.person_id, a.id)) FILTER (WHERE a.present) END
    FROM calendar.meeting m JOIN calendar.attendance a ON a.meeting_id = m.id
    WHERE m.session_id = s.id AND NOT m.cancelled),
  'waitingSince', (SELECT e.changed_at FROM calendar.enrolment e
    WHERE e.session_id = s.id AND e.status = 'waitlisted' ORDER BY e.ticket LIMIT 1),
  'tasks', coalesce((SELECT tasks FROM asked WHERE asked.session_id = s.id), '[]'))`;

/** A session of a page, as the statement gives it; `part` and `key` are where it stands in the list. */
export interface DeskRow {
  readonly id: string;
  readonly part: number;
  readonly key: string;
  readonly status: SessionStatus;
}

const cursorParts = z.tuple([
  z.coerce.number().int().min(0),
  z.iso.datetime({ offset: true }),
  z.uuid(),
]);

/** The cursor after a session. */
export function deskCursor({ part, key, id }: DeskRow): string {
  return Buffer.from(`${String(part)} ${key} ${id}`).toString('base64url');
}

/** @throws ProblemException `cursor-unknown` */
function readCursor(cursor: string): { part: number; key: string; id: string } {
  const parts = cursorParts.safeParse(Buffer.from(cursor, 'base64url').toString().split(' '));
  if (!parts.success) throw new ProblemException('cursor-unknown');
  const [part, key, id] = parts.data;
  return { part, key, id };
}

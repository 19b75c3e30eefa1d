import type { SessionQuery } from '@luotsi/calendar/model';
import { ProblemException } from '@luotsi/platform/api';
import * as z from 'zod';
import { REACH, searched, type Reach } from '../search/searched-sessions';
import { marksQuery, searchQuery } from '../search/search-query';
import { ITEM_COLUMNS } from './session-row';
import { narrowingOf, Values } from './select-sessions';

/** A statement to run. `name` keeps it prepared; without one it is planned for its values. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
}

/**
 * The one statement of a page of the list. Order: first start, then id, which the cursor continues.
 * Sessions that are going on at `from` come by the index of their span, the others by that of their
 * start, so that what is long past is never read. One row more than asked tells if there is a next.
 * @param reach how far a search looks along the dates before it asks the index of words
 */
export function listStatement(query: SessionQuery, now: Date, reach: Reach = REACH): Statement {
  const values = new Values();
  const from = values.add(query.from ?? now);
  const narrowing = narrowingOf(query, values);
  const times: string[] = [];
  if (query.to) times.push(`s.first_start < ${values.add(query.to)}`);
  if (query.cursor) {
    const [start, id] = readCursor(query.cursor);
    times.push(`(s.first_start, s.id) > (${values.add(start)}, ${values.add(id)})`);
  }
  const rows = `${values.add(query.limit + 1)}::int`;
  const words = searchQuery(query.q, values);
  const upcoming = [`s.status <> 'draft'`, ...times, `s.first_start >= ${from}`];
  const coming = { narrowing, times: upcoming, rows };
  const found = words
    ? searched(coming, words, marksQuery(query, values), reach)
    : { ctes: [], sessions: ordered(coming) };
  const narrowed = words ? [...narrowing, `s.search @@ (SELECT query FROM wanted)`] : narrowing;
  const going = [...times, ...narrowed, `s.first_start < ${from}`];
  // Materialised, or the planner walks the index of starts through everything past to find the few.
  // Their starts stand in the index of spans: rows are read only where filters need them.
  const ctes = [
    ...found.ctes,
    `going_on AS MATERIALIZED (
      SELECT ${narrowed.length > 0 ? '*' : 'id, first_start'} FROM calendar.session
      WHERE status <> 'draft' AND span @> ${from}::timestamptz
    )`,
  ];
  const text = `
    WITH ${ctes.join(', ')}
    SELECT ${ITEM_COLUMNS}
    FROM (
      SELECT id FROM (
        ${found.sessions}
        UNION ALL
        (SELECT s.id, s.first_start FROM going_on s WHERE ${going.join(' AND ')}
          ORDER BY s.first_start, s.id LIMIT ${rows})
      ) found ORDER BY first_start, id LIMIT ${rows}
    ) page JOIN calendar.session s USING (id)
    ORDER BY s.first_start, s.id`;
  return { text, values: values.list, name: nameOf(query, words) };
}

/** What comes, in order: the walk along the dates goes no further than the page. */
function ordered({ narrowing, times, rows }: Parameters<typeof searched>[0]): string {
  return `(SELECT s.id, s.first_start FROM calendar.session s
    WHERE ${[...times, ...narrowing].join(' AND ')}
    ORDER BY s.first_start, s.id LIMIT ${rows})`;
}

/** Which filters a query has, and how many words: one prepared statement for each combination. */
function nameOf(query: SessionQuery, words: string | null): string {
  const { region, theme, competence, form, language, group, to, cursor } = query;
  const present = [region, theme, competence, form, language, group].map((given) =>
    given.length > 0 ? 1 : 0,
  );
  const count = words?.split(' && ').length ?? 0;
  return `sessions ${present.join('')}${to ? 1 : 0}${cursor ? 1 : 0} ${String(count)}`;
}

const cursorParts = z.tuple([z.iso.datetime(), z.uuid()]);

/** The cursor after a session. */
export function cursorAfter(row: {
  readonly id: string;
  readonly first_start: Date | null;
}): string {
  const start = row.first_start?.toISOString() ?? '';
  return Buffer.from(`${start} ${row.id}`).toString('base64url');
}

/** @throws ProblemException `cursor-unknown` */
function readCursor(cursor: string): [start: string, id: string] {
  const parts = cursorParts.safeParse(Buffer.from(cursor, 'base64url').toString().split(' '));
  if (!parts.success) throw new ProblemException('cursor-unknown');
  return parts.data;
}

import type { SessionQuery } from '@luotsi/calendar/model';
import { ProblemException } from '@luotsi/platform/api';
import * as z from 'zod';
import { ITEM_COLUMNS } from './session-row';
import { conditionsOf, Values } from './select-sessions';

/** A statement to run. `name` keeps it prepared; statements of free text are planned each time. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
}

/**
 * The one statement of a page of the list. Order: first start, then id, which the cursor continues.
 * Sessions that are going on at `from` come by the index of their span, the others by that of their
 * start, so that what is long past is never read. One row more than asked tells if there is a next.
 */
export function listStatement(query: SessionQuery, now: Date): Statement {
  const values = new Values();
  const from = values.add(query.from ?? now);
  const conditions = conditionsOf(query, values);
  if (query.cursor) {
    const [start, id] = readCursor(query.cursor);
    conditions.push(`(s.first_start, s.id) > (${values.add(start)}, ${values.add(id)})`);
  }
  const rows = values.add(query.limit + 1);
  const branch = (sessions: string, times: string) => `(SELECT s.id, s.first_start
    FROM ${sessions} s WHERE ${[...conditions, times].join(' AND ')}
    ORDER BY s.first_start, s.id LIMIT ${rows})`;
  // Materialised, or the planner walks the index of starts through everything past to find the few.
  const text = `
    WITH going_on AS MATERIALIZED (
      SELECT * FROM calendar.session WHERE status <> 'draft' AND span @> ${from}::timestamptz
    )
    SELECT ${ITEM_COLUMNS}
    FROM (
      SELECT id FROM (
        ${branch('calendar.session', `s.first_start >= ${from}`)}
        UNION ALL
        ${branch('going_on', `s.first_start < ${from}`)}
      ) found ORDER BY first_start, id LIMIT ${rows}
    ) page JOIN calendar.session s USING (id)
    ORDER BY s.first_start, s.id`;
  return { text, values: values.list, ...(query.q ? {} : { name: nameOf(query) }) };
}

/** Which filters a query has: one prepared statement for each combination. */
function nameOf(query: SessionQuery): string {
  const { region, theme, competence, form, language, group, to, cursor } = query;
  const present = [region, theme, competence, form, language, group].map((given) =>
    given.length > 0 ? 1 : 0,
  );
  return `sessions ${present.join('')}${to ? 1 : 0}${cursor ? 1 : 0}`;
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

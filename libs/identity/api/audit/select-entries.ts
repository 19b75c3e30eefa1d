import type { AuditQuery, PeopleReach } from '@luotsi/identity/model';
import { Parameters, withinReach } from '../people/people-sql';
import * as z from 'zod';

/** Where a page ended. */
export interface Place {
  readonly at: Date;
  readonly id: string;
}

/** What the log is narrowed by: the reader's own filters, and how far the reader may see. */
export interface Narrowing extends Omit<Partial<AuditQuery>, 'cursor' | 'limit'> {
  readonly after?: Place;
  readonly reach: PeopleReach;
}

/** People by beginnings of the words of their name or address; `fold` takes the marks off. */
const PEOPLE = (words: string) => `
  SELECT p.id FROM identity.person p WHERE p.search @@ (
    SELECT string_agg(format('''%s'':*', replace(replace(identity.fold(word), '\\', ''),
      '''', '''''')), ' & ')::tsquery
    FROM regexp_split_to_table(${words}::text, '\\s+') AS word
    WHERE replace(word, '\\', '') <> '') LIMIT 200`;

/**
 * The statement that reads entries, latest first. Each filter finds its entries by an index: those
 * of time, actor, action and subjects.
 */
export function selectEntries(
  narrowing: Narrowing,
  limit: number,
): [text: string, values: unknown[]] {
  const parameters = new Parameters();
  const value = (given: unknown) => parameters.add(given);
  const conditions: string[] = [];
  const { action = [], person, actor, who, from, to, after, reach } = narrowing;
  const concerns = (ids: string) => `(e.actor_id = ANY (${ids}) OR e.subject_ids && ${ids})`;

  if (action.length > 0) conditions.push(`e.action = ANY (${value(action)}::text[])`);
  if (person) conditions.push(concerns(`${value([person])}::uuid[]`));
  if (actor) conditions.push(`e.actor_id = ${value(actor)}`);
  if (who) conditions.push(concerns(`(ARRAY(${PEOPLE(value(who))}))::uuid[]`));
  if (from) conditions.push(`e.at >= ${value(from)}::timestamp AT TIME ZONE 'Europe/Helsinki'`);
  if (to)
    conditions.push(
      `e.at < (${value(to)}::timestamp + interval '1 day') AT TIME ZONE 'Europe/Helsinki'`,
    );
  if (after) conditions.push(`(e.at, e.id) < (${value(after.at)}, ${value(after.id)})`);

  const within = withinReach(reach, parameters);
  if (within) {
    conditions.push(`(e.subject_ids && (SELECT ids FROM reached)
      OR e.subject_ids = '{}' AND e.actor_id = ANY ((SELECT ids FROM reached)::uuid[]))`);
  }
  const seen = within ? 'WHERE subject.id = ANY ((SELECT ids FROM reached)::uuid[])' : '';
  const text = `
    ${
      within
        ? `WITH reached AS MATERIALIZED (SELECT ARRAY(
      SELECT p.id FROM identity.person p
      LEFT JOIN identity.affiliation a ON a.person_id = p.id AND a.valid_to IS NULL
      WHERE ${within}) AS ids)`
        : ''
    }
    SELECT e.id, e.at, e.action, e.actor_id, actor.name AS actor_name, e.facts,
      about.subjects, about.subject_count
    FROM (
      SELECT * FROM identity.audit_entry e
      ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
      ORDER BY e.at DESC, e.id DESC LIMIT ${value(limit)}
    ) e
    LEFT JOIN identity.person actor ON actor.id = e.actor_id,
    LATERAL (
      SELECT count(*)::int AS subject_count,
        coalesce(jsonb_agg(jsonb_build_object('id', subject.id, 'name', p.name)
          ORDER BY subject.place) FILTER (WHERE subject.place <= 5), '[]') AS subjects
      FROM (SELECT id, row_number() OVER () AS place FROM unnest(e.subject_ids) AS subject (id)
        ${seen}) subject
      LEFT JOIN identity.person p ON p.id = subject.id
    ) about
    ORDER BY e.at DESC, e.id DESC`;
  return [text, parameters.values];
}

const parts = z.tuple([z.iso.datetime(), z.uuid()]);

/** The cursor after an entry. */
export function cursorAfter({ at, id }: Place): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');
}

/** Where a cursor goes on; null when it was made by nobody. */
export function placeOf(cursor: string): Place | null {
  const read = parts.safeParse(Buffer.from(cursor, 'base64url').toString().split(' '));
  return read.success ? { at: new Date(read.data[0]), id: read.data[1] } : null;
}

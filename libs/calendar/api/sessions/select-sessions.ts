import type { SessionFilters } from '@luotsi/calendar/model';
import { searchQuery } from '../search/search-query';

/** The values of a statement, numbered as they are used. */
export class Values {
  readonly list: unknown[] = [];

  /** Adds a value and returns its place: `$3`. */
  add(value: unknown): string {
    return `$${String(this.list.push(value))}`;
  }
}

/**
 * The conditions on `calendar.session s` that the filters make, drafts left out; without `from`, which
 * lists and feeds turn to their own indexes.
 */
export function conditionsOf(filters: SessionFilters, values: Values): string[] {
  const conditions = [`s.status <> 'draft'`, ...narrowingOf(filters, values)];
  const search = searchQuery(filters.q, values);
  if (search) conditions.push(`s.id IN (SELECT calendar.sessions_found(${search}))`);
  if (filters.to) conditions.push(`s.first_start < ${values.add(filters.to)}`);
  return conditions;
}

/** The conditions of the filters that are neither words nor times. */
export function narrowingOf(filters: SessionFilters, values: Values): string[] {
  const conditions: string[] = [];
  if (filters.region.length > 0) {
    // Null where none is named: it is for all. One look-up a session; with `EXISTS … OR NOT EXISTS` the
    // regions of all sessions were read for each search.
    conditions.push(`(SELECT bool_or(r.code = ANY (${values.add(filters.region)}))
        FROM calendar.session_region r WHERE r.session_id = s.id) IS NOT FALSE`);
  }
  if (filters.competence.length > 0) {
    conditions.push(`EXISTS (SELECT FROM calendar.session_competence c
        WHERE c.session_id = s.id AND c.code = ANY (${values.add(filters.competence)}))`);
  }
  if (filters.theme.length > 0) conditions.push(`s.theme_id = ANY (${values.add(filters.theme)})`);
  if (filters.form.length > 0) conditions.push(`s.form = ANY (${values.add(filters.form)})`);
  if (filters.language.length > 0)
    conditions.push(`s.languages && ${values.add(filters.language)}::text[]`);
  if (filters.group.length > 0) {
    const groups = values.add(filters.group);
    conditions.push(`(s.organising_group_id = ANY (${groups}::uuid[])
      OR s.organising_organisation_id = ANY (${groups}::uuid[]))`);
  }
  return conditions;
}

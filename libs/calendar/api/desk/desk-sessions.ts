import { organisedBy } from '@luotsi/calendar/model';
import type { Principal } from '@luotsi/identity/api';
import type { Values } from '../sessions/select-sessions';

/**
 * The sessions that stand on someone's desk, as `own`: of the organisers they act for, and those
 * given to them as a coach. Whoever acts for everybody has on it what nobody else organises, and
 * what they have made themselves, unless they ask for all of it: then it is every session, read
 * through the indexes of the table.
 */
export function ownSessions(person: Principal, whose: 'own' | 'all', values: Values): string {
  const { everyone, groups, regions } = organisedBy(person.roles);
  if (areAll(person, whose))
    return `own AS NOT MATERIALIZED (SELECT ${COLUMNS} FROM calendar.session)`;
  const inRegions = `region_code = ANY (${values.add(regions)}::text[])`;
  const me = () => `${values.add(person.id)}::uuid`;
  const isCoach = person.roles.some(({ role }) => role === 'coach');
  // Arrays, so that each is a look-up by its index; the planner can't guess how many stand in a list.
  const conditions = [
    `organising_group_id = ANY (ARRAY(SELECT id FROM network."group"
       WHERE id = ANY (${values.add(groups)}::uuid[]) OR ${inRegions}
         ${everyone ? `OR kind = 'national'` : ''}))`,
    `organising_organisation_id = ANY (ARRAY(
       SELECT id FROM network.organisation WHERE ${inRegions}))`,
    ...(isCoach
      ? [
          `id = ANY (ARRAY(SELECT session_id FROM calendar.session_coach WHERE person_id = ${me()}))`,
        ]
      : []),
    ...(everyone ? [`created_by = ${me()}`] : []),
  ];
  return `own AS MATERIALIZED (
    SELECT ${COLUMNS} FROM calendar.session WHERE ${conditions.join(' OR ')})`;
}

/** Whether these are all sessions that there are. */
export function areAll(person: Principal, whose: 'own' | 'all'): boolean {
  return whose === 'all' && organisedBy(person.roles).everyone;
}

/** What the parts of the desk's statement read of a session. */
const COLUMNS = `id, status, form, place, link, organising_group_id, organising_organisation_id,
  first_start, last_end, span, confirmed_count, applied_count, offered_count, published_at, created_at,
  changed_at, search, series_id, outline_id, outline_version`;

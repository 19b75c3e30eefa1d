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
  if (everyone && whose === 'all')
    return `own AS NOT MATERIALIZED (SELECT * FROM calendar.session)`;
  const me = () => `${values.add(person.id)}::uuid`;
  const inRegions = `region_code = ANY (${values.add(regions)}::text[])`;
  const conditions = [
    `s.organising_group_id IN (SELECT id FROM network."group"
       WHERE id = ANY (${values.add(groups)}::uuid[]) OR ${inRegions}
         ${everyone ? `OR kind = 'national'` : ''})`,
    `s.organising_organisation_id IN (SELECT id FROM network.organisation WHERE ${inRegions})`,
    ...(person.roles.some(({ role }) => role === 'coach')
      ? [`s.id IN (SELECT session_id FROM calendar.session_coach WHERE person_id = ${me()})`]
      : []),
    ...(everyone ? [`s.created_by = ${me()}`] : []),
  ];
  // One look-up by index each; joined by OR they would be one walk through every session.
  const ids = conditions.map(
    (condition) => `SELECT s.id FROM calendar.session s WHERE ${condition}`,
  );
  return `own AS MATERIALIZED (
    SELECT * FROM calendar.session WHERE id IN (${ids.join(' UNION ')}))`;
}

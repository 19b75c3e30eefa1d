import type { PeopleReach } from '@luotsi/identity/model';

/** A grant as the contract has a held role. */
export const HELD_ROLE = `jsonb_build_object('role', g.role,
  'scope', jsonb_build_object('type', g.scope_type, 'id', g.scope_id),
  'validFrom', g.valid_from, 'validTo', g.valid_to)`;

/** Held now or later, by the clock of the statement: what the transaction has ended has ended. */
export const NOT_ENDED = `coalesce(g.valid_to > statement_timestamp(), true)`;

/** What has been confirmed of an affiliation `a`, which may be missing. */
export const CONFIRMED = `jsonb_build_object('region', a.region_confirmed_at IS NOT NULL,
  'organisation', a.organisation_confirmed_at IS NOT NULL)`;

/** The version of the roles of person `p`: another one when any of them has changed. */
export const ROLES_VERSION = `(SELECT md5(coalesce(string_agg(
    concat_ws('|', g.id, g.valid_from, g.valid_to), ',' ORDER BY g.id), ''))
  FROM identity.role_grant g WHERE g.person_id = p.id AND ${NOT_ENDED})`;

/** Collects the parameters of a statement that is put together. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Adds a value and returns its place holder. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${String(this.values.length)}`;
  }
}

/** Held, or ended so lately that whoever gave it may still want to give it again. */
const LATELY_HELD = `coalesce(g.valid_to > now() - interval '90 days', true)`;

/** The condition by which someone sees person `p` with the affiliation `a`; null: everybody. */
export function withinReach(reach: PeopleReach, parameters: Parameters): string | null {
  if (reach.everyone) return null;
  const regions = `${parameters.add(reach.regions)}::text[]`;
  const groups = `${parameters.add(reach.groups)}::text[]`;
  return `(a.region_code = ANY (${regions}) OR EXISTS (
    SELECT FROM identity.role_grant g WHERE g.person_id = p.id AND ${LATELY_HELD}
      AND (g.scope_type = 'region' AND g.scope_id = ANY (${regions})
        OR g.scope_type = 'group' AND g.scope_id = ANY (${groups}))))`;
}

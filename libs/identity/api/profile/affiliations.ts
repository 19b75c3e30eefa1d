import type { Affiliation } from '@luotsi/identity/model';
import { newId } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';

/** Where someone works now, as the table keeps it. */
export interface CurrentAffiliation extends Affiliation {
  readonly id: string | null;
  readonly regionConfirmed: boolean;
  readonly organisationConfirmed: boolean;
}

/** Locks a person for the rest of the transaction and reads where they work. Null: no such person. */
export async function lockAffiliation(
  manager: EntityManager,
  person: string,
): Promise<CurrentAffiliation | null> {
  const [locked] = await manager.query<unknown[]>(
    `SELECT FROM identity.person WHERE id = $1 FOR UPDATE`,
    [person],
  );
  if (!locked) return null;
  const [row] = await manager.query<CurrentAffiliation[]>(
    `SELECT a.id, a.region_code AS region, a.organisation_id AS organisation,
       a.organisation_named AS "organisationNamed", a.sector,
       a.practitioner_type AS "practitionerType",
       a.region_confirmed_at IS NOT NULL AS "regionConfirmed",
       a.organisation_confirmed_at IS NOT NULL AS "organisationConfirmed"
     FROM (SELECT) AS whoever
     LEFT JOIN identity.affiliation a ON a.person_id = $1 AND a.valid_to IS NULL`,
    [person],
  );
  return row ?? null;
}

/**
 * From now on a person works elsewhere or as something else; what was so until now stays in the
 * past. What has been confirmed and has not changed stays confirmed. The person is locked.
 * @param regionBy who vouches for the region in the same breath (an invitation’s sender)
 */
export async function moveAffiliation(
  manager: EntityManager,
  person: string,
  { region, organisation, organisationNamed, sector, practitionerType }: Affiliation,
  regionBy: string | null = null,
): Promise<void> {
  await manager.query(
    `WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS at),
     ended AS (
       UPDATE identity.affiliation a SET valid_to = clock.at FROM clock
       WHERE a.person_id = $2 AND a.valid_to IS NULL
       RETURNING a.region_code, a.region_confirmed_at, a.region_confirmed_by,
         a.organisation_id, a.organisation_confirmed_at, a.organisation_confirmed_by)
     INSERT INTO identity.affiliation (id, person_id, region_code, organisation_id, sector,
       practitioner_type, valid_from, region_confirmed_at, region_confirmed_by,
       organisation_confirmed_at, organisation_confirmed_by, organisation_named)
     SELECT $1, $2, $3, $4, $5, $6, clock.at,
       CASE WHEN $7::uuid IS NOT NULL THEN clock.at
         WHEN ended.region_code = $3 THEN ended.region_confirmed_at END,
       CASE WHEN $7::uuid IS NOT NULL THEN $7::uuid
         WHEN ended.region_code = $3 THEN ended.region_confirmed_by END,
       CASE WHEN ended.organisation_id = $4 THEN ended.organisation_confirmed_at END,
       CASE WHEN ended.organisation_id = $4 THEN ended.organisation_confirmed_by END, $8
     FROM clock LEFT JOIN ended ON true`,
    [newId(), person, region, organisation, sector, practitionerType, regionBy, organisationNamed],
  );
}

import type { HeldRole, RoleChange, RoleInScope } from '@luotsi/identity/model';
import { newId } from '@luotsi/platform/api';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { NOT_ENDED, ROLES_VERSION } from '../people/people-sql';

/** What a person holds now or later, the version of it, and the clock it was read by. */
export interface HeldNow {
  readonly held: readonly HeldRole[];
  readonly version: string;
  /** Administrators without an end besides this person. */
  readonly otherAdministrators: number;
  readonly now: Date;
}

interface Row {
  readonly version: string;
  readonly others: number;
  readonly now: Date;
}

/** Reads what a person holds, who is locked. Null when there is no such person. */
export async function readHeld(manager: EntityManager, person: string): Promise<HeldNow | null> {
  const [row] = await manager.query<Row[]>(
    `SELECT ${ROLES_VERSION} AS version, clock_timestamp() AS now,
       (SELECT count(DISTINCT person_id)::int FROM identity.role_grant
        WHERE role = 'administrator' AND valid_to IS NULL AND valid_from <= now()
          AND person_id <> p.id) AS others
     FROM identity.person p WHERE p.id = $1`,
    [person],
  );
  if (!row) return null;
  const held = await manager.query<HeldRole[]>(
    `SELECT g.id, g.role, jsonb_build_object('type', g.scope_type, 'id', g.scope_id) AS scope,
       g.valid_from AS "validFrom", g.valid_to AS "validTo"
     FROM identity.role_grant g WHERE g.person_id = $1 AND ${NOT_ENDED}
     ORDER BY g.valid_from, g.id`,
    [person],
  );
  return { held, version: row.version, otherAdministrators: row.others, now: row.now };
}

/** The roles that someone holds at this moment. */
export function rolesHeldNow(manager: EntityManager, person: string): Promise<RoleInScope[]> {
  return manager.query(
    `SELECT g.role, jsonb_build_object('type', g.scope_type, 'id', g.scope_id) AS scope
     FROM identity.role_grant g
     WHERE g.person_id = $1 AND g.valid_from <= statement_timestamp() AND ${NOT_ENDED}`,
    [person],
  );
}

/** Writes a change of roles. What ends stays as what was; what has not begun goes. */
export async function writeRoleChange(
  manager: EntityManager,
  person: string,
  by: string | null,
  { give, change, take }: RoleChange,
): Promise<void> {
  const taken = take.map(({ id }) => id);
  await manager.query(
    `DELETE FROM identity.role_grant WHERE id = ANY ($1::uuid[]) AND valid_from > now()`,
    [taken],
  );
  await manager.query(
    `UPDATE identity.role_grant SET valid_to = clock_timestamp(), ended_by = $2
     WHERE id = ANY ($1::uuid[])`,
    [taken, by],
  );
  for (const { id, validFrom, validTo } of change) {
    await manager.query(
      `UPDATE identity.role_grant SET valid_to = $3, ended_by = $4,
         valid_from = CASE WHEN valid_from > now() THEN $2 ELSE valid_from END WHERE id = $1`,
      [id, validFrom, validTo, validTo && by],
    );
  }
  for (const { role, scope, validFrom, validTo } of give) {
    await manager.query(
      `INSERT INTO identity.role_grant
         (id, person_id, role, scope_type, scope_id, valid_from, valid_to, given_by)
       VALUES ($1, $2, $3, $4, $5, greatest($6, clock_timestamp()), $7, $8)`,
      [newId(), person, role, scope.type, scope.id, validFrom, validTo, by],
    );
  }
}

/**
 * Runs the check that an administrator remains, now rather than when the transaction ends.
 * @returns false when none would remain: the transaction can only be rolled back
 */
export async function anAdministratorRemains(manager: EntityManager): Promise<boolean> {
  try {
    await manager.query(`SET CONSTRAINTS identity.last_administrator IMMEDIATE`);
    return true;
  } catch (fault) {
    const { constraint } =
      fault instanceof QueryFailedError ? (fault.driverError as { constraint?: string }) : {};
    if (constraint === 'last_administrator') return false;
    throw fault;
  }
}

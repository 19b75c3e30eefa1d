import { needsSecondStep, type StrongMethods } from '@luotsi/identity/model';
import type { EntityManager } from 'typeorm';

/** What a person can show who they are with. */
export interface Methods extends StrongMethods {
  readonly password: boolean;
  readonly totpSince: Date | null;
  readonly recoverySince: Date | null;
}

/** Reads what a person has set up. Null when there is no such person. */
export async function readMethods(
  manager: Pick<EntityManager, 'query'>,
  person: string,
): Promise<Methods | null> {
  const [row] = await manager.query<Methods[]>(
    `SELECT t.confirmed_at IS NOT NULL AS totp, t.confirmed_at AS "totpSince",
       (SELECT count(*)::int FROM identity.passkey WHERE person_id = p.id) AS passkeys,
       r.unused AS "recoveryCodes", r.since AS "recoverySince",
       EXISTS (SELECT FROM identity.account WHERE person_id = p.id
         AND provider_id = 'credential' AND password IS NOT NULL) AS password,
       NOT p.demonstration AND EXISTS (SELECT FROM identity.role_grant WHERE person_id = p.id
         AND role = ANY ($2) AND coalesce(valid_to > now(), true)) AS compulsory
     FROM identity.person p
     LEFT JOIN identity.totp t ON t.person_id = p.id AND t.confirmed_at IS NOT NULL
     CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE used_at IS NULL)::int AS unused,
         min(created_at) AS since FROM identity.recovery_code WHERE person_id = p.id) r
     WHERE p.id = $1`,
    [person, needsSecondStep],
  );
  return row ?? null;
}

/** What a person has set up; nobody else changes it until the transaction ends. */
export async function lockMethods(manager: EntityManager, person: string): Promise<Methods | null> {
  await manager.query(`SELECT FROM identity.person WHERE id = $1 FOR NO KEY UPDATE`, [person]);
  return readMethods(manager, person);
}

import { plainRecoveryCode } from '@luotsi/identity/model';
import { newId } from '@luotsi/platform/api';
import { randomBytes, randomInt, scrypt } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** Crockford's base32: nothing in it looks like something else. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;
const COUNT = 10;

/** One code as it is shown, 50 bits: `7K3QD-M2XVA`. */
function newCode(): string {
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/**
 * Gives a person ten new recovery codes in place of those they had. Only hashes are kept: scrypt,
 * since 50 bits are too few for a fast one, with one salt for the ten, so that a code that is typed
 * in costs one hash and not ten.
 */
export async function renewRecoveryCodes(
  manager: EntityManager,
  person: string,
): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, newCode);
  const salt = randomBytes(16);
  const hashes: Buffer[] = [];
  for (const code of codes) hashes.push(await hashOf(code, salt));
  await manager.query(`DELETE FROM identity.recovery_code WHERE person_id = $1`, [person]);
  await manager.query(
    `INSERT INTO identity.recovery_code (id, person_id, salt, hash)
     SELECT id, $3, $4, hash FROM unnest($1::uuid[], $2::bytea[]) AS given (id, hash)`,
    [codes.map(() => newId()), hashes, person, salt],
  );
  return codes;
}

/** Uses up a person's recovery code, which works once however many send it. */
export async function useRecoveryCode(
  manager: Pick<EntityManager, 'query'>,
  person: string,
  typed: string,
): Promise<boolean> {
  const [set] = await manager.query<{ salt: Buffer }[]>(
    `SELECT salt FROM identity.recovery_code WHERE person_id = $1 LIMIT 1`,
    [person],
  );
  const hash = await hashOf(typed, set?.salt ?? randomBytes(16));
  const [used] = await manager.query<[unknown[], number]>(
    `UPDATE identity.recovery_code SET used_at = now()
     WHERE person_id = $1 AND hash = $2 AND used_at IS NULL RETURNING id`,
    [person, hash],
  );
  return used.length > 0;
}

function hashOf(code: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(plainRecoveryCode(code), salt, 32, { N: 16_384, r: 8, p: 1 }, (fault, hash) => {
      if (fault) reject(fault);
      else resolve(hash);
    });
  });
}

import { addPeople, grantRole, signToken } from '@luotsi/identity/api';
import type { Role, Scope } from '@luotsi/identity/model';
import { installationSecret, newId } from '@luotsi/platform/api';
import type { DataSource } from 'typeorm';

/** A person of a test with the cookie of an open session. */
export interface SignedIn {
  readonly id: string;
  /** As `Set-Cookie` would have it: `name=value`. */
  readonly cookie: string;
}

/**
 * Adds people who hold one role and are signed in, without hashing or checking any password.
 * @param weak signed in with a password alone: roles that see others' data lie dormant
 * @param cookieName `luotsi.session_token`, with `__Host-` before it where the origin is https
 */
export async function signedInPeople(
  database: DataSource,
  count: number,
  role: Role,
  scope: Scope,
  cookieName: string,
  weak = false,
): Promise<SignedIn[]> {
  const secret = await installationSecret(database);
  return database.transaction(async (manager) => {
    const ids = await addPeople(
      manager,
      Array.from({ length: count }, (_, place) => ({
        name: `Test ${role} ${String(place + 1)}`,
        email: `t${newId().replaceAll('-', '')}@test.luotsi.example`,
        region: scope.type === 'region' ? scope.id : null,
      })),
    );
    for (const id of ids) await grantRole(manager, id, role, scope);
    const tokens = ids.map(() => newId());
    await manager.query(
      `INSERT INTO identity.session (id, person_id, token, expires_at, second_step_at)
       SELECT id, person, token, now() + interval '7 days',
         CASE WHEN NOT $4::boolean THEN now() END
       FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS given (id, person, token)`,
      [ids.map(() => newId()), ids, tokens, weak],
    );
    return ids.map((id, place) => ({
      id,
      cookie: `${cookieName}=${signToken(tokens[place] ?? '', secret)}`,
    }));
  });
}

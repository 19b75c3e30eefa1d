import type { Role, Scope } from '@luotsi/identity/model';
import { Changes, newId } from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';

/** The topic under which changes to people, their roles and their sessions are announced. */
export const IDENTITY = 'identity';

/** A person to be added. */
export interface NewPerson {
  readonly name: string;
  /** Unique; kept in lower case. */
  readonly email: string;
  readonly language?: Language;
  /** The code of the region that the person works in (`19`), known to be so. */
  readonly region?: string | null;
  /** Made up, for showing the service: never held up by a second step. */
  readonly demonstration?: boolean;
}

/** Adds people who can't sign in by themselves yet. Returns their ids, in the order given. */
export async function addPeople(
  manager: EntityManager,
  people: readonly NewPerson[],
): Promise<string[]> {
  const ids = people.map(() => newId());
  await manager.query(
    `INSERT INTO identity.person (id, name, email, email_verified, language, demonstration)
     SELECT id, name, lower(email), true, language, demonstration
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::boolean[])
       AS given (id, name, email, language, demonstration)`,
    [
      ids,
      people.map(({ name }) => name),
      people.map(({ email }) => email),
      people.map(({ language }) => language ?? 'fi'),
      people.map(({ demonstration }) => demonstration ?? false),
    ],
  );
  await manager.query(
    // Invented people have a past that is invented for them, too.
    `INSERT INTO identity.affiliation (id, person_id, region_code, region_confirmed_at, valid_from)
     SELECT id, person, region, now(),
       CASE WHEN demonstration THEN now() - interval '5 years' ELSE now() END
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::boolean[])
       AS given (id, person, region, demonstration)
     WHERE region IS NOT NULL`,
    [
      people.map(() => newId()),
      ids,
      people.map(({ region }) => region ?? null),
      people.map(({ demonstration }) => demonstration ?? false),
    ],
  );
  return ids;
}

/** Lets people sign in with a password, given as better-auth hashes it. */
export async function addPasswords(
  manager: EntityManager,
  people: readonly { readonly id: string; readonly passwordHash: string }[],
): Promise<void> {
  await manager.query(
    `INSERT INTO identity.account (id, person_id, account_id, provider_id, password)
     SELECT id, person_id, person_id, 'credential', password
     FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS given (id, person_id, password)`,
    [people.map(() => newId()), people.map(({ id }) => id), people.map((p) => p.passwordHash)],
  );
}

/**
 * Gives a person a role in a scope; one already held stays as it is. Part of the transaction.
 * @param by who gives it; null for the product itself
 * @returns whether it is new
 */
export async function grantRole(
  manager: EntityManager,
  person: string,
  role: Role,
  scope: Scope,
  by: string | null = null,
): Promise<boolean> {
  const given = await manager.query<unknown[]>(
    `INSERT INTO identity.role_grant (id, person_id, role, scope_type, scope_id, given_by)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id`,
    [newId(), person, role, scope.type, scope.id, by],
  );
  await Changes.announce(manager, IDENTITY, person);
  return given.length > 0;
}

import type { Role, Scope } from '@luotsi/identity/model';
import type { Actor, TestApp } from '@testing';
import { hashPassword } from 'better-auth/crypto';
import { addPasswords } from '../people/people';

/** The password of everybody whom `withPassword` adds. */
export const PASSWORD = 'a long enough pass phrase';
const hash = hashPassword(PASSWORD);

/** Someone of a test who can sign in with a password. */
export interface WithPassword {
  readonly actor: Actor;
  readonly id: string;
  readonly email: string;
}

/** Adds someone who is signed in with a password alone and holds one role. */
export async function withPassword(
  luotsi: TestApp,
  role: Role = 'counsellor',
  scope?: Scope,
): Promise<WithPassword> {
  const actor = await luotsi.as(role, scope, { weak: true });
  const id = actor.id ?? '';
  const passwordHash = await hash;
  await luotsi.database.transaction((manager) => addPasswords(manager, [{ id, passwordHash }]));
  const [row] = await luotsi.query<{ email: string }>(
    `SELECT email FROM identity.person WHERE id = $1`,
    [id],
  );
  return { actor, id, email: row?.email ?? '' };
}

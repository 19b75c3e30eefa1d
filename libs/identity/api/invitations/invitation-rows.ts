import type { Invitation, RoleInScope } from '@luotsi/identity/model';
import { newId } from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';
import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** How long an invitation holds, days. */
export const INVITATION_LIFE = 14;

/** An invitation that is to be sent. */
export interface NewInvitation {
  /** As `emailAddress` of the model has it. */
  readonly email: string;
  readonly name: string | null;
  readonly language: Language;
  readonly roles: readonly RoleInScope[];
  /** The sender's id. */
  readonly invitedBy: string;
}

/** A secret for a link, and what is kept of it. */
export function newSecret(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

/** What is kept of a secret: its SHA-256. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * Adds an invitation; one of the same sender that has expired makes way for it.
 * @returns its id and the secret of its link; null when the sender has an open one to the address
 */
export async function addInvitation(
  manager: EntityManager,
  { email, name, language, roles, invitedBy }: NewInvitation,
): Promise<{ id: string; token: string } | null> {
  await manager.query(
    `UPDATE identity.invitation SET withdrawn_at = now()
     WHERE email = $1 AND invited_by = $2 AND accepted_at IS NULL AND withdrawn_at IS NULL
       AND expires_at <= now()`,
    [email, invitedBy],
  );
  const id = newId();
  const { token, hash } = newSecret();
  const added = await manager.query<unknown[]>(
    `INSERT INTO identity.invitation
       (id, email, name, language, token_hash, invited_by, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7))
     ON CONFLICT DO NOTHING RETURNING id`,
    [id, email, name, language, hash, invitedBy, INVITATION_LIFE],
  );
  if (added.length === 0) return null;
  await manager.query(
    `INSERT INTO identity.invitation_role (invitation_id, role, scope_type, scope_id)
     SELECT $1, role, type, id FROM unnest($2::text[], $3::text[], $4::text[]) AS g (role, type, id)`,
    [
      id,
      roles.map(({ role }) => role),
      roles.map(({ scope }) => scope.type),
      roles.map(({ scope }) => scope.id),
    ],
  );
  return { id, token };
}

/** The roles of invitation `i`, as the contract has them. */
export const INVITED_ROLES = `coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role,
    'scope', jsonb_build_object('type', r.scope_type, 'id', r.scope_id))
    ORDER BY r.scope_type, r.scope_id, r.role)
  FROM identity.invitation_role r WHERE r.invitation_id = i.id), '[]')`;

/** The state of invitation `i`. */
export const INVITATION_STATE = `CASE WHEN i.accepted_at IS NOT NULL THEN 'accepted'
  WHEN i.withdrawn_at IS NOT NULL THEN 'withdrawn'
  WHEN i.expires_at <= now() THEN 'expired' ELSE 'open' END`;

/** The columns of invitation `i` with its sender `by`, as the contract has them. */
export const INVITATION = `i.id, i.email, i.name, i.language, ${INVITED_ROLES} AS roles,
  ${INVITATION_STATE} AS state,
  CASE WHEN by.id IS NOT NULL THEN jsonb_build_object('id', by.id, 'name', by.name) END
    AS "invitedBy",
  to_jsonb(i.sent_at)#>>'{}' AS "sentAt", to_jsonb(i.expires_at)#>>'{}' AS "expiresAt",
  to_jsonb(i.accepted_at)#>>'{}' AS "acceptedAt"`;

/** Reads one invitation; undefined when there is none. */
export async function readInvitation(
  manager: Pick<EntityManager, 'query'>,
  id: string,
): Promise<Invitation | undefined> {
  const [row] = await manager.query<Invitation[]>(
    `SELECT ${INVITATION} FROM identity.invitation i
     LEFT JOIN identity.person by ON by.id = i.invited_by WHERE i.id = $1`,
    [id],
  );
  return row;
}

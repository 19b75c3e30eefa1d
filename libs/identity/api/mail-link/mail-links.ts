import { Inject, Injectable } from '@nestjs/common';
import {
  CONFIGURATION,
  ProblemException,
  publicOrigin,
  type Configuration,
} from '@luotsi/platform/api';
import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** What a link in a letter is for. */
export type LinkPurpose = 'verify' | 'reset' | 'address-old' | 'address-new';

/** What a link leads to: a registration, or a person and perhaps their change of address. */
export interface LinkTarget {
  readonly signUp?: string;
  readonly person?: string;
  readonly addressChange?: string;
}

/** A link that still works. */
export interface WorkingLink {
  readonly purpose: LinkPurpose;
  readonly signUp: string | null;
  readonly person: string | null;
  readonly addressChange: string | null;
}

/** The page of each purpose, and how many seconds its link works. */
const purposes: Readonly<Record<LinkPurpose, { readonly page: string; readonly life: number }>> = {
  verify: { page: 'verify-email', life: 24 * 3_600 },
  reset: { page: 'reset-password', life: 3_600 },
  'address-old': { page: 'change-email', life: 24 * 3_600 },
  'address-new': { page: 'change-email', life: 24 * 3_600 },
};

/**
 * Links with a secret, as letters carry them. Each works once, for a time; of the secret only its
 * SHA-256 is kept. One that has been used or has expired is remembered for a while, so that whoever
 * opens it is told which.
 */
@Injectable()
export class MailLinks {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  /**
   * Makes a link; to a person or registration that is not there, one that leads nowhere.
   * @param life seconds, where it is not the usual time of its purpose
   */
  async make(
    manager: EntityManager,
    purpose: LinkPurpose,
    target: LinkTarget,
    life: number = purposes[purpose].life,
  ): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const { page } = purposes[purpose];
    await manager.query(
      `INSERT INTO identity.link_token
         (hash, purpose, sign_up_id, person_id, address_change_id, expires_at)
       SELECT $1, $2, $3::uuid, $4::uuid, $5::uuid, now() + make_interval(secs => $6)
       WHERE EXISTS (SELECT FROM identity.sign_up WHERE id = $3)
         OR EXISTS (SELECT FROM identity.person WHERE id = $4)`,
      [
        hashOf(token),
        purpose,
        target.signUp ?? null,
        target.person ?? null,
        target.addressChange ?? null,
        life,
      ],
    );
    return `${publicOrigin(this.configuration)}/${page}?token=${token}`;
  }

  /**
   * Reads a link without using it up.
   * @throws ProblemException `letter-link-unknown`, also for one of another purpose;
   *   `letter-link-expired`, `letter-link-used`
   */
  read(
    manager: EntityManager,
    token: string,
    wanted: readonly LinkPurpose[],
  ): Promise<WorkingLink> {
    return find(manager, token, wanted, '');
  }

  /** Uses a link up, in the transaction that does what it is for. Throws as `read` does. */
  async use(
    manager: EntityManager,
    token: string,
    wanted: readonly LinkPurpose[],
  ): Promise<WorkingLink> {
    const link = await find(manager, token, wanted, 'FOR UPDATE');
    await manager.query(`UPDATE identity.link_token SET used_at = now() WHERE hash = $1`, [
      hashOf(token),
    ]);
    return link;
  }

  /** Lets the other links of a person for some purposes work no longer. */
  async close(
    manager: EntityManager,
    person: string,
    closed: readonly LinkPurpose[],
  ): Promise<void> {
    await manager.query(
      `UPDATE identity.link_token SET used_at = now()
       WHERE person_id = $1 AND purpose = ANY($2::text[]) AND used_at IS NULL`,
      [person, closed],
    );
  }
}

async function find(
  manager: EntityManager,
  token: string,
  wanted: readonly LinkPurpose[],
  lock: '' | 'FOR UPDATE',
): Promise<WorkingLink> {
  const [link] = await manager.query<(WorkingLink & { used: boolean; expired: boolean })[]>(
    `SELECT purpose, sign_up_id AS "signUp", person_id AS person,
       address_change_id AS "addressChange", used_at IS NOT NULL AS used,
       expires_at <= now() AS expired
     FROM identity.link_token WHERE hash = $1 AND purpose = ANY($2::text[]) ${lock}`,
    [hashOf(token), wanted],
  );
  if (!link) throw new ProblemException('letter-link-unknown');
  if (link.used) throw new ProblemException('letter-link-used');
  if (link.expired) throw new ProblemException('letter-link-expired');
  return link;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** Seconds in which a challenge has to come back signed. */
const LIFE = 300;

/** What passkeys sign: 32 random bytes, of which PostgreSQL keeps the hash; each counts once. */
@Injectable()
export class Challenges {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** A new one. `person` is who adds a passkey, null for who signs in. */
  async make(person: string | null): Promise<Buffer> {
    const challenge = randomBytes(32);
    await this.database.query(`DELETE FROM identity.passkey_challenge WHERE expires_at < now()`);
    await this.database.query(
      `INSERT INTO identity.passkey_challenge (hash, purpose, person_id, expires_at)
       VALUES ($1, $2, $3, now() + make_interval(secs => $4))`,
      [hashOf(challenge), person === null ? 'sign-in' : 'add', person, LIFE],
    );
    return challenge;
  }

  /**
   * Uses up the challenge that a browser says it has had signed, whatever else is wrong with what it
   * sends. Null when we never made it for this, or it has been used, or its time is over.
   * @param clientDataJSON base64url, as WebAuthn has it (Level 3 §5.8.1)
   */
  async use(clientDataJSON: string, person: string | null): Promise<string | null> {
    const challenge = challengeIn(clientDataJSON);
    if (challenge === null) return null;
    const [used] = await this.database.query<[unknown[], number]>(
      `DELETE FROM identity.passkey_challenge
       WHERE hash = $1 AND person_id IS NOT DISTINCT FROM $2 AND expires_at > now()
       RETURNING hash`,
      [hashOf(Buffer.from(challenge, 'base64url')), person],
    );
    return used.length > 0 ? challenge : null;
  }
}

/** The challenge, unless the page was a frame in another site's: ours never is. */
function challengeIn(clientDataJSON: string): string | null {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString());
    const { challenge, crossOrigin } = data as { challenge?: unknown; crossOrigin?: unknown };
    return typeof challenge === 'string' && crossOrigin !== true ? challenge : null;
  } catch {
    return null;
  }
}

function hashOf(challenge: Uint8Array): Buffer {
  return createHash('sha256').update(challenge).digest();
}

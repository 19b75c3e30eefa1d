import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Changes, installationSecret } from '@luotsi/platform/api';
import { createHash, createHmac } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** The change topic under which a renewed address is announced; the key is the person's id. */
export const PERSON_CHANGED = 'calendar.person';

/**
 * The addresses of personal feeds. A secret is an HMAC of the person and a generation number under
 * the installation's own secret, so it can be shown again although only its hash is kept.
 */
@Injectable()
export class PersonalFeeds {
  private signingKey: Promise<string> | undefined;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  /** The secret of a person's feed, made at the first asking. */
  async secretOf(personId: string): Promise<string> {
    const [known] = await this.database.query<{ generation: number }[]>(
      'SELECT generation FROM calendar.personal_feed WHERE person_id = $1',
      [personId],
    );
    if (known) return this.sign(personId, known.generation);
    const secret = await this.sign(personId, 1);
    await this.database.query(
      `INSERT INTO calendar.personal_feed (person_id, generation, secret_hash)
       VALUES ($1, 1, $2) ON CONFLICT (person_id) DO NOTHING`,
      [personId, hash(secret)],
    );
    return secret;
  }

  /** Gives the feed a new secret; the old one finds nothing from then on, in every process. */
  async renew(personId: string): Promise<string> {
    await this.secretOf(personId);
    const secret = await this.database.transaction(async (manager) => {
      const [row] = await manager.query<{ generation: number }[]>(
        'SELECT generation FROM calendar.personal_feed WHERE person_id = $1 FOR UPDATE',
        [personId],
      );
      const generation = (row?.generation ?? 0) + 1;
      const renewed = await this.sign(personId, generation);
      await manager.query(
        'UPDATE calendar.personal_feed SET generation = $2, secret_hash = $3 WHERE person_id = $1',
        [personId, generation, hash(renewed)],
      );
      await Changes.announce(manager, PERSON_CHANGED, personId);
      return renewed;
    });
    this.changes.changedHere(PERSON_CHANGED, personId);
    return secret;
  }

  /** Whose feed a secret opens; null when nobody's. */
  async personOf(secret: string): Promise<string | null> {
    const [row] = await this.database.query<{ person_id: string }[]>(
      'SELECT person_id FROM calendar.personal_feed WHERE secret_hash = $1',
      [hash(secret)],
    );
    return row?.person_id ?? null;
  }

  private async sign(personId: string, generation: number): Promise<string> {
    this.signingKey ??= installationSecret(this.database);
    return createHmac('sha256', await this.signingKey)
      .update(`personal feed ${personId} ${String(generation)}`)
      .digest('base64url');
  }
}

const hash = (secret: string) => createHash('sha256').update(secret).digest();

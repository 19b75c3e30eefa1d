import type { OwnCredential, Verification } from '@luotsi/credential/model';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

interface Row extends Omit<OwnCredential, 'issuedAt' | 'revoked'> {
  readonly issued_at: Date;
  readonly revoked_at: Date | null;
  readonly reason: NonNullable<OwnCredential['revoked']>['reason'] | null;
}

const SELECT = `
  SELECT id, kind, facts, code, issued_at, revoked_at, revocation_reason AS reason
  FROM credential.credential WHERE`;

/** Reads credentials: one's own, or the one that a code opens. */
@Injectable()
export class CredentialReader {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Someone's own, latest first. What a newer one has replaced is left out. */
  async own(person: string): Promise<OwnCredential[]> {
    const rows = await this.database.query<Row[]>(
      `${SELECT} person_id = $1 AND revocation_reason IS DISTINCT FROM 'replaced'
       ORDER BY issued_at DESC, id DESC`,
      [person],
    );
    return rows.map(shown);
  }

  /** One of someone's own; null: it isn't theirs, or isn't. */
  async one(person: string, id: string): Promise<OwnCredential | null> {
    const [row] = await this.database.query<Row[]>(`${SELECT} person_id = $1 AND id = $2`, [
      person,
      id,
    ]);
    return row ? shown(row) : null;
  }

  /**
   * What a code opens; null: nothing. Of one that was revoked nothing is told but that: what its
   * paper says is no longer so.
   */
  async verify(code: string): Promise<Verification | null> {
    const [row] = await this.database.query<Row[]>(`${SELECT} code = $1`, [code]);
    if (!row) return null;
    const { kind, facts, issuedAt, revoked } = shown(row);
    return revoked
      ? { state: 'revoked', kind, reason: revoked.reason, revokedAt: revoked.at }
      : { state: 'valid', kind, facts, issuedAt };
  }
}

function shown({ issued_at, revoked_at, reason, ...rest }: Row): OwnCredential {
  return {
    ...rest,
    issuedAt: issued_at.toISOString(),
    revoked: revoked_at && reason ? { at: revoked_at.toISOString(), reason } : null,
  };
}

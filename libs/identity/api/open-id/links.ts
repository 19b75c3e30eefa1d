import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { LinkedAccount } from '@luotsi/identity/model';
import { newId } from '@luotsi/platform/api';
import { refuse, type Refusal } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { lockMethods, readMethods } from '../second-step/methods';
import { OpenIdProviders, type Proven } from './providers';
import { hashOf, newSecret } from './secrets';

/** Seconds in which someone has to prove the account that a provider is to be linked to. */
export const WAITING_LIFE = 600;

/** Someone at a provider: who they are there never changes, unlike name and e-mail. */
export type Identity = Pick<Proven, 'issuer' | 'subject'>;

interface Row {
  readonly id: string;
  readonly issuer: string;
  readonly created_at: Date;
}

/** Which providers lead to which account. They hang on issuer and subject, never on an e-mail. */
@Injectable()
export class Links {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly providers: OpenIdProviders,
  ) {}

  /** Whose account someone at a provider is linked to. */
  async personOf(manager: EntityManager, { issuer, subject }: Identity): Promise<string | null> {
    const [row] = await manager.query<{ person_id: string }[]>(
      `SELECT person_id FROM identity.account WHERE provider_id = $1 AND account_id = $2`,
      [issuer, subject],
    );
    return row?.person_id ?? null;
  }

  /** Those that lead to a person's account, and whether it has a password as well. */
  async list(person: string): Promise<{ items: LinkedAccount[]; password: boolean }> {
    const rows = await this.database.query<Row[]>(
      `SELECT id, provider_id AS issuer, created_at FROM identity.account
       WHERE person_id = $1 AND provider_id <> 'credential' ORDER BY created_at, id`,
      [person],
    );
    const methods = await readMethods(this.database, person);
    return {
      items: rows.map((row) => this.shown(row)),
      password: methods?.password ?? false,
    };
  }

  /** Links; linking again what is linked to the same account changes nothing. */
  async link(
    manager: EntityManager,
    person: string,
    { issuer, subject }: Identity,
  ): Promise<LinkedAccount | Refusal<'provider-linked-elsewhere'>> {
    const [added] = await manager.query<Row[]>(
      `INSERT INTO identity.account (id, person_id, provider_id, account_id)
       VALUES ($1, $2, $3, $4) ON CONFLICT (provider_id, account_id) DO NOTHING
       RETURNING id, provider_id AS issuer, created_at`,
      [newId(), person, issuer, subject],
    );
    if (added) {
      const provider = this.providers.ofIssuer(issuer)?.id ?? issuer;
      await Audit.record(manager, {
        action: 'provider-linked',
        actor: person,
        subject: person,
        facts: { provider },
      });
      return this.shown(added);
    }
    const [kept] = await manager.query<Row[]>(
      `SELECT id, provider_id AS issuer, created_at FROM identity.account
       WHERE provider_id = $1 AND account_id = $2 AND person_id = $3`,
      [issuer, subject, person],
    );
    return kept ? this.shown(kept) : refuse('provider-linked-elsewhere');
  }

  /** Takes a provider off an account; the last way of signing in stays. */
  async unlink(person: string, id: string): Promise<Refusal<'last-way-in' | 'not-found'> | null> {
    return this.database.transaction(async (manager) => {
      // Two at once would each leave the other's, and so none.
      const methods = await lockMethods(manager, person);
      const linked = await manager.query<{ id: string; issuer: string }[]>(
        `SELECT id, provider_id AS issuer FROM identity.account
         WHERE person_id = $1 AND provider_id <> 'credential'`,
        [person],
      );
      const found = linked.find((way) => way.id === id);
      if (!found || !methods) return refuse('not-found');
      const left = linked.length - 1 + methods.passkeys + Number(methods.password);
      if (left === 0) return refuse('last-way-in');
      await manager.query(`DELETE FROM identity.account WHERE id = $1`, [id]);
      const provider = this.providers.ofIssuer(found.issuer)?.id ?? found.issuer;
      await Audit.record(manager, {
        action: 'provider-unlinked',
        actor: person,
        subject: person,
        facts: { provider },
      });
      return null;
    });
  }

  /** Keeps what a provider has proven until its e-mail's account is proven, too. */
  async wait(manager: EntityManager, person: string, identity: Identity): Promise<string> {
    const token = newSecret();
    await manager.query(`DELETE FROM identity.waiting_link WHERE expires_at < now()`);
    await manager.query(
      `INSERT INTO identity.waiting_link (token_hash, person_id, issuer, subject, expires_at)
       VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5))`,
      [hashOf(token), person, identity.issuer, identity.subject, WAITING_LIFE],
    );
    return token;
  }

  /**
   * Links what waits to the person who has signed in since then.
   * @param session token of their session
   */
  async finish(
    token: string | null,
    person: string,
    session: string | null,
  ): Promise<
    LinkedAccount | Refusal<'link-expired' | 'link-for-another' | 'provider-linked-elsewhere'>
  > {
    return this.database.transaction(async (manager) => {
      const [waiting] = await manager.query<
        { person_id: string; issuer: string; subject: string; later: boolean }[]
      >(
        `SELECT w.person_id, w.issuer, w.subject, s.created_at >= w.created_at AS later
         FROM identity.waiting_link w JOIN identity.session s ON s.token = $2
         WHERE w.token_hash = $1 AND w.expires_at > now() FOR UPDATE OF w`,
        [hashOf(token ?? ''), session],
      );
      if (!waiting) return refuse('link-expired');
      if (waiting.person_id !== person) return refuse('link-for-another');
      if (!waiting.later) return refuse('link-expired');
      await manager.query(`DELETE FROM identity.waiting_link WHERE token_hash = $1`, [
        hashOf(token ?? ''),
      ]);
      return this.link(manager, person, waiting);
    });
  }

  private shown({ id, issuer, created_at }: Row): LinkedAccount {
    const provider = this.providers.ofIssuer(issuer);
    return {
      id,
      provider: provider ? { id: provider.id, name: provider.name } : null,
      linkedAt: created_at.toISOString(),
    };
  }
}

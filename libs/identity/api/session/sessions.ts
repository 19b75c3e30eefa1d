import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  needsSecondStep,
  type AuditAction,
  type Profile,
  type RoleInScope,
} from '@luotsi/identity/model';
import {
  appConnection,
  Batches,
  Changes,
  CONFIGURATION,
  ONE_PLAN,
  type Configuration,
} from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Pool } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { Authentication } from '../authentication';
import { IDENTITY } from '../people/people';
import { profileOf } from '../profile/profile-sql';
import type { Principal } from '../principal';
import { AUTH, LONGEST_SESSION, type Auth } from './better-auth';
import { readCookie, verifiedToken } from './session-cookie';

/** A session as it is kept in memory; `principal` null when the cookie stands for none. */
interface Kept {
  readonly principal: Principal | null;
  /** When it must be read again at the latest: end of the session or of a role, ms. */
  readonly until: number;
  /** When the session ends unless it is renewed, ms. */
  readonly expires: number;
}

interface Row {
  readonly token: string;
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly RoleInScope[];
  readonly strong: boolean;
  readonly totp: boolean;
  readonly exempt: boolean;
  readonly deletion_due: Date | null;
  readonly profile: Profile;
  readonly expires: Date;
  /** When it ends at the latest, however often it is renewed. */
  readonly ends: Date;
  /** The row does not know yet that the session is in use. */
  readonly unseen: boolean;
  readonly roles_change: Date | null;
}

/** How many statements read sessions at a time; what comes meanwhile goes into the next. */
const LANES = 2;

const NOBODY = { principal: null, until: Infinity, expires: 0 } as const;

/**
 * Knows who a session's cookie stands for. What it has found out it keeps for a minute at most and
 * only while changes are heard, so that a signed-in request costs no query and a sign-out, a change
 * of roles or of language counts at once, in every process.
 */
@Injectable()
export class Sessions extends Authentication implements OnModuleInit, OnApplicationShutdown {
  private readonly kept = new LRUCache<string, Kept>({ max: 10_000, ttl: 60_000 });
  private readonly prepared: Pool;
  private readonly reads = new Batches<string, Kept>((tokens) => this.readAll(tokens), LANES);
  private changesSeen = 0;
  private secret = '';
  private cookieName = '';

  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @InjectDataSource() private readonly database: DataSource,
    private readonly changes: Changes,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    super();
    this.prepared = new Pool({
      ...appConnection(configuration.DATABASE_URL, 'luotsi sessions', ONE_PLAN),
      max: LANES,
    });
    // A connection that breaks while nobody uses it is replaced by the next query.
    this.prepared.on('error', () => undefined);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.prepared.end();
  }

  async onModuleInit(): Promise<void> {
    const context = await this.auth.$context;
    this.secret = context.secret;
    this.cookieName = context.authCookies.sessionToken.name;
    await this.changes.listen(IDENTITY, (person) => this.forget(person));
  }

  override async identify(request: Pick<FastifyRequest, 'headers'>): Promise<Principal | null> {
    return (await this.find(request)).principal;
  }

  override async endsAt(request: Pick<FastifyRequest, 'headers'>): Promise<number> {
    return (await this.find(request)).expires;
  }

  /** Who a request comes from and when their session ends, ms. */
  async find({ headers }: Pick<FastifyRequest, 'headers'>): Promise<Kept> {
    const cookie = readCookie(headers.cookie, this.cookieName);
    if (cookie === null) return NOBODY;
    const known = this.changes.hearing ? this.kept.get(cookie) : undefined;
    if (known && known.until > Date.now()) return known;
    const token = verifiedToken(cookie, this.secret);
    if (token === null) return NOBODY;
    const seen = this.changesSeen;
    const found = await this.reads.ask(token);
    if (seen === this.changesSeen && this.changes.hearing) this.kept.set(cookie, found);
    return found;
  }

  /** The token of the session that a request belongs to; null when its cookie isn't ours. */
  tokenOf({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
    const cookie = readCookie(headers.cookie, this.cookieName);
    return cookie === null ? null : verifiedToken(cookie, this.secret);
  }

  /**
   * Ends a session, here and in every other process.
   * @param action what the audit log tells of it, when it is the person's own doing
   */
  async end(token: string, action?: AuditAction): Promise<void> {
    const person = await this.database.transaction(async (manager) => {
      const [ended] = await manager.query<[{ person_id: string }[]]>(
        `DELETE FROM identity.session WHERE token = $1 RETURNING person_id`,
        [token],
      );
      const id = ended[0]?.person_id;
      if (id) await Changes.announce(manager, IDENTITY, id);
      if (id && action) await Audit.record(manager, { action, actor: id });
      return id;
    });
    if (person) this.changes.changedHere(IDENTITY, person);
  }

  /**
   * Ends all sessions of a person but one, in the transaction that gives the reason; call
   * `Changes.changedHere(IDENTITY, person)` after it. Returns how many have ended.
   * @param kept.except the token of the session that goes on
   */
  async endAllOf(
    manager: EntityManager,
    person: string,
    kept: { readonly except?: string } = {},
  ): Promise<number> {
    const [, ended] = await manager.query<[unknown, number]>(
      `DELETE FROM identity.session WHERE person_id = $1 AND token <> $2`,
      [person, kept.except ?? ''],
    );
    await Changes.announce(manager, IDENTITY, person);
    return ended;
  }

  /** Many at once: in the morning everybody comes with a cookie that isn't kept yet. */
  private async readAll(tokens: readonly string[]): Promise<Kept[]> {
    const { rows } = await this.prepared.query<Row>({
      name: 'sessions',
      text: SESSIONS,
      values: [tokens, LONGEST_SESSION],
    });
    const unseen = rows.filter((row) => row.unseen).map(({ token }) => token);
    if (unseen.length > 0) {
      await this.database.query(
        `UPDATE identity.session SET last_seen_at = now() WHERE token = ANY ($1)`,
        [unseen],
      );
    }
    const found = new Map(rows.map((row) => [row.token, keptOf(row)]));
    return tokens.map((token) => found.get(token) ?? NOBODY);
  }

  private forget(person: string | null): void {
    this.changesSeen += 1;
    if (person === null) this.kept.clear();
    for (const [cookie, { principal }] of this.kept.entries()) {
      if (principal?.id === person) this.kept.delete(cookie);
    }
  }
}

function keptOf(row: Row): Kept {
  const { id, name, language, strong, profile } = row;
  const isDormant = ({ role }: RoleInScope) =>
    !strong && !row.exempt && needsSecondStep.includes(role);
  const dormantRoles = row.roles.filter(isDormant);
  const roles = row.roles.filter((held) => !isDormant(held));
  const secondStep = dormantRoles.length > 0 ? 'needed' : strong || row.totp ? 'on' : 'off';
  const expires = row.expires.getTime();
  return {
    principal: {
      id,
      name,
      language,
      roles,
      dormantRoles,
      secondStep,
      deletionDueAt: row.deletion_due?.toISOString() ?? null,
      profile,
    },
    until: Math.min(expires, row.ends.getTime(), row.roles_change?.getTime() ?? Infinity),
    expires,
  };
}

/** Who is behind tokens: $1, each a look-up of its own; $2 how long a session lasts at most, s. */
const SESSIONS = `
  SELECT found.* FROM unnest($1::text[]) AS asked (token),
  LATERAL (
    SELECT s.token, p.id, p.name, p.language, s.expires_at AS expires,
      s.created_at + make_interval(secs => $2) AS ends,
      s.last_seen_at < now() - interval '10 minutes' AS unseen,
      s.second_step_at IS NOT NULL AS strong, p.demonstration AS exempt,
      EXISTS (SELECT FROM identity.totp t WHERE t.person_id = p.id
        AND t.confirmed_at IS NOT NULL) AS totp,
      (SELECT d.due_at FROM identity.deletion d WHERE d.person_id = p.id) AS deletion_due,
      ${profileOf('p')} AS profile, held.roles, held.roles_change
    FROM identity.session s
    JOIN identity.person p ON p.id = s.person_id,
    LATERAL (
      SELECT coalesce(json_agg(json_build_object('role', g.role,
            'scope', json_build_object('type', g.scope_type, 'id', g.scope_id))
          ORDER BY g.id) FILTER (WHERE g.valid_from <= now()
            AND coalesce(g.valid_to > now(), true)), '[]') AS roles,
        least(min(g.valid_from) FILTER (WHERE g.valid_from > now()),
          min(g.valid_to) FILTER (WHERE g.valid_to > now())) AS roles_change
      FROM identity.role_grant g WHERE g.person_id = p.id
    ) held
    WHERE s.token = asked.token AND s.expires_at > now()
      AND s.created_at > now() - make_interval(secs => $2)
    OFFSET 0
  ) found`;

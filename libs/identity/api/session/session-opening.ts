import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { browserOf } from '@luotsi/identity/model';
import { newId } from '@luotsi/platform/api';
import { randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import type { Principal } from '../principal';
import { AUTH, SESSION_LIFE, type Auth } from './better-auth';
import { KnownBrowsers } from './known-browsers';
import { signToken } from './session-cookie';
import { Sessions } from './sessions';

/** Who has shown who they are, and how. */
export interface Arrival {
  /** The person's id. */
  readonly person: string;
  /** What they have shown it with, for the audit log: `password`, `passkey`, a provider's id, … */
  readonly way: string;
  /** The `User-Agent` header; only the kind of browser and system is kept of it. */
  readonly userAgent: string | undefined;
  /** They have gone through a second step as well. */
  readonly secondStep: boolean;
}

/** A session that is open: who it is of, and the `Set-Cookie` that hands it over. */
export interface OpenSession {
  readonly principal: Principal;
  readonly cookies: string[];
}

/** Opens sessions: the one way in, whatever one has signed in with. */
@Injectable()
export class SessionOpening {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @InjectDataSource() private readonly database: DataSource,
    private readonly browsers: KnownBrowsers,
    private readonly sessions: Sessions,
  ) {}

  /** Opens a session with a token of its own. Null when there is no such person any more. */
  async open(arrival: Arrival): Promise<OpenSession | null> {
    const token = randomBytes(32).toString('base64url');
    await this.database.query(`DELETE FROM identity.session WHERE expires_at < now()`);
    await this.database.transaction((manager) => this.keep(manager, token, arrival));
    const cookie = await this.cookieOf(token);
    const principal = await this.sessions.identify({ headers: { cookie: cookie.split(';')[0] } });
    return principal && { principal, cookies: [cookie] };
  }

  /** Gives a session another token, as after a change of password. Returns its `Set-Cookie`. */
  async renewToken(manager: EntityManager, token: string): Promise<string> {
    const fresh = randomBytes(32).toString('base64url');
    await manager.query(
      `UPDATE identity.session SET token = $2, updated_at = now() WHERE token = $1`,
      [token, fresh],
    );
    return this.cookieOf(fresh);
  }

  private async keep(manager: EntityManager, token: string, arrival: Arrival): Promise<void> {
    const { person } = arrival;
    const kind = browserOf(arrival.userAgent);
    const [kept] = await manager.query<{ id: string }[]>(
      `INSERT INTO identity.session
         (id, person_id, token, expires_at, second_step_at, browser, system)
       SELECT $1, id, $3, now() + make_interval(secs => $4), CASE WHEN $5 THEN now() END, $6, $7
       FROM identity.person WHERE id = $2 RETURNING id`,
      [newId(), person, token, SESSION_LIFE, arrival.secondStep, kind.browser, kind.system],
    );
    if (!kept) return;
    // Whoever comes back keeps an account that was to go because nobody came.
    await manager.query(
      `WITH back AS (DELETE FROM identity.deletion WHERE person_id = $1 AND reason = 'unused')
       UPDATE identity.person SET last_sign_in_at = now() WHERE id = $1`,
      [person],
    );
    await Audit.record(manager, {
      action: 'sign-in',
      actor: person,
      facts: { way: arrival.way, secondStep: arrival.secondStep, ...kind },
    });
    await this.browsers.note(manager, person, kind);
  }

  private async cookieOf(token: string): Promise<string> {
    const { secret, authCookies } = await this.auth.$context;
    const { name, attributes } = authCookies.sessionToken;
    const secure = attributes.secure ? '; Secure' : '';
    return `${name}=${signToken(token, secret)}; Max-Age=${String(SESSION_LIFE)}; Path=/; HttpOnly${secure}; SameSite=Lax`;
  }
}

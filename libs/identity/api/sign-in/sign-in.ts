import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Credentials, Me } from '@luotsi/identity/model';
import type { Refusal } from '@luotsi/platform/model';
import { APIError } from 'better-auth/api';
import type { DataSource } from 'typeorm';
import { meOf } from '../principal';
import { AUTH, type Auth } from '../session/better-auth';
import { Sessions } from '../session/sessions';
import { Gate } from './gate';
import { SignInLimit } from './sign-in-limit';

/** Someone who has just signed in, and the `Set-Cookie` that keeps them so. */
export interface Entered {
  readonly me: Me;
  readonly cookies: string[];
}

/**
 * How many passwords are checked at once. Each takes one of the four threads that Node also needs
 * for new database connections, files and compression; a rush must leave some of them free.
 */
const CHECKED_AT_ONCE = 2;

/** Signing in with e-mail and password. */
@Injectable()
export class SignIn {
  private readonly gate = new Gate(CHECKED_AT_ONCE);

  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @InjectDataSource() private readonly database: DataSource,
    private readonly limit: SignInLimit,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Opens a new session.
   * @returns null when the e-mail or the password is wrong, which of them is never told
   */
  async enter(
    credentials: Credentials,
    ip: string,
  ): Promise<Entered | Refusal<'sign-in-paused'> | null> {
    const cookies = await this.limit.watch(credentials.email, ip, () =>
      this.gate.pass(() => this.check(credentials)),
    );
    if (!Array.isArray(cookies)) return cookies;
    const principal = await this.sessions.identify({
      headers: { cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') },
    });
    if (!principal) return null;
    await this.database.query(`DELETE FROM identity.session WHERE expires_at < now()`);
    return { me: meOf(principal), cookies };
  }

  /** The `Set-Cookie` that takes the session's cookie away. */
  async farewell(): Promise<string> {
    const { name, attributes } = (await this.auth.$context).authCookies.sessionToken;
    return `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${attributes.secure ? '; Secure' : ''}`;
  }

  /** The cookies of a new session; null when the e-mail or the password is wrong. */
  private async check(body: Credentials): Promise<string[] | null> {
    try {
      const { headers } = await this.auth.api.signInEmail({
        body,
        headers: new Headers(),
        returnHeaders: true,
      });
      return headers.getSetCookie();
    } catch (fault) {
      if (fault instanceof APIError && fault.statusCode === 401) return null;
      throw fault;
    }
  }
}

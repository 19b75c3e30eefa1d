import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Credentials } from '@luotsi/identity/model';
import { refuse, type Refusal } from '@luotsi/platform/model';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { Audit } from '../audit/audit';
import { Passwords } from '../password/passwords';
import { AUTH, type Auth } from '../session/better-auth';
import { Admission, type Admitted } from '../second-step/admission';
import { SignInLimit } from './sign-in-limit';

/** Signing in with e-mail and password. */
@Injectable()
export class SignIn {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @InjectDataSource() private readonly database: DataSource,
    private readonly limit: SignInLimit,
    private readonly admission: Admission,
    private readonly passwords: Passwords,
  ) {}

  /**
   * Opens a new session, or asks for the second step.
   * @returns null when the e-mail or the password is wrong, which of them is never told
   */
  async enter(
    credentials: Credentials,
    request: FastifyRequest,
  ): Promise<Admitted | Refusal<'sign-in-paused' | 'address-unverified'> | null> {
    const person = await this.limit.watch(credentials.email, request.ip, () =>
      this.check(credentials),
    );
    if (typeof person !== 'string') return person;
    return this.admission.admit(person, 'password', request);
  }

  /** The `Set-Cookie` that takes the session's cookie away. */
  async farewell(): Promise<string> {
    const { name, attributes } = (await this.auth.$context).authCookies.sessionToken;
    return `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${attributes.secure ? '; Secure' : ''}`;
  }

  /**
   * The person's id; null when the e-mail or the password is wrong, after the same work. Whoever has
   * registered and knows the password is told that the address waits to be confirmed.
   */
  private async check({
    email,
    password,
  }: Credentials): Promise<string | Refusal<'address-unverified'> | null> {
    const [known] = await this.database.query<{ id: string | null; hash: string | null }[]>(
      `SELECT p.id, CASE WHEN p.id IS NULL THEN s.password_hash ELSE a.password END AS hash
       FROM (VALUES ($1)) AS given (email)
       LEFT JOIN identity.person p ON p.email = given.email
       LEFT JOIN identity.account a ON a.person_id = p.id AND a.provider_id = 'credential'
       LEFT JOIN LATERAL (SELECT password_hash FROM identity.sign_up
         WHERE email = given.email ORDER BY created_at DESC LIMIT 1) s ON true`,
      [email],
    );
    if (await this.passwords.isRight(password, known?.hash)) {
      return known?.id ?? refuse('address-unverified');
    }
    // Written for an unknown address, too: how long an answer takes must not tell them apart.
    await Audit.record(this.database, {
      action: 'sign-in-failed',
      actor: null,
      subject: known?.id ?? null,
    });
    return null;
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyRequest } from 'fastify';
import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { AUTH, type Auth } from '../session/better-auth';
import { readCookie, signToken, verifiedToken } from '../session/session-cookie';

/** Seconds in which the second step has to follow the first. */
const LIFE = 600;

type Asking = Pick<FastifyRequest, 'headers'>;

/** Someone who has taken the first step and not the second. */
export interface HalfSignedInPerson {
  readonly person: string;
  /** What the first step was: `password`. */
  readonly way: string;
}

/**
 * Sign-ins that have taken their first step. A signed cookie of ten minutes holds a secret of 32
 * random bytes; PostgreSQL keeps its hash and whose it is. It opens nothing by itself and works once.
 */
@Injectable()
export class HalfSignIns {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(AUTH) private readonly auth: Auth,
  ) {}

  /** Begins one. Returns its `Set-Cookie`. */
  async begin(person: string, way: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.database.query(`DELETE FROM identity.half_sign_in WHERE expires_at < now()`);
    await this.database.query(
      `INSERT INTO identity.half_sign_in (hash, person_id, way, expires_at)
       VALUES ($1, $2, $3, now() + make_interval(secs => $4))`,
      [hashOf(token), person, way, LIFE],
    );
    const { secret } = await this.auth.$context;
    return this.cookie(signToken(token, secret), LIFE);
  }

  /** Whose sign-in a request goes on with; null when there is none, or its time is over. */
  async find(request: Asking): Promise<HalfSignedInPerson | null> {
    const hash = await this.hashIn(request);
    if (hash === null) return null;
    const [found] = await this.database.query<HalfSignedInPerson[]>(
      `SELECT person_id AS person, way FROM identity.half_sign_in
       WHERE hash = $1 AND expires_at > now()`,
      [hash],
    );
    return found ?? null;
  }

  /** Uses it up. False when another request has done so, or its time is over. */
  async use(request: Asking): Promise<boolean> {
    const [used] = await this.database.query<[unknown[], number]>(
      `DELETE FROM identity.half_sign_in WHERE hash = $1 AND expires_at > now() RETURNING person_id`,
      [await this.hashIn(request)],
    );
    return used.length > 0;
  }

  /** The `Set-Cookie` that takes its cookie away. */
  async farewell(): Promise<string> {
    return this.cookie('', 0);
  }

  private async hashIn({ headers }: Asking): Promise<Buffer | null> {
    const { secret } = await this.auth.$context;
    const cookie = readCookie(headers.cookie, (await this.named()).name);
    const token = cookie === null ? null : verifiedToken(cookie, secret);
    return token === null ? null : hashOf(token);
  }

  private async cookie(value: string, life: number): Promise<string> {
    const { name, secure } = await this.named();
    return `${name}=${value}; Max-Age=${String(life)}; Path=/api/auth; HttpOnly${secure ? '; Secure' : ''}; SameSite=Strict`;
  }

  private async named() {
    const { authCookies } = await this.auth.$context;
    const secure = authCookies.sessionToken.attributes.secure === true;
    return { name: `${secure ? '__Secure-' : ''}luotsi.second_step`, secure };
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { asksSecondStep } from '@luotsi/identity/model';
import { isRefusal, refuse, type Refusal } from '@luotsi/platform/model';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { Passwords } from '../password/passwords';
import { Sessions } from '../session/sessions';
import { SignInLimit } from '../sign-in/sign-in-limit';
import { readMethods, type Methods } from './methods';

/** Minutes from signing in in which who has no password may change how they sign in. */
const FRESH = 10;

/** What is asked once more before how one signs in changes (ASVS 5.0, 7.5.1). */
export type ProofMissing = Refusal<
  'wrong-password' | 'sign-in-paused' | 'fresh-sign-in-needed' | 'second-step-needed'
>;

interface Session {
  readonly strong: boolean;
  readonly fresh: boolean;
}

/** Makes sure that it is still the person themselves: an open computer is not enough. */
@Injectable()
export class Proof {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly limit: SignInLimit,
  ) {}

  /**
   * The password, where the account has one, else a sign-in that is fresh. Who has a second step must
   * have taken it.
   * @param instead `fresh`: a fresh sign-in does, too, where no password is given
   * @returns what the person has set up, or what is missing
   */
  async ask(
    person: string,
    password: string | undefined,
    request: FastifyRequest,
    instead?: 'fresh',
  ): Promise<Methods | ProofMissing> {
    const methods = await this.strongEnough(person, request);
    if (isRefusal(methods)) return methods;
    const mayBeFresh = instead === 'fresh' && password === undefined;
    if (mayBeFresh && (await this.session(request)).fresh) return methods;
    if (methods.password) return this.askPassword(person, password, request, methods);
    const { fresh } = await this.session(request);
    return fresh ? methods : refuse('fresh-sign-in-needed');
  }

  /** Refuses a session that has not taken the second step that the person has set up. */
  async strongEnough(
    person: string,
    request: FastifyRequest,
  ): Promise<Methods | Refusal<'second-step-needed'>> {
    const methods = await readMethods(this.database, person);
    if (methods === null) throw new Error('Who is signed in has gone meanwhile.');
    if (!asksSecondStep(methods)) return methods;
    return (await this.session(request)).strong ? methods : refuse('second-step-needed');
  }

  /** Whether a request's session has taken its second step, and is fresh. */
  async session(request: FastifyRequest): Promise<Session> {
    const [session] = await this.database.query<Session[]>(
      `SELECT second_step_at IS NOT NULL AS strong,
         created_at > now() - make_interval(mins => $2) AS fresh
       FROM identity.session WHERE token = $1`,
      [this.sessions.tokenOf(request), FRESH],
    );
    return session ?? { strong: false, fresh: false };
  }

  private async askPassword(
    person: string,
    password: string | undefined,
    request: FastifyRequest,
    methods: Methods,
  ): Promise<Methods | Refusal<'wrong-password' | 'sign-in-paused'>> {
    if (!password) return refuse('wrong-password');
    const [known] = await this.database.query<{ email: string; hash: string }[]>(
      `SELECT p.email, a.password AS hash FROM identity.person p
       JOIN identity.account a ON a.person_id = p.id AND a.provider_id = 'credential'
       WHERE p.id = $1`,
      [person],
    );
    const right = await this.limit.watch(known?.email ?? person, request.ip, async () =>
      (await this.passwords.isRight(password, known?.hash)) ? true : null,
    );
    return right === true ? methods : (right ?? refuse('wrong-password'));
  }
}

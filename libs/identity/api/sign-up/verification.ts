import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ProblemException } from '@luotsi/platform/api';
import { isRefusal, type Language } from '@luotsi/platform/model';
import type { FastifyRequest } from 'fastify';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { MailLinks } from '../mail-link/mail-links';
import { Passwords } from '../password/passwords';
import { addPasswords, addPeople, grantRole } from '../people/people';
import { SessionOpening, type OpenSession } from '../session/session-opening';
import { SignInLimit } from '../sign-in/sign-in-limit';

interface OpenRegistration {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly password_hash: string;
}

/**
 * Confirming an address. The link alone does not do: whoever opens it also has the password that was
 * chosen, so that nobody confirms an account that somebody else has registered in their name.
 */
@Injectable()
export class Verification {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly limit: SignInLimit,
    private readonly links: MailLinks,
    private readonly opening: SessionOpening,
    private readonly passwords: Passwords,
  ) {}

  /**
   * Makes the account of a registration and signs its owner in.
   * @throws ProblemException of the link, `present-password-wrong`, `sign-in-paused`,
   *   `account-exists`
   */
  async verify(
    { token, password }: { readonly token: string; readonly password: string },
    { ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>,
  ): Promise<OpenSession> {
    const { signUp } = await this.links.read(this.database.manager, token, ['verify']);
    const [open] = await this.database.query<OpenRegistration[]>(
      `SELECT name, email, language, password_hash FROM identity.sign_up WHERE id = $1`,
      [signUp],
    );
    if (!open) throw new ProblemException('letter-link-unknown');
    const right = await this.limit.watch(open.email, ip, async () =>
      (await this.passwords.isRight(password, open.password_hash)) ? true : null,
    );
    if (right === null) throw new ProblemException('present-password-wrong');
    if (isRefusal(right)) throw ProblemException.of(right);
    const person = await this.database.transaction((it) => this.settle(it, token, open));
    if (person === null) throw new ProblemException('account-exists');
    const userAgent = headers['user-agent'];
    const session = await this.opening.open({
      person,
      way: 'password',
      userAgent,
      secondStep: false,
    });
    if (!session) throw new ProblemException('sign-in-needed');
    return session;
  }

  /** Makes a person of a registration. Null when the address has got an account meanwhile. */
  private async settle(
    manager: EntityManager,
    token: string,
    { name, email, language, password_hash: passwordHash }: OpenRegistration,
  ): Promise<string | null> {
    await this.links.use(manager, token, ['verify']);
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [email]);
    const [taken] = await manager.query<unknown[]>(
      `SELECT 1 FROM identity.person WHERE email = $1`,
      [email],
    );
    if (taken) return null;
    const [person = ''] = await addPeople(manager, [{ name, email, language }]);
    await addPasswords(manager, [{ id: person, passwordHash }]);
    await grantRole(manager, person, 'counsellor', { type: 'country', id: null });
    // Links of this and of older registrations say that they have been used.
    await manager.query(
      `UPDATE identity.link_token SET person_id = $1, sign_up_id = NULL, used_at = now()
       WHERE sign_up_id IN (SELECT id FROM identity.sign_up WHERE email = $2)`,
      [person, email],
    );
    await manager.query(`DELETE FROM identity.sign_up WHERE email = $1`, [email]);
    await Audit.record(manager, { action: 'account-created', actor: person, subject: person });
    return person;
  }
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Changes, ProblemException } from '@luotsi/platform/api';
import { isRefusal, type Language } from '@luotsi/platform/model';
import type { DataSource } from 'typeorm';
import { Audit } from '../audit/audit';
import { IDENTITY } from '../people/people';
import { SessionOpening } from '../session/session-opening';
import { Sessions } from '../session/sessions';
import { SignInLimit } from '../sign-in/sign-in-limit';
import { PasswordKeeping, type PasswordOwner } from './password-keeping';
import { Passwords } from './passwords';

interface OwnerWithHash extends PasswordOwner {
  readonly hash: string | null;
}

/** Changing one's password while signed in, which asks for the present one. */
@Injectable()
export class PasswordChange {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly changes: Changes,
    private readonly keeping: PasswordKeeping,
    private readonly limit: SignInLimit,
    private readonly opening: SessionOpening,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /** Whether a person has a password. */
  async isSet(person: string): Promise<boolean> {
    return (await this.ownerOf(person)).hash !== null;
  }

  /**
   * Makes sure that it is the person who asks, by their password: for whatever changes how they
   * sign in. Failures count as those of signing in do.
   * @throws ProblemException `no-password`, `present-password-wrong`, `sign-in-paused`
   */
  async mustKnow(person: string, password: string, ip: string): Promise<PasswordOwner> {
    const owner = await this.ownerOf(person);
    if (owner.hash === null) throw new ProblemException('no-password');
    const right = await this.limit.watch(owner.email, ip, async () =>
      (await this.passwords.isRight(password, owner.hash)) ? true : null,
    );
    if (right === null) throw new ProblemException('present-password-wrong');
    if (isRefusal(right)) throw ProblemException.of(right);
    return owner;
  }

  /**
   * Keeps the new password, ends all other sign-ins and gives this one a new token.
   * @param token the session's in which it is asked for
   * @throws ProblemException as `mustKnow`; `validation-failed` for a password that is not taken
   */
  async change(
    person: string,
    { present, password }: { readonly present: string; readonly password: string },
    {
      ip,
      token,
      language,
    }: { readonly ip: string; readonly token: string; readonly language: Language },
  ): Promise<{ readonly ended: number; readonly cookie: string }> {
    const owner = await this.mustKnow(person, present, ip);
    await this.passwords.mustBeGood(password, owner, language);
    const hash = await this.passwords.hash(password);
    const changed = await this.database.transaction(async (manager) => {
      await this.keeping.keep(manager, owner, hash);
      const ended = await this.sessions.endAllOf(manager, person, { except: token });
      const cookie = await this.opening.renewToken(manager, token);
      await Audit.record(manager, { action: 'password-changed', actor: person, subject: person });
      return { ended, cookie };
    });
    this.changes.changedHere(IDENTITY, person);
    return changed;
  }

  private async ownerOf(person: string): Promise<OwnerWithHash> {
    const [owner] = await this.database.query<OwnerWithHash[]>(
      `SELECT p.id, p.name, p.email, p.language, a.password AS hash FROM identity.person p
       LEFT JOIN identity.account a ON a.person_id = p.id AND a.provider_id = 'credential'
       WHERE p.id = $1`,
      [person],
    );
    if (!owner) throw new ProblemException('sign-in-needed');
    return owner;
  }
}

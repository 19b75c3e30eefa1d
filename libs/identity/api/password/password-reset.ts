import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Changes,
  CONFIGURATION,
  Mail,
  newId,
  ProblemException,
  publicOrigin,
  type Configuration,
} from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { LetterLimit } from '../limits/letter-limit';
import { undoneUnless } from '../limits/undone-unless';
import { MailLinks } from '../mail-link/mail-links';
import { IDENTITY } from '../people/people';
import { Sessions } from '../session/sessions';
import { SignInLimit } from '../sign-in/sign-in-limit';
import { unfinishedLetter } from '../sign-up/letters';
import { openRegistration } from '../sign-up/sign-up';
import { resetLetter } from './letters';
import { PasswordKeeping, type PasswordOwner } from './password-keeping';
import { Passwords } from './passwords';

/** Choosing a new password with a link in a letter, when the old one is forgotten. */
@Injectable()
export class PasswordReset {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly changes: Changes,
    private readonly keeping: PasswordKeeping,
    private readonly letterLimit: LetterLimit,
    private readonly links: MailLinks,
    private readonly mail: Mail,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly signInLimit: SignInLimit,
  ) {}

  /**
   * Posts the link where there is an account; where there is none, the same work is undone.
   * @throws ProblemException `letters-paused`
   */
  async ask(email: string, language: Language, ip: string): Promise<void> {
    await this.letterLimit.count(email, ip);
    await this.database.transaction(async (manager) => {
      const [known] = await manager.query<{ id: string; name: string; language: Language }[]>(
        `SELECT id, name, language FROM identity.person WHERE email = $1`,
        [email],
      );
      const [open] = await openRegistration(manager, email);
      await undoneUnless(manager, Boolean(known ?? open), async () => {
        const url = await this.links.make(manager, 'reset', { person: known?.id ?? newId() });
        const spoken = known?.language ?? language;
        await this.mail.post(manager, {
          to: { name: known?.name ?? null, address: email },
          person: known?.id ?? null,
          kind: 'password-reset',
          language: spoken,
          content: open
            ? unfinishedLetter(spoken, `${publicOrigin(this.configuration)}/sign-up`)
            : resetLetter(spoken, url),
        });
      });
    });
  }

  /**
   * Keeps the new password, ends all sign-ins, and lets in whom too many failures had locked out.
   * @returns the e-mail address of the account
   * @throws ProblemException of the link; `validation-failed` for a password that is not taken
   */
  async choose(token: string, password: string, language: Language): Promise<string> {
    const { manager } = this.database;
    const owner = await ownerOf(manager, await this.links.read(manager, token, ['reset']));
    await this.passwords.mustBeGood(password, owner, language);
    const hash = await this.passwords.hash(password);
    await this.database.transaction(async (it) => {
      await this.links.use(it, token, ['reset']);
      await this.keeping.keep(it, owner, hash);
      await this.sessions.endAllOf(it, owner.id);
      await Audit.record(it, { action: 'password-reset', actor: owner.id, subject: owner.id });
    });
    this.changes.changedHere(IDENTITY, owner.id);
    await this.signInLimit.pardon(owner.email);
    return owner.email;
  }
}

async function ownerOf(
  manager: EntityManager,
  { person }: { readonly person: string | null },
): Promise<PasswordOwner> {
  const [owner] = await manager.query<PasswordOwner[]>(
    `SELECT id, name, email, language FROM identity.person WHERE id = $1`,
    [person],
  );
  if (!owner) throw new ProblemException('letter-link-unknown');
  return owner;
}

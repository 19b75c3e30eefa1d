import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, Mail, publicOrigin, type Configuration } from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { MailLinks } from '../mail-link/mail-links';
import { addPasswords } from '../people/people';
import { passwordChangedLetter } from './letters';

/** Whose password is kept. */
export interface PasswordOwner {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** Keeping a new password, with all that follows from it, in one transaction. */
@Injectable()
export class PasswordKeeping {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly links: MailLinks,
    private readonly mail: Mail,
  ) {}

  /** Links to a new password that are still out work no longer, and the owner is told. */
  async keep(manager: EntityManager, owner: PasswordOwner, passwordHash: string): Promise<void> {
    const [, changed] = await manager.query<[unknown, number]>(
      `UPDATE identity.account SET password = $2, updated_at = now()
       WHERE person_id = $1 AND provider_id = 'credential'`,
      [owner.id, passwordHash],
    );
    if (changed === 0) await addPasswords(manager, [{ id: owner.id, passwordHash }]);
    await this.links.close(manager, owner.id, ['reset']);
    await this.mail.post(manager, {
      to: { name: owner.name, address: owner.email },
      person: owner.id,
      kind: 'password-changed',
      language: owner.language,
      content: passwordChangedLetter(
        owner.language,
        `${publicOrigin(this.configuration)}/forgot-password`,
      ),
    });
  }
}

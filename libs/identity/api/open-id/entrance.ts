import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { newId } from '@luotsi/platform/api';
import {
  chooseLanguage,
  isRefusal,
  refuse,
  type Language,
  type Refusal,
} from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { grantRole } from '../people/people';
import { Links } from './links';
import type { Proven } from './providers';

/** What a proof leads to: an account, or the secret of a link that waits for its owner. */
export type Entered =
  | { readonly person: string; readonly waiting?: never }
  | { readonly waiting: string; readonly person?: never };

/** Letting in someone whom a provider has proven. */
@Injectable()
export class Entrance {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly links: Links,
  ) {}

  /**
   * Finds the account that is linked; makes one for who is new. An account with the same
   * e-mail that isn't linked waits until its owner has signed in to it: whoever runs a provider, or
   * gets an old address there, is not let in by an e-mail alone.
   * @param language what the browser prefers, for a new account
   */
  async enter(
    proven: Proven,
    language: Language,
  ): Promise<Entered | Refusal<'provider-email-unverified'>> {
    return this.database.transaction(async (manager) => {
      const linked = await this.links.personOf(manager, proven);
      if (linked) return { person: linked };
      if (proven.email === null) return refuse('provider-email-unverified');
      const made = await this.make(manager, proven, proven.email, language);
      if (!made) return this.wait(manager, proven, proven.email);
      const link = await this.links.link(manager, made, proven);
      // Two of the same sign-in at once: the e-mail's unique index has let only one through to here.
      if (isRefusal(link)) throw new Error('A new person’s provider is linked already.');
      return { person: made };
    });
  }

  private async wait(manager: EntityManager, proven: Proven, email: string): Promise<Entered> {
    const [owner] = await manager.query<{ id: string }[]>(
      `SELECT id FROM identity.person WHERE email = $1`,
      [email],
    );
    if (!owner) throw new Error('The account with this e-mail has gone meanwhile.');
    return { waiting: await this.links.wait(manager, owner.id, proven) };
  }

  /** Adds a counsellor; null when the e-mail has an account. */
  private async make(
    manager: EntityManager,
    { name, locale }: Proven,
    email: string,
    language: Language,
  ): Promise<string | null> {
    const [added] = await manager.query<{ id: string }[]>(
      `INSERT INTO identity.person (id, name, email, email_verified, language)
       VALUES ($1, $2, $3, true, $4) ON CONFLICT (email) DO NOTHING RETURNING id`,
      [newId(), nameOf(name, email), email, locale ? chooseLanguage([locale, language]) : language],
    );
    if (!added) return null;
    await Audit.record(manager, {
      action: 'account-created',
      actor: added.id,
      subject: added.id,
      facts: { way: 'provider' },
    });
    await grantRole(manager, added.id, 'counsellor', { type: 'country', id: null });
    return added.id;
  }
}

/** The name as the provider has it, else what stands before the @; as long as names may be here. */
function nameOf(name: string | null, email: string): string {
  const given = (name ?? '')
    .replace(/\p{Cc}|\p{Surrogate}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const [before = email] = email.split('@');
  return [...(given || before)].slice(0, 100).join('');
}

import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { OwnAddress } from '@luotsi/identity/model';
import {
  CONFIGURATION,
  Mail,
  newId,
  ProblemException,
  publicOrigin,
  type Configuration,
} from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { LetterLimit } from '../limits/letter-limit';
import { MailLinks } from '../mail-link/mail-links';
import { addressTakenLetter, newAddressLetter, oldAddressLetter } from './letters';

/** Whose address is to change. */
export interface AddressOwner {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

interface Row {
  readonly email: string;
  readonly pending_email: string | null;
  readonly old_confirmed_at: Date | null;
  readonly new_confirmed_at: Date | null;
  readonly expires_at: Date;
}

/** Asking for another e-mail address, which counts once it is confirmed at both. */
@Injectable()
export class AddressChange {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly limit: LetterLimit,
    private readonly links: MailLinks,
    private readonly mail: Mail,
  ) {}

  /** A person's address, and the change of it that waits. */
  async read(person: string): Promise<OwnAddress> {
    const [row] = await this.database.query<Row[]>(
      `SELECT p.email, c.email AS pending_email, c.old_confirmed_at, c.new_confirmed_at,
         c.expires_at
       FROM identity.person p
       LEFT JOIN identity.address_change c ON c.person_id = p.id AND c.expires_at > now()
       WHERE p.id = $1`,
      [person],
    );
    if (!row) throw new ProblemException('sign-in-needed');
    return {
      email: row.email,
      pending: row.pending_email && {
        email: row.pending_email,
        confirmedAtOld: row.old_confirmed_at !== null,
        confirmedAtNew: row.new_confirmed_at !== null,
        expiresAt: row.expires_at.toISOString(),
      },
    } as OwnAddress;
  }

  /**
   * Posts a letter to each address. Whether the new one has an account only its letter says.
   * @throws ProblemException `same-address`, `letters-paused`
   */
  async ask(owner: AddressOwner, email: string, ip: string): Promise<void> {
    if (owner.email === email) throw new ProblemException('same-address');
    await this.limit.count(owner.email, ip);
    await this.limit.count(email, ip);
    await this.database.transaction(async (manager) => {
      await this.giveUp(manager, owner.id);
      const addressChange = newId();
      await manager.query(
        `INSERT INTO identity.address_change (id, person_id, email, expires_at)
         VALUES ($1, $2, $3, now() + interval '24 hours')`,
        [addressChange, owner.id, email],
      );
      const target = { person: owner.id, addressChange };
      await this.writeToNew(
        manager,
        owner,
        email,
        await this.links.make(manager, 'address-new', target),
      );
      const url = await this.links.make(manager, 'address-old', target);
      await this.mail.post(manager, {
        to: { name: owner.name, address: owner.email },
        person: owner.id,
        kind: 'address-change',
        language: owner.language,
        content: oldAddressLetter(owner.language, url, email),
      });
    });
  }

  /** Gives up what waits: its links work no longer. */
  async giveUp(manager: EntityManager, person: string): Promise<void> {
    await this.links.close(manager, person, ['address-old', 'address-new']);
    await manager.query(`DELETE FROM identity.address_change WHERE person_id = $1`, [person]);
  }

  private async writeToNew(
    manager: EntityManager,
    { id, language }: AddressOwner,
    email: string,
    url: string,
  ): Promise<void> {
    const [taken] = await manager.query<{ id: string; language: Language }[]>(
      `SELECT id, language FROM identity.person WHERE email = $1`,
      [email],
    );
    const signIn = `${publicOrigin(this.configuration)}/sign-in`;
    await this.mail.post(manager, {
      to: { name: null, address: email },
      person: taken?.id ?? id,
      kind: 'address-change',
      language: taken?.language ?? language,
      content: taken ? addressTakenLetter(taken.language, signIn) : newAddressLetter(language, url),
    });
  }
}

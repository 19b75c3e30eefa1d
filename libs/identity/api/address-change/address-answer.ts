import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Changes,
  CONFIGURATION,
  Mail,
  ProblemException,
  publicOrigin,
  type Configuration,
} from '@luotsi/platform/api';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { MailLinks, type LinkPurpose } from '../mail-link/mail-links';
import { IDENTITY } from '../people/people';
import { AddressChange, type AddressOwner } from './address-change';
import { addressChangedLetter } from './letters';

/** How a change of address stands after one of the two has answered. */
export type AddressState = 'waiting' | 'changed' | 'refused';

interface Pending extends AddressOwner {
  readonly wanted: string;
  readonly both: boolean;
}

const purposes: readonly LinkPurpose[] = ['address-old', 'address-new'];

/** Answering the letters about a change of address: it counts when both have confirmed it. */
@Injectable()
export class AddressAnswer {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly asking: AddressChange,
    private readonly changes: Changes,
    private readonly links: MailLinks,
    private readonly mail: Mail,
  ) {}

  /** @throws ProblemException of the link; `account-exists` when the new address has got one */
  async answer(token: string, answer: 'confirm' | 'refuse'): Promise<AddressState> {
    const { person, state } = await this.database.transaction(async (manager) => {
      const link = await this.links.use(manager, token, purposes);
      const person = link.person ?? '';
      if (answer === 'refuse') {
        await this.asking.giveUp(manager, person);
        return { person, state: 'refused' as const };
      }
      const pending = await confirm(manager, link.addressChange, link.purpose);
      if (!pending.both) return { person, state: 'waiting' as const };
      await this.settle(manager, pending);
      return { person, state: 'changed' as const };
    });
    if (state === 'changed') this.changes.changedHere(IDENTITY, person);
    return state;
  }

  private async settle(manager: EntityManager, pending: Pending): Promise<void> {
    const { id, name, email, wanted, language } = pending;
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [wanted]);
    const [taken] = await manager.query<unknown[]>(
      `SELECT 1 FROM identity.person WHERE email = $1`,
      [wanted],
    );
    if (taken) throw new ProblemException('account-exists');
    await manager.query(`UPDATE identity.person SET email = $2, updated_at = now() WHERE id = $1`, [
      id,
      wanted,
    ]);
    await manager.query(`DELETE FROM identity.address_change WHERE person_id = $1`, [id]);
    await this.links.close(manager, id, ['reset', ...purposes]);
    await Audit.record(manager, { action: 'email-changed', actor: id, subject: id });
    await Changes.announce(manager, IDENTITY, id);
    const content = addressChangedLetter(
      language,
      `${publicOrigin(this.configuration)}/account`,
      wanted,
    );
    for (const address of [email, wanted]) {
      const to = { name, address };
      await this.mail.post(manager, { to, person: id, kind: 'address-changed', language, content });
    }
  }
}

/** Notes that one address has confirmed the change; tells whether now both have. */
async function confirm(
  manager: EntityManager,
  change: string | null,
  purpose: LinkPurpose,
): Promise<Pending> {
  const column = purpose === 'address-old' ? 'old_confirmed_at' : 'new_confirmed_at';
  await manager.query(`UPDATE identity.address_change SET ${column} = now() WHERE id = $1`, [
    change,
  ]);
  const [pending] = await manager.query<Pending[]>(
    `SELECT p.id, p.name, p.email, p.language, c.email AS wanted,
       c.old_confirmed_at IS NOT NULL AND c.new_confirmed_at IS NOT NULL AS both
     FROM identity.address_change c JOIN identity.person p ON p.id = c.person_id
     WHERE c.id = $1`,
    [change],
  );
  if (!pending) throw new ProblemException('letter-link-used');
  return pending;
}

import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIGURATION, type Configuration } from '../config/configuration';
import { Changes } from '../database/changes';
import { newId } from '../database/new-id';
import { publicOrigin } from '../security/origins';
import type { Letter } from './letter';
import { renderLetter } from './render-letter';
import { senderOf } from './sender';

/** What `Changes` calls a letter that waits to be delivered. */
export const MAIL = 'mail';

/** The outbox: what is posted is delivered, in order for each recipient. */
@Injectable()
export class Mail {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  /**
   * Posts a letter in the transaction that causes it.
   * @returns its id, which its Message-ID is made of
   * @throws Error where the address can't be one, or an action leads elsewhere than to the web
   */
  async post(manager: EntityManager, letter: Letter): Promise<string> {
    const { to, person, kind, language, content, unsubscribe, calendars = [] } = letter;
    if (!manager.queryRunner?.isTransactionActive)
      throw new Error('Letters belong into a transaction.');
    if (!isAddress(to.address)) throw new Error('A letter needs an address.');
    const id = newId();
    const rendered = renderLetter(content, {
      language,
      origin: publicOrigin(this.configuration),
      unsubscribe: unsubscribe?.url,
    });
    await manager.query(
      `INSERT INTO platform.mail (id, message_id, person_id, kind, language, recipient, to_name,
         to_address, subject, text, html, unsubscribe, calendars)
       VALUES ($1, $2, $3, $4, $5, lower($6), $7, $6, $8, $9, $10, $11, $12)`,
      [
        id,
        `<${id}@${senderOf(this.configuration).domain}>`,
        person,
        kind,
        language,
        to.address,
        to.name,
        rendered.subject,
        rendered.text,
        rendered.html,
        unsubscribe?.url ?? null,
        JSON.stringify(calendars),
      ],
    );
    await Changes.announce(manager, MAIL, 'posted');
    return id;
  }
}

/** Whether it can be one at all (RFC 5321 §4.1.2): the mail server knows the rest. */
function isAddress(address: string): boolean {
  return address.length <= 320 && /^[^\p{Cc}]+@[^\s\p{Cc}@<>]+$/u.test(address);
}

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
    const [id = ''] = await this.postAll(manager, [letter]);
    return id;
  }

  /**
   * Posts letters, however many, in two statements; each person's in the order given.
   * @returns their ids
   * @throws Error as `post`; then none is posted
   */
  async postAll(manager: EntityManager, letters: readonly Letter[]): Promise<string[]> {
    if (!manager.queryRunner?.isTransactionActive)
      throw new Error('Letters belong into a transaction.');
    const rows = letters.map((letter) => this.rowOf(letter));
    await manager.query(POST, [JSON.stringify(rows)]);
    await Changes.announce(manager, MAIL, 'posted');
    return rows.map(({ id }) => id);
  }

  private rowOf({ to, person, kind, language, content, unsubscribe, calendars = [] }: Letter) {
    if (!isAddress(to.address)) throw new Error('A letter needs an address.');
    const id = newId();
    return {
      id,
      message_id: `<${id}@${senderOf(this.configuration).domain}>`,
      person_id: person,
      kind,
      language,
      recipient: to.address,
      to_name: to.name,
      to_address: to.address,
      ...renderLetter(content, {
        language,
        origin: publicOrigin(this.configuration),
        unsubscribe: unsubscribe?.url,
      }),
      unsubscribe: unsubscribe?.url ?? null,
      calendars,
    };
  }
}

const COLUMNS = [
  'id uuid',
  'message_id text',
  'person_id uuid',
  'kind text',
  'language text',
  'recipient text',
  'to_name text',
  'to_address text',
  'subject text',
  'text text',
  'html text',
  'unsubscribe text',
  'calendars jsonb',
];
const NAMES = COLUMNS.map((column) => column.split(' ', 1)[0]).join(', ');

/** `ORDINALITY`: letters are numbered, and so delivered, in the order in which they were given. */
const POST = `
  INSERT INTO platform.mail (${NAMES})
  SELECT ${NAMES.replace('recipient', 'lower(recipient)')} FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (${COLUMNS.join(', ')}))
    WITH ORDINALITY AS letter (${NAMES}, place)
  ORDER BY place`;

/** Whether it can be one at all (RFC 5321 §4.1.2): the mail server knows the rest. */
function isAddress(address: string): boolean {
  return address.length <= 320 && /^[^\p{Cc}]+@[^\s\p{Cc}@<>]+$/u.test(address);
}

import { poolOf } from '../../jobs/connections';
import type { DataSource } from 'typeorm';
import type { LetterCalendar } from '../letter';
import type { MailClock } from './mail-clock';
import { GIVEN_UP_AFTER_DAYS } from './patience';

/** A letter that waits, as far as its turn depends on it. */
export interface Waiting {
  readonly id: string;
  readonly recipient: string;
}

/** A letter as it is handed to the mail server. */
export interface Outgoing {
  readonly id: string;
  readonly messageId: string;
  readonly language: string;
  readonly name: string | null;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly unsubscribe: string | null;
  readonly calendars: readonly LetterCalendar[];
  readonly attempts: number;
  readonly at: Date;
}

/** The table of letters, as the one who delivers them reads and keeps it. */
export class Outbox {
  constructor(
    private readonly database: DataSource,
    private readonly clock: MailClock,
  ) {}

  /**
   * Letters whose turn it is, the oldest first: not those in hand, and none to a recipient who has
   * one that waits for its next try.
   */
  async due(inHand: readonly string[], limit: number): Promise<Waiting[]> {
    const { rows } = await poolOf(this.database).query<Waiting>({
      name: 'mail.due',
      text: `SELECT id, recipient FROM platform.mail
        WHERE state = 'waiting' AND id <> ALL ($1::uuid[])
          AND recipient NOT IN (
            SELECT recipient FROM platform.mail WHERE state = 'waiting' AND retry_at > now())
        ORDER BY number LIMIT $2`,
      values: [inHand, limit],
    });
    return rows;
  }

  /**
   * Milliseconds until the next recipient whose letter was put off has their turn again, 0 when it
   * has come since the outbox was asked; null when no letter was put off. Meant for when none is in
   * hand.
   */
  async nextRetry(): Promise<number | null> {
    const { rows } = await poolOf(this.database).query<{ wait: string | null }>(
      `SELECT extract(epoch FROM min(free_at) - now()) * 1000 AS wait
       FROM (SELECT max(retry_at) AS free_at FROM platform.mail
             WHERE state = 'waiting' AND retry_at IS NOT NULL GROUP BY recipient) AS put_off`,
    );
    const wait = rows[0]?.wait ?? null;
    return wait === null ? null : Math.max(0, Number(wait) * this.clock.pace);
  }

  /** A letter that still waits, whole. */
  async read(id: string): Promise<Outgoing | null> {
    const { rows } = await poolOf(this.database).query<Outgoing>({
      name: 'mail.read',
      text: `SELECT id, message_id AS "messageId", language, to_name AS name, to_address AS address,
          subject, text, html, unsubscribe, calendars, attempts, posted_at AS at
        FROM platform.mail WHERE id = $1 AND state = 'waiting'`,
      values: [id],
    });
    return rows[0] ?? null;
  }

  /** The mail server has taken it. */
  sent(id: string, answer: string): Promise<void> {
    return this.end(id, 'sent', answer);
  }

  /** The mail server will never take it. */
  refused(id: string, answer: string): Promise<void> {
    return this.end(id, 'refused', answer);
  }

  /** It is tried again; one that has waited for days is given up. */
  async putOff(id: string, answer: string, wait: number): Promise<void> {
    await poolOf(this.database).query(
      `UPDATE platform.mail SET attempts = attempts + 1, answer = $2,
         retry_at = now() + $3 * interval '1 millisecond',
         state = CASE WHEN given_up THEN 'refused' ELSE 'waiting' END,
         ended_at = CASE WHEN given_up THEN now() END
       FROM (SELECT posted_at < now() - interval '${String(GIVEN_UP_AFTER_DAYS)} days' AS given_up
             FROM platform.mail WHERE id = $1) AS age
       WHERE id = $1 AND state = 'waiting'`,
      [id, answer, Math.round(this.clock.wait(wait))],
    );
  }

  private async end(id: string, state: string, answer: string): Promise<void> {
    await poolOf(this.database).query({
      name: 'mail.end',
      text: `UPDATE platform.mail SET state = $2, answer = $3, attempts = attempts + 1,
          retry_at = NULL, ended_at = now()
        WHERE id = $1 AND state = 'waiting'`,
      values: [id, state, answer],
    });
  }
}

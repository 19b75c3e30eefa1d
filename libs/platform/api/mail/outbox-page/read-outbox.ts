import type { DataSource } from 'typeorm';
import type { LetterCalendar } from '../letter';

/** A letter as `GET /dev/outbox` shows it. */
export interface OutboxItem {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendars: readonly LetterCalendar[];
  /** When it was posted, ISO 8601. */
  readonly at: string;
}

/** The same, with what only people look at. */
export interface ShownLetter extends OutboxItem {
  readonly name: string | null;
  readonly language: string;
  readonly kind: string;
  readonly state: 'waiting' | 'sent' | 'refused';
}

/** Letters, the newest first; of one address only when it is given. */
export async function readOutbox(
  database: DataSource,
  limit: number,
  to?: string,
): Promise<ShownLetter[]> {
  const rows = await database.query<(Omit<ShownLetter, 'at'> & { at: Date })[]>(
    `SELECT id, to_address AS to, to_name AS name, language, kind, state, subject, text, html,
       calendars, posted_at AS at
     FROM platform.mail WHERE $2::text IS NULL OR recipient = lower($2)
     ORDER BY number DESC LIMIT $1`,
    [limit, to ?? null],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** A letter's HTML; null when there is no such letter. */
export async function readLetterHtml(database: DataSource, id: string): Promise<string | null> {
  const [row] = await database.query<{ html: string }[]>(
    `SELECT html FROM platform.mail WHERE id = $1`,
    [id],
  );
  return row?.html ?? null;
}

/** What the JSON answer holds: exactly what is promised, nothing more. */
export function itemOf(letter: ShownLetter): OutboxItem {
  const { id, to, subject, text, html, calendars, at } = letter;
  return {
    id,
    to,
    subject,
    text,
    html,
    calendars: calendars.map(({ method, uid, ics }) => ({ method, uid, ics })),
    at,
  };
}

import type { TestDatabase } from './database';

/** A letter of the outbox. */
export interface PostedLetter {
  readonly id: string;
  readonly kind: string;
  readonly person: string | null;
  readonly language: string;
  readonly address: string;
  readonly name: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly unsubscribe: string | null;
  readonly calendars: readonly { method: string; uid: string; ics: string }[];
  readonly state: 'waiting' | 'sent' | 'refused';
  readonly attempts: number;
  /** Where its first action leads; empty when there is none. */
  readonly link: string;
}

/** What has been posted, newest last; to one address, or to all. */
export async function postedLetters(
  query: TestDatabase['query'],
  address?: string,
): Promise<PostedLetter[]> {
  const rows = await query<Omit<PostedLetter, 'link'>>(
    `SELECT id, kind, person_id AS person, language, to_address AS address, to_name AS name,
       subject, text, html, unsubscribe, calendars, state, attempts
     FROM platform.mail WHERE $1::text IS NULL OR recipient = lower($1) ORDER BY number`,
    [address ?? null],
  );
  return rows.map((row) => ({ ...row, link: linkOf(row.html) }));
}

function linkOf(html: string): string {
  const [, href = ''] = /<a class="action" href="([^"]+)"/.exec(html) ?? [];
  return href.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

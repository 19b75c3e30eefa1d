import type { MailRhythm } from '@luotsi/notice/model';
import type { Language, NoticeFacts } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { minutes, quietOf } from '../settings/notice-settings';

/** A notice whose mail is to be looked at, and what its person has chosen. */
export interface DueNotice {
  readonly id: string;
  readonly kind: string;
  readonly facts: NoticeFacts;
  readonly link: string | null;
  readonly urgent: boolean;
  readonly writtenAt: number;
  /** What the person has chosen for the kind; null: nothing. */
  readonly chosen: boolean | null;
}

/** Someone with notices to be looked at, oldest first. */
export interface DuePerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly verified: boolean;
  readonly language: Language;
  readonly rhythm: MailRhythm;
  readonly notices: readonly DueNotice[];
}

interface Row {
  readonly person_id: string;
  readonly id: string;
  readonly kind: string;
  readonly facts: NoticeFacts;
  readonly link: string | null;
  readonly urgent: boolean;
  readonly written_at: Date;
  readonly chosen: boolean | null;
  readonly name: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly language: Language;
  readonly bundle_at: string | null;
  readonly quiet_from: string | null;
  readonly quiet_until: string | null;
}

/**
 * Those whose notices are to be looked at by now, longest waiting first, each with all of theirs; one
 * statement, which locks what it answers.
 * @param about how many notices to begin from
 */
export async function dueNotices(
  manager: EntityManager,
  now: Date,
  about: number,
): Promise<DuePerson[]> {
  const rows = await manager.query<Row[]>(DUE, [now, about]);
  const people = new Map<string, Row[]>();
  for (const row of rows) {
    const own = people.get(row.person_id);
    if (own) own.push(row);
    else people.set(row.person_id, [row]);
  }
  return [...people.values()].flatMap((own) => {
    const [first] = own;
    return first ? [personOf(first, own)] : [];
  });
}

function personOf(row: Row, own: readonly Row[]): DuePerson {
  return {
    id: row.person_id,
    name: row.name,
    email: row.email,
    verified: row.email_verified,
    language: row.language,
    rhythm: { bundleAt: minutes(row.bundle_at), quiet: quietOf(row) },
    notices: own.map(({ id, kind, facts, link, urgent, written_at, chosen }) => ({
      id,
      kind,
      facts,
      link,
      urgent,
      writtenAt: written_at.getTime(),
      chosen,
    })),
  };
}

const DUE = `
  WITH first AS (
    SELECT person_id, mail_at FROM notice.notice WHERE mail_at <= $1 ORDER BY mail_at LIMIT $2
  ), due AS (
    SELECT person_id, min(mail_at) AS since FROM first GROUP BY person_id
  )
  SELECT n.person_id, n.id, n.kind, n.facts, n.link, n.urgent, n.written_at, c.mail AS chosen,
    p.name, p.email, p.email_verified, p.language, r.bundle_at, r.quiet_from, r.quiet_until
  FROM due
  JOIN notice.notice n ON n.person_id = due.person_id AND n.mail_at <= $1
  JOIN identity.person p ON p.id = n.person_id
  LEFT JOIN notice.rhythm r ON r.person_id = n.person_id
  LEFT JOIN notice.choice c ON c.person_id = n.person_id AND c.kind = n.kind
  ORDER BY due.since, n.person_id, n.id
  FOR UPDATE OF n`;

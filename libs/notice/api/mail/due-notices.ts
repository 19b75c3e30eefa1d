import type { MailRhythm } from '@luotsi/notice/model';
import type { Language, NoticeFacts } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { minutes, quietOf } from '../settings/notice-settings';
import { DUE } from './posting-statements';

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

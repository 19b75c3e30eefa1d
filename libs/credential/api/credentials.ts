import { Audit } from '@luotsi/identity/api';
import { Notices } from '@luotsi/notice/api';
import { newId } from '@luotsi/platform/api';
import {
  CODE_BYTES,
  codeOf,
  type AttendanceFacts,
  type CredentialKind,
  type RevocationReason,
} from '@luotsi/credential/model';
import type { Localised } from '@luotsi/platform/model';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** Someone to certify something of: who, what about (an id of the thing), what the paper says. */
export interface NewCredential {
  readonly person: string;
  readonly about: string;
  readonly facts: AttendanceFacts;
}

/** What holds for someone at the moment. */
export interface HeldCredential {
  readonly id: string;
  readonly person: string;
  readonly code: string;
  readonly facts: AttendanceFacts;
}

interface Named {
  readonly person_id: string;
  readonly about: string;
  readonly title: Localised;
}

/** How those are told to whom something is issued. */
export interface Telling {
  /** Who knows of it already. */
  readonly untold?: readonly string[];
  /** For so long, in milliseconds, what caused it may be undone: until then its mail waits. */
  readonly mailWaits?: number;
}

/** Issues and revokes, in the caller's transaction, a few statements however many people it concerns. */
export const Credentials = {
  /**
   * Issues what isn't held yet; whoever holds one for the same thing keeps it. One that was revoked
   * and is now earned again exactly as the paper says holds again, under its old code: the paper in
   * somebody's hand is right. Those concerned are told.
   *
   * @param by who caused it; null: the product itself
   * @returns the people to whom something was issued
   */
  async issue(
    manager: EntityManager,
    kind: CredentialKind,
    credentials: readonly NewCredential[],
    by: string | null,
    telling: Telling = {},
  ): Promise<string[]> {
    if (credentials.length === 0) return [];
    const rows = credentials.map(({ person, about, facts }) => ({
      id: newId(),
      person_id: person,
      about,
      facts,
      code: codeOf(randomBytes(CODE_BYTES)),
    }));
    const issued = [
      ...(await changed<Named>(manager, RESTORE, [kind, JSON.stringify(rows)])),
      ...(await changed<Named>(manager, ISSUE, [kind, JSON.stringify(rows)])),
    ];
    await tell(manager, 'credential-issued', issued, by, telling);
    return issued.map(({ person_id }) => person_id);
  },

  /**
   * Revokes what people hold for a thing, if they do. They are told, unless a new one replaces it.
   *
   * @returns the people whose credential was revoked
   */
  async revoke(
    manager: EntityManager,
    kind: CredentialKind,
    about: string,
    people: readonly string[],
    reason: RevocationReason,
    by: string | null,
  ): Promise<string[]> {
    if (people.length === 0) return [];
    const revoked = await changed<Named>(manager, REVOKE, [kind, about, people, reason]);
    if (reason === 'corrected') await tell(manager, 'credential-revoked', revoked, by);
    return revoked.map(({ person_id }) => person_id);
  },

  /**
   * Takes back what was issued on what turns out never to have been, and is undone. Whoever hasn't been
   * told of theirs since isn't told of this either, and it is gone; anybody else's is revoked.
   *
   * @param since when that began which is undone
   * @returns those who hadn't been told
   */
  async undo(
    manager: EntityManager,
    kind: CredentialKind,
    about: string,
    people: readonly string[],
    since: Date,
    by: string | null,
  ): Promise<string[]> {
    if (people.length === 0) return [];
    const told = { kind: 'credential-issued', facts: { about }, since };
    const untold = await Notices.takeBack(manager, people, told);
    const revoked = await changed<Named>(manager, REVOKE, [kind, about, people, 'corrected']);
    await manager.query(FORGET, [kind, about, untold, since]);
    await tell(manager, 'credential-revoked', revoked, by, { untold });
    return untold;
  },

  /** What people hold for a thing; of everyone, or of one. */
  async held(
    manager: Pick<EntityManager, 'query'>,
    kind: CredentialKind,
    about: string,
    person: string | null = null,
  ): Promise<HeldCredential[]> {
    return manager.query<HeldCredential[]>(
      `SELECT id, person_id AS person, code, facts FROM credential.credential
       WHERE kind = $1 AND about = $2 AND revoked_at IS NULL
         AND ($3::uuid IS NULL OR person_id = $3)`,
      [kind, about, person],
    );
  },

  /** What someone holds of a kind, by what it is about. */
  async ofPerson(
    manager: Pick<EntityManager, 'query'>,
    kind: CredentialKind,
    person: string,
  ): Promise<Map<string, { readonly id: string; readonly code: string }>> {
    const rows = await manager.query<{ id: string; about: string; code: string }[]>(
      `SELECT id, about, code FROM credential.credential
       WHERE kind = $1 AND person_id = $2 AND revoked_at IS NULL`,
      [kind, person],
    );
    return new Map(rows.map(({ id, about, code }) => [about, { id, code }]));
  },
};

/** Tells those concerned; the log has them all, the untold, too. */
async function tell(
  manager: EntityManager,
  kind: 'credential-issued' | 'credential-revoked',
  named: readonly Named[],
  by: string | null,
  { untold = [], mailWaits = 0 }: Telling = {},
): Promise<void> {
  const alike = new Map<string, string[]>();
  for (const { title, about, person_id } of named) {
    const key = JSON.stringify({ title, about });
    alike.set(key, [...(alike.get(key) ?? []), person_id]);
  }
  for (const [key, people] of alike) {
    const { title, about } = JSON.parse(key) as Pick<Named, 'title' | 'about'>;
    const told = people.filter((person) => !untold.includes(person));
    await Notices.write(manager, {
      kind,
      people: told,
      facts: { title, about },
      link: '/credentials',
      mailWaits,
    });
    await Audit.record(manager, {
      action: kind,
      actor: by,
      subject: people,
      facts: { title: { ...title } },
    });
  }
}

/** The rows that a statement with RETURNING gave back; the driver puts a count beside an UPDATE's. */
async function changed<Row>(
  manager: EntityManager,
  sql: string,
  parameters: unknown[],
): Promise<Row[]> {
  const answer = await manager.query<Row[] | [Row[], number]>(sql, parameters);
  return Array.isArray(answer[0]) ? answer[0] : (answer as Row[]);
}

const GIVEN = `given AS (
  SELECT * FROM jsonb_to_recordset($2::jsonb)
    AS one (id uuid, person_id uuid, about text, facts jsonb, code text))`;

/** Only the last one revoked: an older paper was replaced by it. */
const RESTORE = `
  WITH ${GIVEN}, last AS (
    SELECT DISTINCT ON (c.person_id, c.about) c.id, c.facts = given.facts AS same, c.revoked_at
    FROM credential.credential c JOIN given USING (person_id, about)
    WHERE c.kind = $1 ORDER BY c.person_id, c.about, c.revoked_at DESC NULLS FIRST
  )
  UPDATE credential.credential c SET revoked_at = NULL, revocation_reason = NULL
  FROM last WHERE c.id = last.id AND last.same AND last.revoked_at IS NOT NULL
  RETURNING c.person_id, c.about, c.facts -> 'title' AS title`;

const ISSUE = `
  WITH ${GIVEN}
  INSERT INTO credential.credential (id, person_id, kind, about, facts, code)
  SELECT id, person_id, $1, about, facts, code FROM given
  ON CONFLICT (person_id, kind, about) WHERE revoked_at IS NULL DO NOTHING
  RETURNING person_id, about, facts -> 'title' AS title`;

const REVOKE = `
  UPDATE credential.credential SET revoked_at = now(), revocation_reason = $4
  WHERE kind = $1 AND about = $2 AND person_id = ANY ($3::uuid[]) AND revoked_at IS NULL
  RETURNING person_id, about, facts -> 'title' AS title`;

/** What was issued and revoked within what is undone. $3 people, $4 since when. */
const FORGET = `
  DELETE FROM credential.credential
  WHERE kind = $1 AND about = $2 AND person_id = ANY ($3::uuid[]) AND issued_at >= $4
    AND revoked_at = now()`;

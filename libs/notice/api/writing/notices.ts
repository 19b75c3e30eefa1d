import { Changes, newId } from '@luotsi/platform/api';
import type { NoticeFacts } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';

/** The topic under which notices are announced; the key is the person's id. */
export const NOTICES = 'notice';

/** Something that people are told. */
export interface NewNotice {
  /** A name among the kinds of a slice's descriptor. */
  readonly kind: string;
  /** Ids; the same person twice is told once. */
  readonly people: readonly string[];
  readonly facts: NoticeFacts;
  /** Where it leads: a path of the web (`/sessions/…`). */
  readonly link: string | null;
  /** Can't wait for quiet hours to end, if it is owed. */
  readonly urgent?: boolean;
  /** For how long its mail waits, in milliseconds: what may yet be undone is in nobody's post. */
  readonly mailWaits?: number;
}

/** A statement for a connection that keeps it prepared. */
export interface NoticeStatement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** Writes notices, in the transaction of what causes them. */
export class Notices {
  /** Tells people; one statement, however many they are. */
  static async write(
    manager: Pick<EntityManager, 'query'>,
    ...notices: readonly NewNotice[]
  ): Promise<void> {
    const statement = Notices.statement(notices);
    if (statement) await manager.query(statement.text, statement.values);
  }

  /**
   * The statement that tells people, for a transaction that is driven by hand; null when there is
   * nobody to tell. Many notices are one statement, too.
   */
  static statement(notices: readonly NewNotice[]): NoticeStatement | null {
    const told = notices.flatMap(({ people }, place) =>
      [...new Set(people)].map((person) => ({ person, place: place + 1 })),
    );
    if (told.length === 0) return null;
    const people = [...new Set(told.map(({ person }) => person))];
    return {
      name: 'notices',
      text: WRITE,
      values: [
        told.map(() => newId()),
        told.map(({ person }) => person),
        told.map(({ place }) => place),
        notices.map(({ kind }) => kind),
        notices.map(({ facts }) => JSON.stringify(facts)),
        notices.map(({ link }) => link),
        notices.map(({ urgent }) => urgent ?? false),
        Changes.CHANNEL,
        Changes.messages(NOTICES, people),
        notices.map(({ mailWaits }) => (mailWaits ?? 0) / 1_000),
      ],
    };
  }

  /**
   * Takes back what people were told of something that turns out never to have been; only what they have
   * neither read nor got by mail.
   * @param of the kind, the facts by which it is known, since when it was told
   * @returns those who now haven't been told
   */
  static async takeBack(
    manager: Pick<EntityManager, 'query'>,
    people: readonly string[],
    of: { readonly kind: string; readonly facts: NoticeFacts; readonly since: Date },
  ): Promise<string[]> {
    const [rows] = await manager.query<[{ person_id: string }[], number]>(
      `DELETE FROM notice.notice WHERE person_id = ANY ($1) AND kind = $2 AND facts @> $3::jsonb
         AND written_at >= $4 AND read_at IS NULL AND mailed_at IS NULL RETURNING person_id`,
      [people, of.kind, JSON.stringify(of.facts), of.since],
    );
    const untold = [...new Set(rows.map(({ person_id }) => person_id))];
    await Notices.announce(manager, untold);
    return untold;
  }

  /** Announces that what people would read has changed, as `write` does by itself. */
  static async announce(
    manager: Pick<EntityManager, 'query'>,
    people: readonly string[],
  ): Promise<void> {
    await manager.query(`SELECT pg_notify($1, message) FROM unnest($2::text[]) AS message`, [
      Changes.CHANNEL,
      Changes.messages(NOTICES, people),
    ]);
  }
}

const WRITE = `
  WITH told AS (
    INSERT INTO notice.notice (id, person_id, kind, facts, link, urgent, mail_at)
    SELECT id, person_id, ($4::text[])[place], (($5::text[])[place])::jsonb, ($6::text[])[place],
      ($7::boolean[])[place], now() + make_interval(secs => ($10::float8[])[place])
    FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS one (id, person_id, place)
  )
  SELECT pg_notify($8, message) FROM unnest($9::text[]) AS message`;

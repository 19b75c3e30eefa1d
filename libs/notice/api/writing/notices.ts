import { Changes, newId, plainArray } from '@luotsi/platform/api';
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

/** What tells people, as part of a statement of someone else's. */
export interface NoticePart {
  /** The parameters of `Notices.insertion`, in their order. */
  readonly values: unknown[];
  /** What is to be announced on `Changes.CHANNEL`; empty when there is nobody to tell. */
  readonly messages: string[];
}

/** Writes notices, in the transaction of what causes them. */
export class Notices {
  /** How many parameters an `insertion` has. */
  static readonly PARAMETERS = 8;

  /** Tells people; one statement, however many they are. */
  static async write(
    manager: Pick<EntityManager, 'query'>,
    ...notices: readonly NewNotice[]
  ): Promise<void> {
    const statement = Notices.statement(notices);
    if (statement) await manager.query(statement.text, statement.values);
  }

  /** The statement that tells people; null when there is nobody to tell. Many notices are one, too. */
  static statement(notices: readonly NewNotice[]): { text: string; values: unknown[] } | null {
    const { values, messages } = Notices.part(notices);
    if (messages.length === 0) return null;
    return { text: WRITE, values: [...values, Changes.CHANNEL, messages] };
  }

  /**
   * Inserts notices as part of a statement that also writes what they are about: a `WITH` of it, say.
   * @param first the number of its first parameter; it has `PARAMETERS`
   */
  static insertion(first: number): string {
    const given = (place: number) => `$${String(first + place)}`;
    return `
      INSERT INTO notice.notice (id, person_id, kind, facts, link, urgent, mail_at)
      SELECT id, person_id, (${given(3)}::text[])[place], ((${given(4)}::text[])[place])::jsonb,
        (${given(5)}::text[])[place], (${given(6)}::boolean[])[place],
        now() + make_interval(secs => (${given(7)}::float8[])[place])
      FROM unnest(${given(0)}::uuid[], ${given(1)}::uuid[], ${given(2)}::int[])
        AS one (id, person_id, place)`;
  }

  /** What goes with `insertion`. */
  static part(notices: readonly NewNotice[]): NoticePart {
    const told = notices.flatMap(({ people }, place) =>
      [...new Set(people)].map((person) => ({ person, place: place + 1 })),
    );
    return {
      values: [
        plainArray(told.map(() => newId())),
        plainArray(told.map(({ person }) => person)),
        plainArray(told.map(({ place }) => place)),
        plainArray(notices.map(({ kind }) => kind)),
        plainArray(notices.map(({ facts }) => JSON.stringify(facts))),
        plainArray(notices.map(({ link }) => link)),
        plainArray(notices.map(({ urgent }) => urgent ?? false)),
        plainArray(notices.map(({ mailWaits }) => (mailWaits ?? 0) / 1_000)),
      ],
      messages: Changes.messages(NOTICES, [...new Set(told.map(({ person }) => person))]),
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
  WITH told AS (${Notices.insertion(1)})
  SELECT pg_notify($${String(Notices.PARAMETERS + 1)}, message)
  FROM unnest($${String(Notices.PARAMETERS + 2)}::text[]) AS message`;

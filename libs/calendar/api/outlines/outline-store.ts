import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  nextVersion,
  tidyOutline,
  writesOutline,
  type OutlineContent,
  type outlineDraft,
} from '@luotsi/calendar/model';
import type { Principal } from '@luotsi/identity/api';
import { newId, ProblemException } from '@luotsi/platform/api';
import { isRefusal, type Localised } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import type * as z from 'zod';

type Written = z.output<typeof outlineDraft>;

interface Row {
  readonly version: number;
  readonly content: OutlineContent;
  readonly author: string | null;
}

/** Writes outlines: a draft whose versions guard it against silent overwriting, and its publication. */
@Injectable()
export class OutlineStore {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Begins a draft. @throws ProblemException `reference-unknown` */
  create(written: Written, person: Principal) {
    return this.database.transaction(async (manager) => {
      const [id, content] = [newId(), tidyOutline(written, newId)];
      await insertOutline(manager, id, content, person.id);
      return { id, version: 1, content };
    });
  }

  /**
   * Changes the draft that its writer saw.
   * @throws ProblemException `not-found`, `outline-not-yours`, `reference-unknown`;
   *   `changed-meanwhile` with what stands as `current`
   */
  change(id: string, version: number, written: Written, person: Principal) {
    return this.database.transaction(async (manager) => {
      const standing = await lock(manager, id, person);
      if (standing.version !== version)
        throw new ProblemException('changed-meanwhile', {
          current: { id, version: standing.version, content: standing.content },
        });
      const content = tidyOutline(written, newId);
      await withKnownReferences(async () => {
        await manager.query(
          `UPDATE calendar.outline SET content = $2, theme_id = $3, changed_by = $4,
             changed_at = now(), version = version + 1 WHERE id = $1`,
          [id, JSON.stringify(content), content.theme, person.id],
        );
        await keepCompetences(manager, id, content.competences);
      });
      return { id, version: version + 1, content };
    });
  }

  /** Removes a draft. @throws ProblemException `not-found`, `outline-not-yours`, `outline-published` */
  remove(id: string, person: Principal): Promise<void> {
    return this.database.transaction(async (manager) => {
      await lock(manager, id, person);
      if (await latestVersion(manager, id)) throw new ProblemException('outline-published');
      await manager.query('DELETE FROM calendar.outline WHERE id = $1', [id]);
    });
  }

  /**
   * Publishes the draft that its publisher read, as the next version.
   * @returns its number
   * @throws ProblemException `not-found`, `changed-meanwhile`, `outline-unchanged`,
   *   `outline-without-slots`
   */
  publish(id: string, version: number, note: Localised, person: Principal): Promise<number> {
    return this.database.transaction(async (manager) => {
      const draft = await lock(manager, id, person);
      if (draft.version !== version)
        throw new ProblemException('changed-meanwhile', {
          current: { id, version: draft.version, content: draft.content },
        });
      const number = nextVersion(draft.content, await latestVersion(manager, id));
      if (isRefusal(number)) throw ProblemException.of(number);
      await insertVersion(manager, { id, number, content: draft.content, note, by: person.id });
      await manager.query('UPDATE calendar.outline SET publication_asked = NULL WHERE id = $1', [
        id,
      ]);
      return number;
    });
  }

  /**
   * Asks those who may publish outlines to publish the draft; asked again, it was asked the first time.
   * @returns since when it is asked for
   * @throws ProblemException `not-found`, `outline-not-yours`, `outline-unchanged`,
   *   `outline-without-slots`
   */
  askPublication(id: string, person: Principal): Promise<Date> {
    return this.database.transaction(async (manager) => {
      const draft = await lock(manager, id, person);
      const number = nextVersion(draft.content, await latestVersion(manager, id));
      if (isRefusal(number)) throw ProblemException.of(number);
      const [[{ asked }]] = await manager.query<[[{ asked: Date }], number]>(
        `UPDATE calendar.outline SET publication_asked = coalesce(publication_asked, now())
         WHERE id = $1 RETURNING publication_asked AS asked`,
        [id],
      );
      return asked;
    });
  }
}

/** The latest published version of an outline; null when there is none. */
export async function latestVersion(
  manager: EntityManager,
  id: string,
): Promise<{ number: number; content: OutlineContent } | null> {
  const [found] = await manager.query<{ number: number; content: OutlineContent }[]>(
    `SELECT number, content FROM calendar.outline_version
     WHERE outline_id = $1 ORDER BY number DESC LIMIT 1`,
    [id],
  );
  return found ?? null;
}

/** Keeps a new outline. @throws ProblemException `reference-unknown` */
export function insertOutline(
  manager: EntityManager,
  id: string,
  content: OutlineContent,
  by: string | null,
): Promise<void> {
  return withKnownReferences(async () => {
    await manager.query(
      `INSERT INTO calendar.outline (id, content, theme_id, created_by, changed_by)
       VALUES ($1, $2, $3, $4, $4)`,
      [id, JSON.stringify(content), content.theme, by],
    );
    await keepCompetences(manager, id, content.competences);
  });
}

/** A version to be published. */
export interface NewVersion {
  readonly id: string;
  readonly number: number;
  readonly content: OutlineContent;
  readonly note: Localised;
  readonly by: string | null;
}

/** Keeps a published version, for good. */
export async function insertVersion(manager: EntityManager, version: NewVersion): Promise<void> {
  const { id, number, content, note, by } = version;
  await manager.query(
    `INSERT INTO calendar.outline_version (outline_id, number, content, note, published_by)
     VALUES ($1, $2, $3, $4, $5)`,
    [id, number, JSON.stringify(content), JSON.stringify(note), by],
  );
}

async function lock(manager: EntityManager, id: string, person: Principal): Promise<Row> {
  const [row] = await manager.query<(Row & { published: boolean })[]>(
    `SELECT version, content, created_by AS author, EXISTS (
       SELECT FROM calendar.outline_version WHERE outline_id = $1) AS published
     FROM calendar.outline WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!row) throw new ProblemException('not-found');
  if (writesOutline(person, row.author)) return row;
  // That there is a draft is its writers' business.
  throw new ProblemException(row.published ? 'outline-not-yours' : 'not-found');
}

async function keepCompetences(
  manager: EntityManager,
  id: string,
  competences: readonly string[],
): Promise<void> {
  await manager.query('DELETE FROM calendar.outline_competence WHERE outline_id = $1', [id]);
  await manager.query(
    `INSERT INTO calendar.outline_competence (outline_id, code) SELECT $1, unnest($2::text[])`,
    [id, competences],
  );
}

async function withKnownReferences<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (fault) {
    const FOREIGN_KEY = '23503';
    if ((fault as { code?: unknown }).code === FOREIGN_KEY)
      throw new ProblemException('reference-unknown');
    throw fault;
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { renderNotice, type Notice } from '@luotsi/notice/model';
import type { Language, NoticeFacts, NoticeKinds } from '@luotsi/platform/model';
import type { DataSource } from 'typeorm';
import { kindsBy, NOTICE_KINDS } from '../kinds';
import { NOTICE_COLUMNS, shown } from './shown';

/** A notice as it is kept. */
export interface NoticeRow {
  readonly id: string;
  readonly kind: string;
  readonly facts: NoticeFacts;
  readonly link: string | null;
  readonly written_at: Date | string;
  readonly read_at: Date | string | null;
}

/** What is asked of someone's notices. */
export interface NoticeQuery {
  /** The last id of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly unread: boolean;
}

/** A page of someone's notices, as kept. */
export interface NoticePage {
  readonly rows: readonly NoticeRow[];
  readonly nextCursor: string | null;
  readonly unread: number;
}

/** Reads people's notices, and gives them words. */
@Injectable()
export class NoticeReader {
  /** For `shown`: owed, usual, known. */
  readonly kindParameters: readonly (readonly string[])[];

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(NOTICE_KINDS) private readonly kinds: NoticeKinds,
  ) {
    const { owed, usual, known } = kindsBy(kinds, 'app');
    this.kindParameters = [owed, usual, known];
  }

  /** A page, newest first, and how many are unread: one statement. */
  async page(person: string, { cursor, limit, unread }: NoticeQuery): Promise<NoticePage> {
    const [{ rows, unread: count } = { rows: null, unread: 0 }] = await this.database.query<
      { rows: NoticeRow[] | null; unread: number }[]
    >(PAGE, [person, cursor ?? null, limit + 1, unread, ...this.kindParameters]);
    const page = (rows ?? []).slice(0, limit);
    const isMore = (rows?.length ?? 0) > limit;
    return { rows: page, nextCursor: isMore ? (page.at(-1)?.id ?? null) : null, unread: count };
  }

  /** A notice in words. Kinds that aren't known are left out before. */
  words(row: NoticeRow, language: Language): Notice {
    const kind = this.kinds[row.kind];
    if (!kind) throw new Error(`No slice declares notices of the kind ${row.kind}.`);
    return {
      id: row.id,
      kind: row.kind,
      ...renderNotice(kind, row.facts, language),
      link: row.link,
      at: new Date(row.written_at).toISOString(),
      readAt: row.read_at === null ? null : new Date(row.read_at).toISOString(),
    };
  }
}

const PAGE = `
  SELECT
    (SELECT count(*)::int FROM notice.notice n
      WHERE n.person_id = $1 AND n.read_at IS NULL AND ${shown('$5', '$6', '$7')}) AS unread,
    (SELECT json_agg(page ORDER BY page.id DESC) FROM (
      SELECT ${NOTICE_COLUMNS} FROM notice.notice n
      WHERE n.person_id = $1 AND ($2::uuid IS NULL OR n.id < $2)
        AND (NOT $4::boolean OR n.read_at IS NULL) AND ${shown('$5', '$6', '$7')}
      ORDER BY n.id DESC LIMIT $3) page) AS rows`;

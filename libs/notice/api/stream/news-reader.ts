import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { NoticeReader, type NoticeRow } from '../reading/notice-reader';
import { NOTICE_COLUMNS, shown } from '../reading/shown';

/** Whose news is asked for, since when. */
export interface NewsQuery {
  readonly person: string;
  /** A cursor; null: from now on. */
  readonly since: string | null;
}

/** What is new for one who asked. */
export interface News {
  /** The cursor to ask from next. */
  readonly seen: string;
  readonly unread: number;
  readonly notices: readonly NoticeRow[];
  /** There is more than is told one by one, or the cursor is of another database's time. */
  readonly tooMany: boolean;
}

/** So many notices are told one by one to someone who comes back; more are read from the list. */
const MOST_TOLD = 200;

/** Reads what is new for many at once, in one statement. */
@Injectable()
export class NewsReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly reader: NoticeReader,
  ) {}

  /** What is new for each who asks, in their order. */
  async read(asked: readonly NewsQuery[]): Promise<News[]> {
    const rows = await this.database.query<
      { seen: string; unread: number; foreign: boolean; notices: NoticeRow[] | null }[]
    >(NEWS, [
      asked.map(({ person }) => person),
      asked.map(({ since }) => since),
      MOST_TOLD + 1,
      ...this.reader.kindParameters,
    ]);
    return rows.map(({ seen, unread, foreign, notices }) => {
      const tooMany = foreign || (notices?.length ?? 0) > MOST_TOLD;
      return { seen, unread, notices: tooMany ? [] : (notices ?? []), tooMany };
    });
  }
}

const NEWS = `
  SELECT pg_current_snapshot()::text AS seen,
    coalesce(pg_snapshot_xmax(asked.since) > pg_snapshot_xmax(pg_current_snapshot()), false)
      AS foreign,
    (SELECT count(*)::int FROM notice.notice n
      WHERE n.person_id = asked.person_id AND n.read_at IS NULL AND ${shown('$4', '$5', '$6')})
      AS unread,
    (SELECT json_agg(new ORDER BY new.id) FROM (
      SELECT ${NOTICE_COLUMNS} FROM notice.notice n
      WHERE n.person_id = asked.person_id AND n.written_in >= pg_snapshot_xmin(asked.since)
        AND NOT pg_visible_in_snapshot(n.written_in, asked.since)
        AND ${shown('$4', '$5', '$6')}
      ORDER BY n.id DESC LIMIT $3) new) AS notices
  FROM unnest($1::uuid[], $2::text[]::pg_snapshot[]) WITH ORDINALITY
    AS asked (person_id, since, place)
  ORDER BY asked.place`;

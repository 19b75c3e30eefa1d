import { Injectable } from '@nestjs/common';
import type { SessionItem, SessionPage, SessionQuery } from '@luotsi/calendar/model';
import { CalendarDatabase } from '../calendar-database';
import { cursorAfter, listStatement } from './list-sessions';
import { PAGE_COLUMNS, toItem, toPage, type ItemRow, type PageRow } from './session-row';

/** Reads sessions as pages show them: one statement a page. */
@Injectable()
export class SessionReader {
  constructor(private readonly database: CalendarDatabase) {}

  /** A page of the calendar. */
  async list(query: SessionQuery): Promise<{ items: SessionItem[]; nextCursor: string | null }> {
    const now = new Date();
    const rows = await this.database.rows<ItemRow>(listStatement(query, now));
    const shown = rows.length > query.limit ? rows.slice(0, query.limit) : rows;
    const last = shown.at(-1);
    return {
      items: shown.map((row) => toItem(row, now.getTime())),
      nextCursor: last && rows.length > query.limit ? cursorAfter(last) : null,
    };
  }

  /** One session; null when there is none, or only a draft. */
  async page(id: string): Promise<SessionPage | null> {
    const [row] = await this.database.rows<PageRow>({
      name: 'session page',
      text: `SELECT ${PAGE_COLUMNS} FROM calendar.session s
             WHERE s.id = $1 AND s.status <> 'draft'`,
      values: [id],
    });
    return row ? toPage(row, Date.now()) : null;
  }
}

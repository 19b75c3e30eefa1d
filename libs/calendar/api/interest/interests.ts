import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { SessionInterest, SessionItem, UndatedFilters } from '@luotsi/calendar/model';
import { ProblemException } from '@luotsi/platform/api';
import type { DataSource, EntityManager } from 'typeorm';
import { CalendarDatabase } from '../calendar-database';
import { searchQuery } from '../search/search-query';
import { narrowingOf, Values } from '../sessions/select-sessions';
import { ITEM_COLUMNS, toItem, type ItemRow } from '../sessions/session-row';

/** As many as a list of what has no date holds; more would be a calendar of wishes. */
const MOST = 100;

/** Demand without a date: who is interested in a session that has none yet, in order. */
@Injectable()
export class Interests {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly reading: CalendarDatabase,
  ) {}

  /**
   * Adds someone to the interested, once; their place is kept.
   * @throws ProblemException `not-found`, `session-dated`, `session-cancelled`
   */
  async show(sessionId: string, personId: string): Promise<SessionInterest> {
    return this.database.transaction(async (manager) => {
      // Held, so that whoever sets the date meanwhile takes this interest along or comes before it.
      const [session] = await manager.query<{ status: string; undated: boolean }[]>(
        `SELECT status, first_start IS NULL AS undated FROM calendar.session
         WHERE id = $1 AND status <> 'draft' FOR SHARE`,
        [sessionId],
      );
      if (!session) throw new ProblemException('not-found');
      if (session.status === 'cancelled') throw new ProblemException('session-cancelled');
      if (!session.undated) throw new ProblemException('session-dated');
      await manager.query(
        `INSERT INTO calendar.session_interest (session_id, person_id) VALUES ($1, $2)
         ON CONFLICT DO NOTHING`,
        [sessionId, personId],
      );
      return { interested: true, interestCount: await count(manager, sessionId) };
    });
  }

  /** Takes someone off the interested. @throws ProblemException `not-found` */
  async takeBack(sessionId: string, personId: string): Promise<SessionInterest> {
    return this.database.transaction(async (manager) => {
      const found = await manager.query<unknown[]>(
        `SELECT FROM calendar.session WHERE id = $1 AND status <> 'draft'`,
        [sessionId],
      );
      if (found.length === 0) throw new ProblemException('not-found');
      await manager.query(
        'DELETE FROM calendar.session_interest WHERE session_id = $1 AND person_id = $2',
        [sessionId, personId],
      );
      return { interested: false, interestCount: await count(manager, sessionId) };
    });
  }

  /** The sessions without a date that someone is interested in, the newest interest first. */
  async ofPerson(personId: string): Promise<SessionItem[]> {
    const rows = await this.reading.rows<ItemRow>({
      name: 'own interests',
      text: `SELECT ${ITEM_COLUMNS} FROM calendar.session_interest i
        JOIN calendar.session s ON s.id = i.session_id
        WHERE i.person_id = $1 ORDER BY i.at DESC, i.place DESC`,
      values: [personId],
    });
    return rows.map((row) => toItem(row, Date.now()));
  }

  /** Published sessions without a date: the soonest year first, in it those with a month. */
  async undated(filters: UndatedFilters): Promise<SessionItem[]> {
    const values = new Values();
    const conditions = narrowingOf({ ...filters, from: undefined, to: undefined }, values);
    // They are few: the words of each are looked at.
    const words = searchQuery(filters.q, values);
    if (words) conditions.push(`s.search @@ (${words})`);
    const rows = await this.reading.rows<ItemRow>({
      text: `SELECT ${ITEM_COLUMNS} FROM calendar.session s
        WHERE ${[`s.first_start IS NULL`, `s.status = 'published'`, ...conditions].join(' AND ')}
        ORDER BY s.planned_year, s.planned_month NULLS LAST, s.id LIMIT ${String(MOST)}`,
      values: values.list,
    });
    return rows.map((row) => toItem(row, Date.now()));
  }
}

async function count(manager: EntityManager, sessionId: string): Promise<number> {
  const [counted] = await manager.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM calendar.session_interest WHERE session_id = $1',
    [sessionId],
  );
  return counted?.count ?? 0;
}

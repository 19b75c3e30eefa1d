import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import type { Statement } from './sessions/list-sessions';

/**
 * The application's own pool of connections, past the object mapper: it lets the busiest reads stay
 * prepared on the server, which `DataSource.query` can't.
 */
@Injectable()
export class CalendarDatabase {
  private readonly pool: Pool;

  constructor(@InjectDataSource() database: DataSource) {
    this.pool = (database.driver as unknown as { master: Pool }).master;
  }

  /** The rows of a statement. */
  async rows<Row>(statement: Statement): Promise<Row[]> {
    const { rows } = await this.pool.query<QueryResultRow>(statement);
    return rows as Row[];
  }
}

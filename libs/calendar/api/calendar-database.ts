import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { appConnection, CONFIGURATION, ONE_PLAN, type Configuration } from '@luotsi/platform/api';
import { Pool, type QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import type { Statement } from './sessions/list-sessions';

/** Connections for the prepared reads; more would only wait for processors. */
const CONNECTIONS = 8;

/** Reads past the object mapper, so that the busiest statements stay prepared on the server. */
@Injectable()
export class CalendarDatabase implements OnApplicationShutdown {
  private readonly prepared: Pool;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.prepared = new Pool({
      ...appConnection(configuration.DATABASE_URL, 'luotsi calendar', ONE_PLAN),
      max: CONNECTIONS,
    });
    // A connection that breaks while nobody uses it is replaced by the next query.
    this.prepared.on('error', () => undefined);
  }

  /** The rows of a statement: with a name it stays prepared, without it is planned for its values. */
  async rows<Row>(statement: Statement): Promise<Row[]> {
    if (statement.name === undefined)
      return this.database.query<Row[]>(statement.text, statement.values);
    const { rows } = await this.prepared.query<QueryResultRow>(statement);
    return rows as Row[];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.prepared.end();
  }
}

import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { appConnection, CONFIGURATION, type Configuration } from '@luotsi/platform/api';
import { Pool, type QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import type { Statement } from './sessions/list-sessions';

/**
 * Prepared statements are planned once. PostgreSQL would plan them anew each time, since arrays make
 * it think that a plan for these very values is better; planning costs more than running them. The
 * one plan may be made while the tables are still empty, when reading them whole looks cheapest, and
 * would be kept while they grow: so these statements look up by key and index only.
 */
export const ONE_PLAN = [
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
] as const;

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

import type { Pool, PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

/** What pg-boss asks of a database. */
export interface Connection {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** The application's own connections, as `pg` gives them out. */
export function poolOf(database: DataSource): Pool {
  return (database.driver as unknown as { readonly master: Pool }).master;
}

/** pg-boss's way to the application's connections. */
export function overPool(database: DataSource): Connection {
  return { executeSql: (text, values) => poolOf(database).query(text, values) };
}

/**
 * pg-boss's way into a transaction that is open.
 * @throws Error when there is none: what is caused by a write has to stand or fall with it
 */
export function within(manager: EntityManager): Connection {
  const runner = manager.queryRunner;
  if (!runner?.isTransactionActive) throw new Error('Jobs and letters belong into a transaction.');
  return {
    executeSql: async (text, values) => {
      const client = (await runner.connect()) as PoolClient;
      return client.query(text, values);
    },
  };
}

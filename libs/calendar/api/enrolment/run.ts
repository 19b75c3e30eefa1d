import type { EntityManager } from 'typeorm';
import type { PoolClient, QueryResultRow } from 'pg';

/** A statement; with a name it stays prepared where connections keep that. */
export interface RunStatement {
  readonly name?: string;
  readonly text: string;
  readonly values?: unknown[];
}

/** Runs statements in their order, and answers the rows of each. */
export type Run = (statements: readonly RunStatement[]) => Promise<unknown[][]>;

/** Sends all at once: for a connection that doesn't wait for the answers before. */
export function pipelined(client: PoolClient): Run {
  return async (statements) => {
    const results = await Promise.all(
      statements.map((statement) => client.query<QueryResultRow>({ ...statement })),
    );
    return results.map(({ rows }) => rows);
  };
}

/** Inside a caller's transaction, one after the other. */
export function within(manager: EntityManager): Run {
  return async (statements) => {
    const answers: unknown[][] = [];
    for (const { text, values } of statements) {
      const rows = await manager.query<unknown>(text, values);
      answers.push(Array.isArray(rows) ? rows : []);
    }
    return answers;
  };
}

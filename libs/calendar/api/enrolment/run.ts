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

/**
 * Sends all at once: for a connection that doesn't wait for the answers before. When one fails, the
 * rest is heard out before it throws.
 */
export function pipelined(client: PoolClient): Run {
  return async (statements) => {
    const results = await Promise.allSettled(
      statements.map((statement) => client.query<QueryResultRow>({ ...statement })),
    );
    return results.map((result) => {
      if (result.status === 'rejected') throw result.reason;
      return result.value.rows;
    });
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

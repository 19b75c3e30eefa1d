import type { EntityManager } from 'typeorm';

/** Runs one DELETE or UPDATE and tells how many rows it has touched. */
export async function rowsGone(
  manager: Pick<EntityManager, 'query'>,
  sql: string,
  values: unknown[] = [],
): Promise<number> {
  const [, count] = await manager.query<[unknown[], number]>(sql, values);
  return count;
}

import type { EntityManager } from 'typeorm';

/**
 * Does work within a transaction and undoes it when it is not meant: what depends on whether there is
 * an account then takes as long as when there is none.
 */
export async function undoneUnless(
  manager: EntityManager,
  meant: boolean,
  work: () => Promise<unknown>,
): Promise<void> {
  await manager.query('SAVEPOINT as_if');
  await work();
  await manager.query(meant ? 'RELEASE SAVEPOINT as_if' : 'ROLLBACK TO SAVEPOINT as_if');
}

import type { DataSource } from 'typeorm';
import { prepareJobs } from '../jobs/schema';
import type { Slice } from '../slice';

/** Any number; the same for every process that prepares the same database. */
const PREPARATION_LOCK = 7_205_759;

/**
 * Brings the database up to date: migrations, then the slices' reference data in one transaction.
 * Several processes may call it at once; they take turns.
 */
export async function prepareDatabase(
  database: DataSource,
  slices: readonly Slice[],
): Promise<void> {
  await inTurn(database, async () => {
    await database.runMigrations({ transaction: 'each' });
    await prepareJobs(database);
    await database.transaction(async (manager) => {
      for (const slice of slices) await slice.reference?.(manager);
    });
  });
}

/** Loads every slice's demonstration data, once in the life of a database. */
export async function loadDemonstration(
  database: DataSource,
  slices: readonly Slice[],
): Promise<void> {
  await inTurn(database, () =>
    database.transaction(async (manager) => {
      const [done] = await manager.query<unknown[]>(
        `SELECT 1 FROM platform.setting WHERE name = 'demonstration'`,
      );
      if (done) return;
      for (const slice of slices) await slice.demonstration?.(manager);
      await manager.query(
        `INSERT INTO platform.setting (name, value) VALUES ('demonstration', 'loaded')`,
      );
    }),
  );
  await database.query('ANALYZE');
}

async function inTurn(database: DataSource, work: () => Promise<void>): Promise<void> {
  const lock = database.createQueryRunner();
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [PREPARATION_LOCK]);
    await work();
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [PREPARATION_LOCK]);
    await lock.release();
  }
}

import { DataSource } from 'typeorm';
import type { Configuration } from '../config/configuration';
import { prepareJobs } from '../jobs/schema';
import type { GuardedTables, Slice } from '../slice';
import { grantToRole, prepareRole } from './app-role';
import { ownerOptions } from './data-source-options';

/** Any number; the same for every process that prepares the same database. */
const PREPARATION_LOCK = 7_205_759;

/** Connects as the owner of the tables for as long as the work lasts. */
export async function asOwner(
  { DATABASE_URL, DATABASE_OWNER_URL }: Configuration,
  slices: readonly Slice[],
  work: (owner: DataSource) => Promise<void>,
): Promise<void> {
  const owner = new DataSource(ownerOptions(DATABASE_OWNER_URL ?? DATABASE_URL, slices));
  await owner.initialize();
  try {
    await work(owner);
  } finally {
    await owner.destroy();
  }
}

/**
 * Brings the database up to date: the role that the app serves as, migrations, what the role may do,
 * then the slices' reference data in one transaction. Several processes may call it at once; they
 * take turns.
 * @param database connected as the owner of the tables
 * @param user the user that the app connects as, when that isn't the owner
 */
export async function prepareDatabase(
  database: DataSource,
  slices: readonly Slice[],
  user?: string,
): Promise<void> {
  const guarded = Object.assign({}, ...slices.map((slice) => slice.guarded ?? {})) as GuardedTables;
  await inTurn(database, async () => {
    await prepareRole(database, user);
    await database.runMigrations({ transaction: 'each' });
    await prepareJobs(database);
    await grantToRole(database, guarded);
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

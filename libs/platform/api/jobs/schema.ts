import type { DataSource } from 'typeorm';
import { poolOf } from './connections';

/** Where pg-boss keeps what waits to be done. */
export const JOBS_SCHEMA = 'pgboss';

/** The version of its tables that pg-boss 12.35 works with; a test holds it against the package. */
export const JOBS_SCHEMA_VERSION = 43;

/**
 * Makes pg-boss's tables, or brings them up to date, as the owner of the database. The package is
 * loaded only when there is something to do: a usual start does not wait for it.
 */
export async function prepareJobs(database: DataSource): Promise<void> {
  const version = await installedVersion(database);
  if (version === JOBS_SCHEMA_VERSION) return;
  const { getConstructionPlans, getMigrationPlans } = await import('pg-boss');
  const statements =
    version === null ? getConstructionPlans(JOBS_SCHEMA) : getMigrationPlans(JOBS_SCHEMA, version);
  await poolOf(database).query(statements);
}

async function installedVersion(database: DataSource): Promise<number | null> {
  const [there] = await database.query<{ there: boolean }[]>(
    `SELECT to_regclass('${JOBS_SCHEMA}.version') IS NOT NULL AS there`,
  );
  if (!there?.there) return null;
  const [row] = await database.query<{ version: number }[]>(
    `SELECT version FROM ${JOBS_SCHEMA}.version`,
  );
  return row?.version ?? null;
}

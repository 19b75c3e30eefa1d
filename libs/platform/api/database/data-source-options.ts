import type { DataSourceOptions } from 'typeorm';
import type { Slice } from '../slice';
import { appConnection } from './connections';

/** How the running API connects: every slice's entities, and no right to change a table. */
export function dataSourceOptions(url: string, slices: readonly Slice[]): DataSourceOptions {
  const { connectionString, application_name, options } = appConnection(url, 'luotsi');
  return {
    ...usual(slices),
    url: connectionString,
    applicationName: application_name,
    extra: { options },
    poolSize: 16,
  };
}

/** How the owner of the tables connects, to prepare the database: migrations, and never `synchronize`. */
export function ownerOptions(url: string, slices: readonly Slice[]): DataSourceOptions {
  return {
    ...usual(slices),
    url,
    migrations: slices.flatMap((slice) => [...slice.migrations]),
    migrationsTableName: 'luotsi_migration',
    applicationName: 'luotsi preparation',
    poolSize: 2,
  };
}

const usual = (slices: readonly Slice[]) =>
  ({
    type: 'postgres',
    entities: slices.flatMap((slice) => [...slice.entities]),
    synchronize: false,
    logging: false,
    connectTimeoutMS: 5_000,
  }) as const;

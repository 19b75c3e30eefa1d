import type { DataSourceOptions } from 'typeorm';
import type { Slice } from '../slice';

/** How the API connects: every slice's entities and migrations, and never `synchronize`. */
export function dataSourceOptions(url: string, slices: readonly Slice[]): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: slices.flatMap((slice) => [...slice.entities]),
    migrations: slices.flatMap((slice) => [...slice.migrations]),
    migrationsTableName: 'luotsi_migration',
    synchronize: false,
    logging: false,
    applicationName: 'luotsi',
    poolSize: 16,
    connectTimeoutMS: 5_000,
  };
}

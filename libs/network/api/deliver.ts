import type { EntityManager } from 'typeorm';

/** A table of reference data: its name, key column and columns with their PostgreSQL types. */
export interface DeliveredTable {
  readonly table: string;
  readonly key: string;
  readonly columns: Readonly<Record<string, string>>;
}

/**
 * Brings rows of reference data in. A new row is added; a row that stands as it was delivered
 * follows the delivery; a row that a person has edited since is left alone.
 * @param rows one object a row, by column name; a missing column is null
 * @returns the keys of the rows that are new
 */
export async function deliver(
  manager: EntityManager,
  { table, key, columns }: DeliveredTable,
  rows: readonly object[],
): Promise<ReadonlySet<string>> {
  const names = Object.keys(columns);
  const types = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  const asObject = (from: string) =>
    `jsonb_build_object(${names.map((name) => `'${name}', ${from}.${name}`).join(', ')})`;
  const written = await manager.query<{ key: string; added: boolean }[]>(
    `INSERT INTO ${table} AS kept (${names.join(', ')}, delivered)
     SELECT ${names.map((name) => `coming.${name}`).join(', ')}, ${asObject('coming')}
     FROM jsonb_to_recordset($1::jsonb) AS coming (${types.join(', ')})
     ON CONFLICT (${key}) DO UPDATE
     SET ${names.map((name) => `${name} = EXCLUDED.${name}`).join(', ')},
         delivered = EXCLUDED.delivered
     WHERE kept.delivered IS DISTINCT FROM EXCLUDED.delivered
       AND ${asObject('kept')} = kept.delivered
     RETURNING ${key}::text AS key, xmax = 0 AS added`,
    [JSON.stringify(rows)],
  );
  return new Set(written.filter((row) => row.added).map((row) => row.key));
}

/**
 * Brings links between two tables in, only for rows that are new: what a person has linked or
 * unlinked since stays so.
 * @param links pairs [from, to] in the order of `columns`
 */
export async function deliverLinks(
  manager: EntityManager,
  { table, columns }: { readonly table: string; readonly columns: readonly [string, string] },
  links: readonly (readonly [string, string])[],
): Promise<void> {
  if (links.length === 0) return;
  await manager.query(
    `INSERT INTO ${table} (${columns.join(', ')})
     SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING`,
    [links.map(([from]) => from), links.map(([, to]) => to)],
  );
}

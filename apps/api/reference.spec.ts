import { ownerOptions, prepareDatabase } from '@luotsi/platform/api';
import { testDatabase } from '@testing';
import { DataSource } from 'typeorm';
import { slices } from './slices';

/** What an administrator may have corrected in delivered data, and in which table. */
const corrections = [
  { table: 'network.region', column: 'name', value: { fi: 'Oma', sv: 'Egen', en: 'Own' } },
  { table: 'network."group"', column: 'name', value: { fi: 'Oma', sv: 'Egen', en: 'Own' } },
  { table: 'network.theme', column: 'name', value: { fi: 'Oma', sv: 'Egen', en: 'Own' } },
  { table: 'programme.unit', column: 'title', value: { fi: 'Oma', sv: 'Egen', en: 'Own' } },
  { table: 'programme.module', column: 'title', value: { fi: 'Oma', sv: 'Egen', en: 'Own' } },
] as const;

describe('a second start', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let connection: DataSource;
  beforeAll(async () => {
    database = await testDatabase();
    connection = await new DataSource(ownerOptions(database.url, slices)).initialize();
  });
  afterAll(async () => {
    await connection.destroy();
    await database.close();
  });

  /** Every row of every table: where it stands and which transaction wrote it. */
  const rows = async () => {
    const tables = await database.query<{ name: string }>(`
      SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_type = 'BASE TABLE'
        AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`);
    const found: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await database.query<{ rows: string | null }>(
        `SELECT string_agg(ctid::text || xmin::text, ' ' ORDER BY ctid) AS rows FROM ${name}`,
      );
      if (row?.rows) found[name] = row.rows;
    }
    return found;
  };

  it('writes not one row of what the first has loaded', async () => {
    const before = await rows();
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining(['network.region', 'framework.statement', 'programme.unit']),
    );
    await prepareDatabase(connection, slices);
    expect(await rows()).toEqual(before);
  });

  it.each(corrections)('leaves what was corrected in $table', async ({ table, column, value }) => {
    const text = JSON.stringify(value);
    const [{ type } = { type: '' }] = await database.query<{ type: string }>(
      `SELECT pg_typeof(${column})::text AS type FROM ${table} LIMIT 1`,
    );
    expect(type).toBe('jsonb');
    await database.query(
      `UPDATE ${table} SET ${column} = $1 WHERE ctid = (SELECT min(ctid) FROM ${table})`,
      [text],
    );
    await prepareDatabase(connection, slices);
    const kept = await database.query(`SELECT FROM ${table} WHERE ${column} = $1`, [text]);
    expect(kept).toHaveLength(1);
  });
});

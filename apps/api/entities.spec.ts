import { testDatabase } from '@testing';
import { getMetadataArgsStorage } from 'typeorm';
import { slices } from './slices';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly required: boolean;
  readonly filled: boolean;
}

/** Entities are written by hand beside the migrations: this is where they would drift apart. */
describe('entities and migrations', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let columns: Column[];

  beforeAll(async () => {
    database = await testDatabase();
    columns = await database.query<Column>(`
      SELECT table_schema || '.' || table_name AS "table", column_name AS name,
        is_nullable = 'NO' AS required,
        column_default IS NOT NULL OR is_generated = 'ALWAYS' OR is_identity = 'YES' AS filled
      FROM information_schema.columns
      WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`);
  });

  afterAll(() => database.close());

  const entities = slices.flatMap((slice) => slice.entities);
  const storage = getMetadataArgsStorage();
  const tableOf = (entity: unknown) => {
    const table = storage.tables.find(({ target }) => target === entity);
    return `${table?.schema ?? 'public'}.${table?.name ?? ''}`;
  };

  it.each(entities.map((entity) => ({ entity, name: entity.name })))(
    'agree on the columns of $name',
    ({ entity }) => {
      const own = storage.columns.filter(({ target }) => target === entity);
      const table = columns.filter((column) => column.table === tableOf(entity));
      const names = own.map(({ options, propertyName }) => options.name ?? propertyName);
      expect(table).not.toEqual([]);
      expect(names.filter((column) => !table.some(({ name }) => name === column))).toEqual([]);
      const unwritable = table.filter(
        ({ name, required, filled }) => required && !filled && !names.includes(name),
      );
      expect(unwritable).toEqual([]);
      const nullable = own.filter(({ options, propertyName }) => {
        const column = table.find(({ name }) => name === (options.name ?? propertyName));
        return Boolean(options.nullable) === column?.required;
      });
      expect(nullable.map(({ propertyName }) => propertyName)).toEqual([]);
    },
  );

  it('leave no slice that writes tables without a schema of its own', () => {
    const schemas = new Set(columns.map(({ table }) => table.split('.')[0]));
    for (const slice of slices.filter(({ migrations }) => migrations.length > 0)) {
      expect(schemas).toContain(slice.name);
    }
  });
});

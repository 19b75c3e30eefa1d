import { CONFIGURATION, type Configuration } from '@luotsi/platform/api';
import { testApp, type TestApp } from '@testing';
import { getMigrations } from 'better-auth/db/migration';
import { Pool } from 'pg';
import { createAuth } from './better-auth';

describe('the tables of better-auth', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp();
  });
  afterAll(() => luotsi.close());

  it('are all there, with every column that it asks for', async () => {
    const configuration = luotsi.app.get<Configuration>(CONFIGURATION);
    const pool = new Pool({
      connectionString: configuration.DATABASE_URL,
      options: '-c search_path=identity',
    });
    const { options } = await createAuth(pool, luotsi.database, configuration);
    const missing = await getMigrations(options);
    expect(missing.toBeCreated.map(({ table }) => table)).toEqual([]);
    expect(missing.toBeAdded).toEqual([]);
    await pool.end();
  });
});

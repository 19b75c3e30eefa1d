import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own for one test file, dropped by `close`. */
export interface TestDatabase {
  readonly url: string;
  /** Runs one statement and returns its rows. */
  query<Row = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Brings an empty database at `url` to where every test begins. */
export type Prepare = (url: string) => Promise<void>;

/**
 * Makes a fresh database. With `prepare`, it is a copy of the template named `kind`, which the first
 * caller of the Jest run prepares, once, while the others wait.
 * @throws when the run has no PostgreSQL: a test that needs the database never skips
 */
export async function freshDatabase(kind = 'empty', prepare?: Prepare): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(async (administrator) => {
    if (prepare) await makeTemplate(administrator, kind, prepare);
    await administrator.query(`CREATE DATABASE ${name} ${prepare ? `TEMPLATE ${kind}` : ''}`);
  });
  const url = addressOf(name);
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  return {
    url,
    query: async <Row>(sql: string, parameters?: unknown[]) =>
      (await pool.query(sql, parameters)).rows as Row[],
    async close() {
      await pool.end();
      await asAdministrator(async (administrator) => {
        await untilLeft(administrator, name);
        await administrator.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      });
    },
  };
}

/** Prepares a draft and renames it when it is whole, so that a failed one is never copied. */
async function makeTemplate(
  administrator: pg.Client,
  kind: string,
  prepare: Prepare,
): Promise<void> {
  await administrator.query('SELECT pg_advisory_lock(2027)');
  try {
    const made = await administrator.query('SELECT FROM pg_database WHERE datname = $1', [kind]);
    if (made.rowCount) return;
    const draft = `${kind}_draft`;
    await administrator.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await administrator.query(`CREATE DATABASE ${draft}`);
    await prepare(addressOf(draft));
    await administrator.query(`ALTER DATABASE ${draft} RENAME TO ${kind}`);
  } finally {
    await administrator.query('SELECT pg_advisory_unlock(2027)');
  }
}

/**
 * Waits, two seconds at most, until the connections to a database are gone. A pool that has ended is
 * still taking leave of its server; cut off then, it throws where nobody catches.
 */
async function untilLeft(administrator: pg.Client, database: string): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    const left = await administrator.query('SELECT FROM pg_stat_activity WHERE datname = $1', [
      database,
    ]);
    if (left.rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function asAdministrator(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: serverAddress() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function addressOf(database: string): string {
  const address = new URL(serverAddress());
  address.pathname = `/${database}`;
  return address.href;
}

function serverAddress(): string {
  const address = process.env.LUOTSI_TEST_DATABASE;
  if (!address) throw new Error('There is no PostgreSQL for this test: run it with npm test.');
  return address;
}

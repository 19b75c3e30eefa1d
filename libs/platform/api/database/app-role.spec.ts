import { freshDatabase, testDatabase, type TestDatabase } from '@testing';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { grantToRole, prepareRole } from './app-role';
import { APP_ROLE, appConnection } from './connections';

const root = join(import.meta.dirname, '../../../..');

async function connected<Result>(url: string, work: (client: Client) => Promise<Result>) {
  const client = new Client(appConnection(url, 'test', ['lock_timeout=3s']));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe('the role that the app serves as', () => {
  let kept: TestDatabase;
  beforeAll(async () => {
    kept = await testDatabase();
  });
  afterAll(() => kept.close());

  it('is no superuser, may not sign in, owns nothing and belongs to no other role', async () => {
    const [role] = await kept.query(
      `SELECT rolsuper, rolcanlogin, rolcreaterole, rolcreatedb, rolbypassrls,
         EXISTS (SELECT FROM pg_auth_members WHERE member = r.oid) AS member,
         EXISTS (SELECT FROM pg_shdepend WHERE refobjid = r.oid AND deptype = 'o') AS owner
       FROM pg_roles r WHERE rolname = $1`,
      [APP_ROLE],
    );
    expect(Object.values(role ?? { none: true })).toEqual(Array(7).fill(false));
  });

  it('is taken on by every connection, beside what the address itself asks for', async () => {
    const url = new URL(kept.url);
    url.searchParams.set('options', '-c work_mem=5MB');
    const { rows } = await connected(url.href, (client) =>
      client.query(
        `SELECT current_user AS who, current_setting('work_mem') AS asked,
           current_setting('lock_timeout') AS ours`,
      ),
    );
    expect(rows).toEqual([{ who: APP_ROLE, asked: '5MB', ours: '3s' }]);
  });

  it('is what all of the app connects as: nothing opens a connection by the address alone', () => {
    const openers = globSync('libs/*/api/**/*.ts', { cwd: root })
      .filter((file) => !file.endsWith('.spec.ts'))
      .filter((file) =>
        /connectionString\s*:|new (Pool|Client)\((?![\s\S]{0,40}\.\.\.appConnection)/.test(
          readFileSync(join(root, file), 'utf8'),
        ),
      );
    expect(openers.filter((file) => !file.endsWith('database/connections.ts'))).toEqual([]);
  });

  it('may read and write the rows of every table, and change no table', async () => {
    await connected(kept.url, async (client) => {
      const { rows } = await client.query<{ name: string }>(`
        SELECT c.oid::regclass::text AS name FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_'
          AND n.nspname NOT IN ('information_schema', 'public')
          AND NOT (has_table_privilege(c.oid, 'SELECT') AND has_table_privilege(c.oid, 'INSERT')
            AND has_table_privilege(c.oid, 'UPDATE') AND has_table_privilege(c.oid, 'DELETE'))`);
      expect(rows.map(({ name }) => name)).toEqual(['identity.audit_entry']);
      for (const change of [
        'CREATE TABLE identity.mine (id int)',
        'ALTER TABLE identity.person ADD COLUMN mine text',
        'DROP TABLE identity.session',
        'TRUNCATE identity.session',
        'CREATE SCHEMA mine',
        'CREATE TABLE public.mine (id int)',
        'DELETE FROM public.luotsi_migration',
      ]) {
        await expect(client.query(change)).rejects.toMatchObject({ code: '42501' });
      }
    });
  });
});

describe('preparing the role', () => {
  let empty: TestDatabase;
  beforeAll(async () => {
    empty = await freshDatabase();
  });
  afterAll(() => empty.close());

  const as = async (user: string, work: (owner: DataSource) => Promise<void>) => {
    const address = new URL(empty.url);
    const owner = new DataSource({
      type: 'postgres',
      url: address.href,
      extra: { options: `-c role=${user}` },
    });
    await owner.initialize();
    await work(owner).finally(() => owner.destroy());
  };

  it('says what to run when the user may not, once; after that it goes on', async () => {
    await empty.query('CREATE ROLE poor_owner NOCREATEROLE');
    const refused = as('poor_owner', (owner) => prepareRole(owner));
    await expect(refused).rejects.toMatchObject({
      name: 'AppRoleFailure',
      message: expect.stringContaining(`GRANT ${APP_ROLE} TO "poor_owner";`) as string,
    });
    const { message } = (await refused.catch((fault: unknown) => fault)) as Error;
    for (const statement of message.split('\n').slice(1)) await empty.query(statement);
    await as('poor_owner', (owner) => prepareRole(owner));
    await empty.query(`REVOKE ${APP_ROLE} FROM poor_owner; DROP ROLE poor_owner`);
  });

  it('is done by many at once, and a user who may make roles does it alone', async () => {
    await empty.query(`
      DO $$ BEGIN
        CREATE ROLE rich_owner CREATEROLE;
        GRANT ${APP_ROLE} TO rich_owner WITH ADMIN OPTION;
        REVOKE ${APP_ROLE} FROM rich_owner;
        GRANT ${APP_ROLE} TO rich_owner WITH ADMIN TRUE, SET FALSE, INHERIT FALSE;
      END $$`);
    await Promise.all(
      Array.from({ length: 6 }, () => as('rich_owner', (owner) => prepareRole(owner))),
    );
    await as('rich_owner', async (owner) => void (await owner.query(`SET ROLE ${APP_ROLE}`)));
    await empty.query(`DROP OWNED BY rich_owner; DROP ROLE rich_owner`);
  });

  it('lets the user take it on that the app connects as', async () => {
    await empty.query('CREATE ROLE "Serving One" LOGIN');
    const owner = new DataSource({ type: 'postgres', url: empty.url });
    await owner.initialize();
    await prepareRole(owner, 'Serving One');
    await owner.destroy();
    const [may] = await empty.query(
      `SELECT pg_has_role('Serving One', '${APP_ROLE}', 'SET') AS may`,
    );
    expect(may).toEqual({ may: true });
    await empty.query('DROP ROLE "Serving One"');
  });

  it('refuses a role that is stronger than it should be', async () => {
    await empty.query(`ALTER ROLE ${APP_ROLE} BYPASSRLS`);
    const owner = new DataSource({ type: 'postgres', url: empty.url });
    await owner.initialize();
    const asked = prepareRole(owner);
    await expect(asked).rejects.toThrow(/NOBYPASSRLS/);
    await empty.query(`ALTER ROLE ${APP_ROLE} NOBYPASSRLS`);
    await owner.destroy();
  });

  it('grants what is new and takes back what has become guarded', async () => {
    await empty.query(
      `CREATE SCHEMA shop; CREATE TABLE shop.open (id int); CREATE TABLE shop.log (id int)`,
    );
    const owner = new DataSource({ type: 'postgres', url: empty.url });
    await owner.initialize();
    const rights = async () =>
      (
        await empty.query<{ rights: string }>(
          `SELECT table_name || ' ' || string_agg(privilege_type, ' ' ORDER BY privilege_type) AS rights
           FROM information_schema.role_table_grants
           WHERE grantee = $1 AND table_schema = 'shop' GROUP BY table_name ORDER BY 1`,
          [APP_ROLE],
        )
      ).map((row) => row.rights);
    await grantToRole(owner, {});
    expect(await rights()).toEqual([
      'log DELETE INSERT SELECT UPDATE',
      'open DELETE INSERT SELECT UPDATE',
    ]);
    await grantToRole(owner, { 'shop.log': 'SELECT, INSERT' });
    expect(await rights()).toEqual(['log INSERT SELECT', 'open DELETE INSERT SELECT UPDATE']);
    await owner.destroy();
  });
});

import { appConnection, CONFIGURATION, newId, type Configuration } from '@luotsi/platform/api';
import { testApp, type TestApp } from '@testing';
import { Client } from 'pg';
import { Audit } from './audit';

describe('the audit log, over the connections of the running app', () => {
  let luotsi: TestApp;
  const actor = newId();
  beforeAll(async () => {
    luotsi = await testApp();
    await Audit.record(luotsi.database, { action: 'sign-in', actor });
  });
  afterAll(() => luotsi.close());

  const entries = () =>
    luotsi.query<{ action: string }>(
      'SELECT action FROM identity.audit_entry WHERE actor_id = $1',
      [actor],
    );

  it.each([
    `UPDATE identity.audit_entry SET action = 'sign-out'`,
    `UPDATE identity.audit_entry SET at = now() - interval '3 years'`,
    `DELETE FROM identity.audit_entry`,
    `TRUNCATE identity.audit_entry`,
    `DROP TABLE identity.audit_entry`,
    `DROP SCHEMA identity CASCADE`,
    `ALTER TABLE identity.audit_entry DISABLE TRIGGER ALL`,
    `ALTER TABLE identity.audit_entry ALTER COLUMN at DROP NOT NULL`,
    `ALTER TABLE identity.audit_entry OWNER TO luotsi_app`,
    `ALTER FUNCTION identity.expire_audit() SECURITY INVOKER`,
    `CREATE OR REPLACE FUNCTION identity.expire_audit() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'`,
    `CREATE RULE mine AS ON INSERT TO identity.audit_entry DO INSTEAD NOTHING`,
    `CREATE TRIGGER mine BEFORE INSERT ON identity.audit_entry FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
    `SET session_replication_role = replica`,
    `DO $$ BEGIN LOCK TABLE identity.audit_entry IN ACCESS EXCLUSIVE MODE; END $$`,
    `INSERT INTO identity.audit_entry (id, at, action) VALUES (gen_random_uuid(), '2020-01-01', 'sign-in')`,
    `INSERT INTO identity.audit_entry (id, action) SELECT id, 'sign-out' FROM identity.audit_entry
       ON CONFLICT (id) DO UPDATE SET action = 'sign-out'`,
    `MERGE INTO identity.audit_entry e USING identity.audit_entry o ON e.id = o.id
       WHEN MATCHED THEN DELETE`,
  ])('refuses %s', async (statement) => {
    await expect(luotsi.database.query(statement)).rejects.toMatchObject({
      code: '42501',
    });
    expect(await entries()).toEqual([{ action: 'sign-in' }]);
  });

  it('grants nothing that is not its own to give', async () => {
    await luotsi.database.query(`GRANT ALL ON identity.audit_entry TO PUBLIC`);
    const gone = luotsi.database.query('DELETE FROM identity.audit_entry');
    await expect(gone).rejects.toMatchObject({ code: '42501' });
  });

  it('has no way back to the owner when the app signs in as a user of its own', async () => {
    const user = `serving_${newId().slice(-12)}`;
    await luotsi.query(`CREATE ROLE ${user} LOGIN PASSWORD 'sea'; GRANT luotsi_app TO ${user}`);
    const { DATABASE_URL } = luotsi.app.get<Configuration>(CONFIGURATION);
    const address = new URL(DATABASE_URL);
    [address.username, address.password] = [user, 'sea'];
    const client = new Client(appConnection(address.href, 'test'));
    await client.connect();
    try {
      await client.query('INSERT INTO identity.audit_entry (id, action) VALUES ($1, $2)', [
        newId(),
        'sign-out',
      ]);
      for (const escape of ['SELECT 1', 'RESET ROLE', 'SET ROLE NONE', 'RESET ALL']) {
        await client.query(escape);
        const gone = client.query('DELETE FROM identity.audit_entry');
        await expect(gone).rejects.toMatchObject({ code: '42501' });
      }
      const { rows } = await client.query<{ name: string }>(
        `SELECT rolname AS name FROM pg_roles
         WHERE rolname NOT IN (session_user, 'luotsi_app') AND pg_has_role(oid, 'MEMBER')`,
      );
      expect(rows).toEqual([]);
    } finally {
      await client.end();
      await luotsi.query(`DROP ROLE ${user}`);
    }
  });

  it('lets entries go only when they are two years old', async () => {
    const old = newId();
    await luotsi.query(
      `INSERT INTO identity.audit_entry (id, at, action) VALUES
         ($1, now() - interval '2 years 1 day', 'sign-in'),
         ($2, now() - interval '2 years' + interval '1 day', 'sign-out')`,
      [old, newId()],
    );
    const [gone] = await luotsi.database.query<{ gone: string }[]>(
      'SELECT identity.expire_audit() AS gone',
    );
    expect(gone).toEqual({ gone: '1' });
    expect(await luotsi.query('SELECT FROM identity.audit_entry WHERE id = $1', [old])).toEqual([]);
    expect(await entries()).toHaveLength(1);
  });

  it('forgets nobody who is still there, and keeps together what it has forgotten', async () => {
    const person = (await luotsi.as('coach')).id ?? '';
    for (const action of ['sign-in', 'sign-out'] as const) {
      await Audit.record(luotsi.database, { action, actor: person });
    }
    await Audit.record(luotsi.database, {
      action: 'people-read',
      actor,
      subject: [person, actor],
    });
    const forget = () => luotsi.database.query('SELECT identity.forget_in_audit($1)', [person]);
    await expect(forget()).rejects.toThrow(/only whom the product has forgotten/);
    await luotsi.query('DELETE FROM identity.person WHERE id = $1', [person]);
    await forget();
    const [left] = await luotsi.query(
      `SELECT count(*)::int AS entries, count(DISTINCT actor_id)::int AS actors
       FROM identity.audit_entry WHERE actor_id IS NOT NULL AND actor_id <> $1`,
      [actor],
    );
    expect(left).toEqual({ entries: 2, actors: 1 });
    const [read] = await luotsi.query<{ subject_ids: string[] }>(
      `SELECT subject_ids FROM identity.audit_entry WHERE action = 'people-read'`,
    );
    expect(read?.subject_ids).toHaveLength(2);
    expect(read?.subject_ids).not.toContain(person);
    expect(read?.subject_ids).toContain(actor);
  });

  it('keeps no e-mail address that has strayed into the facts', async () => {
    await Audit.record(luotsi.database, {
      action: 'invitation-sent',
      actor,
      facts: { note: 'to some.body@example.org, please', deep: [{ to: 'a@b.fi' }] },
    });
    const [row] = await luotsi.query(
      `SELECT facts FROM identity.audit_entry WHERE action = 'invitation-sent'`,
    );
    expect(row).toEqual({ facts: { note: 'to … please', deep: [{ to: '…' }] } });
  });
});

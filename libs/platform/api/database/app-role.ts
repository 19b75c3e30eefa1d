import type { DataSource } from 'typeorm';
import type { GuardedTables } from '../slice';
import { APP_ROLE } from './connections';

/** The role of the app can't be made or used; the message says what an operator does about it. */
export class AppRoleFailure extends Error {
  override readonly name = 'AppRoleFailure';
}

const CREATE = `CREATE ROLE ${APP_ROLE} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS`;

/**
 * Makes the role that the app serves as, unless it is there, and lets the users of this database
 * take it on. Roles belong to the whole server: others may be doing the same for another database.
 * @param owner connected as the owner of the tables
 * @param user the user that the app connects as, when that isn't the owner
 * @throws AppRoleFailure with the statements to run when the owner may not
 */
export async function prepareRole(owner: DataSource, user?: string): Promise<void> {
  const [found] = await owner.query<{ me: string; there: boolean; strong: boolean }[]>(
    `SELECT current_user AS me, r.oid IS NOT NULL AS there,
       coalesce(rolsuper OR rolcreaterole OR rolbypassrls, false) AS strong
     FROM (SELECT) one LEFT JOIN pg_roles r ON rolname = '${APP_ROLE}'`,
  );
  if (!found) return;
  if (found.strong) {
    throw new AppRoleFailure(
      `The database role ${APP_ROLE} has rights that undo its purpose. Have an administrator of the database run: ALTER ROLE ${APP_ROLE} NOSUPERUSER NOCREATEROLE NOBYPASSRLS;`,
    );
  }
  const users = [...new Set([found.me, user ?? found.me])];
  if (!found.there) {
    await insist(
      owner,
      `DO $$ BEGIN ${CREATE}; EXCEPTION WHEN duplicate_object THEN END $$`,
      users,
    );
  }
  for (const one of users) {
    const [may] = await owner.query<unknown[]>(
      `SELECT FROM pg_roles m WHERE m.rolname = $1 AND (m.rolsuper OR m.rolname = '${APP_ROLE}'
         OR EXISTS (SELECT FROM pg_auth_members a
           WHERE a.roleid = '${APP_ROLE}'::regrole AND a.member = m.oid
             AND coalesce((to_jsonb(a) ->> 'set_option')::boolean, true)))`,
      [one],
    );
    if (!may) await insist(owner, `GRANT ${APP_ROLE} TO ${quoted(one)}`, users);
  }
}

/**
 * Grants the role what serving takes: rows of every table may be read and written, save where a
 * table is guarded. Only what is missing is granted, so that a usual start writes nothing.
 */
export async function grantToRole(owner: DataSource, guarded: GuardedTables): Promise<void> {
  const missing = await owner.query<{ statement: string }[]>(GRANTS, [JSON.stringify(guarded)]);
  if (missing.length === 0) return;
  await owner.query(missing.map(({ statement }) => statement).join(';\n'));
}

/** Tables and sequences of every schema that is ours, and functions that not everybody may call. */
const GRANTS = `
  WITH ours AS (
    SELECT oid, nspname FROM pg_namespace
    WHERE nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('information_schema', 'public')),
  guarded AS (
    SELECT to_regclass(key) AS oid, value AS rights FROM jsonb_each_text($1::jsonb))
  SELECT format('GRANT USAGE ON SCHEMA %I TO ${APP_ROLE}', nspname) AS statement FROM ours
  WHERE NOT has_schema_privilege('${APP_ROLE}', oid, 'USAGE')
  UNION ALL
  SELECT format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO ${APP_ROLE}', c.oid::regclass)
  FROM pg_class c JOIN ours ON ours.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v') AND c.oid NOT IN (SELECT oid FROM guarded)
    AND NOT (has_table_privilege('${APP_ROLE}', c.oid, 'SELECT')
      AND has_table_privilege('${APP_ROLE}', c.oid, 'INSERT')
      AND has_table_privilege('${APP_ROLE}', c.oid, 'UPDATE')
      AND has_table_privilege('${APP_ROLE}', c.oid, 'DELETE'))
  UNION ALL
  SELECT format('REVOKE ALL ON %1$s FROM ${APP_ROLE}; GRANT %2$s ON %1$s TO ${APP_ROLE}',
    oid::regclass, rights)
  FROM guarded
  WHERE NOT has_table_privilege('${APP_ROLE}', oid, 'SELECT')
    OR has_table_privilege('${APP_ROLE}', oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
  UNION ALL
  SELECT format('GRANT USAGE, SELECT ON SEQUENCE %s TO ${APP_ROLE}', c.oid::regclass)
  FROM pg_class c JOIN ours ON ours.oid = c.relnamespace
  WHERE CASE c.relkind WHEN 'S' THEN NOT has_sequence_privilege('${APP_ROLE}', c.oid, 'USAGE') END
  UNION ALL
  SELECT format('GRANT EXECUTE ON FUNCTION %s TO ${APP_ROLE}', p.oid::regprocedure)
  FROM pg_proc p JOIN ours ON ours.oid = p.pronamespace
  WHERE p.prokind = 'f' AND NOT has_function_privilege('${APP_ROLE}', p.oid, 'EXECUTE')`;

/** Another start on the same server may be writing the same entry at this very moment. */
const PASSING = new Set(['XX000', '23505', '42710']);

async function insist(owner: DataSource, statement: string, users: string[]): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    try {
      await owner.query(statement);
      return;
    } catch (fault) {
      const code = (fault as { code?: string }).code ?? '';
      if (code === '42501') throw new AppRoleFailure(words(users));
      if (!PASSING.has(code) || turn === 5) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 20 * turn));
    }
  }
}

const words = (users: readonly string[]) =>
  [
    `The database's user may not make the role ${APP_ROLE}, as which Luotsi serves. Have an administrator of the database run once, and start again:`,
    `  DO $$ BEGIN ${CREATE}; EXCEPTION WHEN duplicate_object THEN END $$;`,
    ...users.map((user) => `  GRANT ${APP_ROLE} TO ${quoted(user)};`),
  ].join('\n');

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * The database role that everything runs as while the app serves. It owns nothing: it can't change a
 * table, switch a trigger off, or undo what the audit log tells.
 */
export const APP_ROLE = 'luotsi_app';

/** What `pg` is told to connect by. */
export interface AppConnection {
  readonly connectionString: string;
  readonly application_name: string;
  readonly options: string;
}

/**
 * How any connection of the running app is opened, whatever the library. Settings in the address'
 * own `options` are kept, ours come after them.
 * @param url `DATABASE_URL`
 * @param name what PostgreSQL's list of connections shows
 * @param settings PostgreSQL's settings for the connection, as `lock_timeout=3s`
 */
export function appConnection(
  url: string,
  name: string,
  settings: readonly string[] = [],
): AppConnection {
  const address = new URL(url);
  const given = address.searchParams.get('options');
  address.searchParams.delete('options');
  const ours = [`role=${APP_ROLE}`, ...settings].map((setting) => `-c ${setting}`);
  return {
    connectionString: address.href,
    application_name: name,
    options: [...(given ? [given] : []), ...ours].join(' '),
  };
}

import { Client } from 'pg';
import { appConnection } from '../../database/connections';

/** Any number that no other lock of the database has; whoever holds it delivers. */
const LOCK = 7_205_770;

/** A connection that the other side has forgotten is noticed within this. Milliseconds. */
const PULSE = 5_000;

/** The office of delivering, held by at most one process of an installation at a time. */
export interface Leadership {
  /** Resolves when it is lost: the connection that holds the lock has ended. */
  readonly lost: Promise<void>;
  resign(): Promise<void>;
}

/**
 * Tries to become the one who delivers. The lock belongs to a connection: when the process dies,
 * however it dies, PostgreSQL gives the lock back at once, and no time has to be waited out.
 * @returns null when another process delivers, or the database can't be reached
 */
export async function tryToLead(url: string): Promise<Leadership | null> {
  const client = new Client({
    ...appConnection(url, 'luotsi mail'),
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  let tell: () => void = () => undefined;
  const lost = new Promise<void>((resolve) => (tell = resolve));
  client.on('error', () => tell());
  client.on('end', () => tell());
  const end = () => client.end().catch(() => undefined);
  try {
    await client.connect();
    // When the machine of the holder is gone, the server notices in half a minute.
    await client.query(
      `SELECT set_config('tcp_keepalives_idle', '10', false),
         set_config('tcp_keepalives_interval', '5', false),
         set_config('tcp_keepalives_count', '4', false)`,
    );
    const { rows } = await client.query<{ held: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS held',
      [LOCK],
    );
    if (!rows[0]?.held) {
      await end();
      return null;
    }
  } catch {
    await end();
    return null;
  }
  const pulse = setInterval(() => {
    const late = setTimeout(tell, PULSE);
    client.query('SELECT 1').then(
      () => clearTimeout(late),
      () => tell(),
    );
  }, PULSE);
  pulse.unref();
  void lost.then(() => clearInterval(pulse));
  return {
    lost,
    resign: async () => {
      tell();
      await end();
    },
  };
}

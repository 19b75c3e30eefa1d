import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../postgres/cluster.ts';
import { fillCountry } from './country.ts';
import { fill, type Size } from './dataset.ts';
import { startProduct } from './processes.ts';

/** Where benchmarks are held: a PostgreSQL of their own, with the settings of `npm start`. */
export interface Arena {
  /** The address of a database prepared by the product itself and filled; made at the first asking. */
  database(name: string, size: Size): Promise<string>;
  /** A connection to a database, closed with the arena. */
  client(url: string): Promise<pg.Client>;
  /** Changes one session as an organiser would, and tells the processes of it. */
  changeSession(url: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the PostgreSQL in a folder of its own, which goes when the arena is closed. */
export async function openArena(): Promise<Arena> {
  const home = mkdtempSync(join(tmpdir(), 'luotsi-bench-'));
  const cluster = await startCluster({
    folder: join(home, 'data'),
    password: randomBytes(12).toString('hex'),
  });
  const clients = new Map<string, pg.Client>();
  const known = new Map<string, Promise<string>>();

  const client = async (url: string) => {
    const open = clients.get(url);
    if (open) return open;
    const made = new pg.Client({ connectionString: url });
    await made.connect();
    clients.set(url, made);
    return made;
  };

  const make = async (name: string, size: Size) => {
    await (await client(cluster.url('postgres'))).query(`CREATE DATABASE ${name}`);
    const url = cluster.url(name);
    await (await startProduct(url)).stop();
    if (!size.country) await fill(await client(url), size);
    else if (size.sessions >= 100_000)
      console.log(`  ${name}: filled in ${String(await fillCountry(url, size))} s`);
    else await fillCountry(url, size);
    return url;
  };

  return {
    client,
    database(name, size) {
      const made = known.get(name) ?? make(name, size);
      known.set(name, made);
      return made;
    },
    async changeSession(url) {
      const { rows } = await (
        await client(url)
      ).query<{ id: string }>(
        `UPDATE calendar.session SET changed_at = now() WHERE id =
           (SELECT id FROM calendar.session WHERE theme_id = 'dg1' ORDER BY random() LIMIT 1)
         RETURNING id`,
      );
      await (
        await client(url)
      ).query(`SELECT pg_notify('luotsi_changes', $1)`, [`calendar.session ${rows[0]?.id ?? ''}`]);
    },
    async close() {
      await Promise.all([...clients.values()].map((open) => open.end()));
      await cluster.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Arena } from '../arena.ts';
import { figure, rounds, type Figure, type Load } from '../duel.ts';
import { signEveryoneIn } from '../guests.ts';
import { startProduct, startYardstick, type Server } from '../processes.ts';

/** `GET /api/me`, a thousand people signed in, against bare node + pg with one query. */
export async function me(arena: Arena): Promise<Figure[]> {
  const database = await arena.database('me', { people: 1_000, sessions: 0, enrolments: 0 });
  const guests = await signEveryoneIn(await arena.client(database));
  const product = await startProduct(database);
  const bare = await startYardstick(join(import.meta.dirname, '../yardsticks/me.mjs'), [], {
    DATABASE_URL: database,
  });
  const folder = mkdtempSync(join(tmpdir(), 'luotsi-bench-'));
  const requestsFile = join(folder, 'requests.json');
  writeFileSync(
    requestsFile,
    JSON.stringify(
      guests.map(({ cookie }) => ({ method: 'GET', path: '/api/me', headers: { cookie } })),
    ),
  );
  const load = (server: Server) => async (): Promise<Load> => ({
    url: server.url,
    connections: 32,
    requestsFile,
    expected: [200],
  });
  try {
    const fought = await rounds(load(product), load(bare));
    return [figure('me.32', 0.6, fought, 'who is signed in, 32 connections')];
  } finally {
    await Promise.all([product.stop(), bare.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

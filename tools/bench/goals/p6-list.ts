import { join } from 'node:path';
import type { Arena } from '../arena.ts';
import { figure, rounds, type Figure, type Load } from '../duel.ts';
import { startProduct, startYardstick, type Server } from '../processes.ts';

const list = '/api/sessions?limit=50';

/** P6: the list of sessions as JSON against bare node + pg with the same statement. */
export async function p6(arena: Arena): Promise<Figure[]> {
  const small = await arena.database('feeds', { people: 10, sessions: 2_600, enrolments: 0 });
  const large = await arena.database('large', {
    people: 100_000,
    sessions: 100_000,
    enrolments: 1_000_000,
    country: true,
  });
  const village = await arena.database('village', {
    people: 2_600,
    sessions: 2_600,
    enrolments: 26_000,
    country: true,
  });
  const [product, crowded] = [await startProduct(small), await startProduct(large)];
  const quiet = await startProduct(village);
  const bare = await startYardstick(join(import.meta.dirname, '../yardsticks/sessions.mjs'), [], {
    DATABASE_URL: small,
  });
  const load = (server: Server) => async (): Promise<Load> => ({
    url: server.url + list,
    connections: 8,
    expected: [200],
  });
  try {
    return [
      figure('P6.list', 0.8, await rounds(load(product), load(bare)), 'list of 50 sessions'),
      figure(
        'P6.large',
        0.8,
        await rounds(load(crowded), load(quiet)),
        'the list on 100,000 sessions and 1,000,000 enrolments ÷ on 2,600 and 26,000',
      ),
    ];
  } finally {
    await Promise.all([product, crowded, quiet, bare].map((server) => server.stop()));
  }
}

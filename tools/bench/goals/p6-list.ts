import { join } from 'node:path';
import type { Arena } from '../arena.ts';
import { figure, rounds, type Figure, type Load } from '../duel.ts';
import { country, village } from './places.ts';
import { startProduct, startYardstick, type Server } from '../processes.ts';

const list = '/api/sessions?limit=50';

/** P6: the list of sessions as JSON against bare node + pg with the same statement. */
export async function p6(arena: Arena): Promise<Figure[]> {
  const small = await arena.database('feeds', { people: 10, sessions: 2_600, enrolments: 0 });
  const [product, crowded] = [await startProduct(small), await startProduct(await country(arena))];
  const quiet = await startProduct(await village(arena));
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
